import { UsageError } from "../build/index.ts";
import { ContentError } from "../content/index.ts";

/**
 * Runs a command of package.json: what an editor can mend is told in Russian, anything else is
 * a fault of ours and shows where it happened; either way the exit code is 1.
 *
 * @param main the command's work
 */
export async function runCommand(main: () => void | Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    process.exitCode = 1;
    console.error(explain(error));
  }
}

/** @returns what is told of an error: to an editor in Russian, else where in the code it happened */
export function explain(error: unknown): string {
  if (error instanceof ContentError) {
    const count = error.problems.length;
    return `${error.message}\n\nНичего не записано. Ошибок: ${count}.`;
  }
  if (error instanceof UsageError) return `${error.message}\nСправка: добавьте --help.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
