import { availableParallelism, freemem } from "node:os";

/** What Pagefind and we take for an article while it is indexed, and for a process; in bytes. */
const MEMORY_PER_ITEM = 250_000;
const MEMORY_PER_PROCESS = 300_000_000;

/** What all of them may take together, where more is free: a build shares its machine. In bytes. */
const MOST_MEMORY = 2_700_000_000;

/**
 * As many as there are cores, and as fit into half of the memory that is free, and that a container is
 * allowed, and into MOST_MEMORY.
 *
 * @param items how many articles and headlines the largest job is about
 * @param most what the options allow
 */
export function parallelism(items: number, most: number = availableParallelism()): number {
  // Without a limit it is larger than any memory, or 0.
  const allowed = process.constrainedMemory() || Number.POSITIVE_INFINITY;
  const memory = Math.min(freemem() / 2, allowed / 2, MOST_MEMORY);
  const fitting = memory / (items * MEMORY_PER_ITEM + MEMORY_PER_PROCESS);
  return Math.max(1, Math.min(availableParallelism(), most, Math.floor(fitting)));
}
