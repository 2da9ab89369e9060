import { readdirSync, readFileSync } from "node:fs";

/** What the system says of a process that is there. */
export interface ProcessFacts {
  /** R, S, D: at work or waiting; T: stopped; Z, X: ended. */
  readonly state: string;
  /** Whether it is in the list only until its parent asks how it ended, and some never do. */
  readonly isEnded: boolean;
  /** Ticks since the machine was started: a later process of the same number has another one. */
  readonly started: string;
  /** What it has used of the processor, in ticks of a hundredth of a second. */
  readonly ticks: number;
}

/** Of the fields behind the name of the program, counted from 0. @see proc(5), /proc/pid/stat */
const [USER_TICKS, SYSTEM_TICKS, STARTED] = [11, 12, 19];

/**
 * @returns nothing where there is no such process, or the system has no /proc to tell
 */
export function factsOf(pid: number): ProcessFacts | undefined {
  const stat = readProcess(`${pid}/stat`);
  // The name of the program stands in brackets, and may hold brackets and spaces itself.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const [state, started] = [fields[0] ?? "", fields[STARTED]];
  if (started === undefined) return undefined;
  const isEnded = state === "Z" || state === "X";
  const ticks = Number(fields[USER_TICKS]) + Number(fields[SYSTEM_TICKS]);
  return { state, isEnded, started, ticks };
}

/** @returns a process and all that it and its children have started, it first */
export function processTree(root: number): number[] {
  const tree = [root];
  // The list grows while it is walked.
  for (const pid of tree) tree.push(...childrenOf(pid));
  return tree;
}

/** Any of its threads may have started them. */
function childrenOf(pid: number): number[] {
  return threadsOf(pid).flatMap((thread) => {
    const children = readProcess(`${pid}/task/${thread}/children`).trim();
    return children === "" ? [] : children.split(" ").map(Number);
  });
}

function threadsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

/**
 * @param file in /proc
 * @returns nothing where the process has ended meanwhile, or there is no /proc
 */
export function readProcess(file: string): string {
  try {
    return readFileSync(`/proc/${file}`, "utf8");
  } catch {
    return "";
  }
}
