import { type ChildProcess, fork, type SpawnOptions } from "node:child_process";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { IS_COMPILED, MODULES, moduleFile } from "../project/project.ts";
import { factsOf, processTree } from "./process-facts.ts";

/** Those that were started here and have not ended. */
const started = new Set<ChildProcess>();

/** Messages go both ways; standard error is shared. */
const TALKING = {
  serialization: "advanced",
  stdio: ["ignore", "ignore", "inherit", "ipc"],
} satisfies SpawnOptions;

/** What Node is told, for modules that are not compiled are read by tsx. */
export const LOADER: string[] = IS_COMPILED ? [] : ["--import", "tsx"];

/**
 * Starts a process that is talked to by messages.
 *
 * @param name of the module that it runs, as of moduleFile; it calls `endWithParent`
 */
export function startProcess(name: string): ChildProcess {
  const child = fork(join(MODULES, moduleFile(name)), [], { ...TALKING, execArgv: LOADER });
  started.add(child);
  for (const event of ["exit", "error"]) child.once(event, () => started.delete(child));
  return child;
}

/** Ends a process and all that it has started, whatever they do, even where they are stopped. */
export function endTree({ pid }: Pick<ChildProcess, "pid">): void {
  if (pid !== undefined) for (const one of processTree(pid)) endOne(one);
}

/** Ends all that this process has started. */
export function endAllStarted(): void {
  for (const child of started) endTree(child);
  // Where the system tells: Pagefind and esbuild too, which their packages start.
  for (const pid of processTree(process.pid).slice(1)) endOne(pid);
}

/** Ends stopped processes among those that this one has started. */
export function endStopped(): void {
  for (const pid of processTree(process.pid).slice(1)) if (factsOf(pid)?.state === "T") endOne(pid);
}

function endOne(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended meanwhile.
  }
}

/**
 * Plain JavaScript, as the heartbeat's thread. A process whose parent ends gets another one; on Windows it
 * does not.
 */
const ORPHAN_WATCH = `
const parent = process.ppid;
setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, "SIGKILL"); }, 1000);
`;

/**
 * Ends this process with its parent, even when that is killed during a computation. Ctrl+C, which a terminal
 * sends to all processes, is left to the parent.
 */
export function endWithParent(): void {
  process.once("disconnect", () => process.exit(1));
  for (const signal of ["SIGINT", "SIGHUP"] as const) process.on(signal, () => {});
  new Worker(ORPHAN_WATCH, { eval: true, execArgv: [] }).unref();
}
