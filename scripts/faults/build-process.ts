import { spawn } from "node:child_process";
import { once } from "node:events";

/** How a build ended. */
export interface BuildEnd {
  readonly code: number | null;
  readonly milliseconds: number;
  /** Whether it was ended before its own end. */
  readonly isKilled: boolean;
  /** What it said on both streams. */
  readonly text: string;
}

/**
 * Runs the real command, in a process group of its own.
 *
 * @param untilKill resolves when the whole group is to be ended by SIGKILL, if it has not ended by
 *   then; never by default
 */
export async function runBuild(
  options: readonly string[],
  untilKill?: Promise<unknown>,
): Promise<BuildEnd> {
  const start = performance.now();
  const command = ["--import", "tsx", "scripts/build.ts", ...options];
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
  const ended = once(child, "close");
  if (untilKill !== undefined) {
    await Promise.race([ended, untilKill]);
    killGroup(child.pid);
  }
  const [code, signal] = (await ended) as [number | null, string | null];
  return { code, milliseconds: performance.now() - start, isKilled: signal === "SIGKILL", text };
}

function killGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch (error) {
    // It has ended by itself.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
