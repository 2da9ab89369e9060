import { existsSync, readdirSync, readFileSync } from "node:fs";

/** How often memory is looked at. */
const SAMPLE_MS = 200;

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
  if (!existsSync("/proc/self/statm")) return 0;
  const children = childrenByParent();
  const tree = [root];
  // The list grows while it is walked.
  for (const pid of tree) tree.push(...(children.get(pid) ?? []));
  return tree.reduce((sum, pid) => sum + residentBytes(pid), 0);
}

function childrenByParent(): Map<number, number[]> {
  const children = new Map<number, number[]>();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const stat = readProcess(`${name}/stat`);
    // The name of the program stands in brackets, and may hold brackets and spaces itself.
    const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [Number(name)]);
    else siblings.push(Number(name));
  }
  return children;
}

function residentBytes(pid: number): number {
  return Number(readProcess(`${pid}/statm`).split(" ")[1] ?? 0) * PAGE_BYTES;
}

/** @returns nothing where the process has ended meanwhile */
function readProcess(file: string): string {
  try {
    return readFileSync(`/proc/${file}`, "utf8");
  } catch {
    return "";
  }
}
