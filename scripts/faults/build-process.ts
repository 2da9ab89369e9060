import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";

/** How a build ended. */
export interface BuildEnd {
  readonly code: number | null;
  readonly milliseconds: number;
  /** What it said on both streams. */
  readonly text: string;
}

/**
 * Runs the real command, in a process group of its own.
 *
 * @param killAfter milliseconds after which the whole group is ended by SIGKILL; never by default
 */
export async function runBuild(
  options: readonly string[],
  killAfter?: number | undefined,
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
  if (killAfter !== undefined) {
    await Promise.race([ended, wait(killAfter)]);
    killGroup(child.pid);
  }
  const [code] = (await ended) as [number | null];
  return { code, milliseconds: performance.now() - start, text };
}

function killGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch (error) {
    // It has ended by itself.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
