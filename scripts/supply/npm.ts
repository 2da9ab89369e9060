import { execFile } from "node:child_process";

/** npm prints all of an archive's packages at once. */
const MAX_BYTES = 64_000_000;

/** What a command of npm prints with --json, or why there is nothing. */
export type NpmAnswer = { readonly json: unknown } | { readonly reason: string };

/**
 * Runs npm with --json. Its exit code is no matter: it is 1 where there is something to tell.
 *
 * @param args of npm, without --json
 */
export function askNpm(args: readonly string[]): Promise<NpmAnswer> {
  const isWindows = process.platform === "win32";
  const options = { encoding: "utf8", maxBuffer: MAX_BYTES, shell: isWindows } as const;
  return new Promise((resolve) => {
    execFile("npm", [...args, "--json"], options, (error, stdout) => {
      resolve(parseAnswer(stdout, error?.message ?? "npm printed nothing"));
    });
  });
}

function parseAnswer(stdout: string, reason: string): NpmAnswer {
  try {
    return { json: JSON.parse(stdout) };
  } catch {
    return { reason: reason.split("\n")[0] ?? reason };
  }
}
