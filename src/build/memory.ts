import { processTree, readProcess } from "./process-facts.ts";

/**
 * How often memory is looked at: each look reads a file for every thread, and what a build holds does
 * not come and go faster.
 */
const SAMPLE_MS = 1000;

/** Of Linux on the processors that Node is made for; statm counts in pages. */
const PAGE_BYTES = 4096;

/** Keeps in mind the most memory that this process and those that it starts hold at one time. */
export class MemoryWatch {
  #peak = 0;
  readonly #timer: NodeJS.Timeout;

  constructor() {
    this.#look();
    this.#timer = setInterval(() => this.#look(), SAMPLE_MS).unref();
  }

  #look(): void {
    this.#peak = Math.max(this.#peak, treeMemory(process.pid));
  }

  /** @returns bytes; nothing where the system has no /proc to tell */
  stop(): number | undefined {
    clearInterval(this.#timer);
    this.#look();
    return this.#peak === 0 ? undefined : this.#peak;
  }
}

/**
 * @param root the id of a process
 * @returns the bytes that it and its descendants hold; pages that they share count once for each;
 *   0 where the system has no /proc to tell
 */
export function treeMemory(root: number): number {
  return processTree(root).reduce((sum, pid) => sum + residentBytes(pid), 0);
}

function residentBytes(pid: number): number {
  return Number(readProcess(`${pid}/statm`).split(" ")[1] ?? 0) * PAGE_BYTES;
}
