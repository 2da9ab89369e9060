import { spawn } from "node:child_process";
import { once } from "node:events";

/** How a build ended. */
export interface BuildEnd {
  readonly code: number | null;
  readonly signal: string | null;
  readonly milliseconds: number;
  /** What it said on both streams. */
  readonly text: string;
}

/**
 * Runs the real command, in a process group of its own.
 *
 * @param meanwhile is told the id of the process, and what ends it: the build is over or was ended
 */
export async function runBuild(
  options: readonly string[],
  meanwhile: (pid: number, isOver: AbortSignal) => Promise<unknown> = async () => {},
): Promise<BuildEnd> {
  const start = performance.now();
  const command = ["scripts/vestnik.js", "build", ...options];
  const child = spawn(process.execPath, command, {
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
    });
  }
  const over = new AbortController();
  // What it has started may live on and hold its streams: «exit» and not «close».
  const ended = once(child, "exit") as Promise<[number | null, string | null]>;
  const acting = meanwhile(child.pid ?? 0, over.signal);
  const [code, signal] = await ended;
  over.abort();
  await acting;
  const milliseconds = performance.now() - start;
  // What was said in the end is read in the turns that follow.
  await Promise.race([
    once(child, "close"),
    new Promise((done) => setTimeout(done, LAST_WORDS_MS)),
  ]);
  return { code, signal, milliseconds, text };
}

const LAST_WORDS_MS = 1000;

/** Ends a build and all that it has started. */
export function killGroup(pid: number): void {
  try {
    process.kill(-pid, "SIGKILL");
  } catch (error) {
    // It has ended by itself.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
