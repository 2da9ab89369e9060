import { relative } from "node:path";
import { gatherAlike } from "./alike.ts";
import { harmless } from "./control-characters.ts";

/** One thing in the input that stands in the way, told to an editor in Russian. */
export interface Problem {
  /** The file, absolute or relative to the working folder. */
  readonly file: string;
  /** Where it starts, counted from 1; absent where the whole file is meant. */
  readonly line?: number;
  readonly column?: number;
  /** The fault, and the expected form. */
  readonly message: string;
  /** What to do about it. */
  readonly mend: string;
}

/** The input cannot be published as it stands; holds every problem that was found. */
export class ContentError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(summaryOf(problems));
    this.name = "ContentError";
    this.problems = problems;
  }
}

/** Nobody reads more at once. */
const MOST_SHOWN = 200;
/** A message quotes what was written, which may be a whole file; in characters. */
const LONGEST_LINE = 1000;

function summaryOf(problems: readonly Problem[]): string {
  const gathered = gatherAlike(problems);
  const shown = gathered.slice(0, MOST_SHOWN).map(formatProblem);
  const more = gathered.length - shown.length;
  return [...shown, ...(more > 0 ? [`… и ещё ошибок: ${more}`] : [])].join("\n");
}

/** In one line, with nothing in it that a terminal or a build's log would take for a command. */
function shownLine(text: string): string {
  return harmless(text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE)}…` : text);
}

/**
 * @param problem what was found
 * @returns «file:line:column: what» and the mend on a second line, the file relative to the
 *   working folder so that terminals and editors make it a link
 */
export function formatProblem(problem: Problem): string {
  const place = [displayPath(problem.file), problem.line, problem.column];
  const prefix = place.filter((part) => part !== undefined).join(":");
  const what = shownLine(`${prefix}: ${problem.message}`);
  return `${what}\n    Как исправить: ${shownLine(problem.mend)}`;
}

/** A path as an editor knows it: relative to the working folder where it lies inside it. */
export function displayPath(path: string): string {
  const local = relative(process.cwd(), path);
  return local === "" || local.startsWith("..") ? path : local;
}

/**
 * Runs a step and keeps what is wrong for later, so that an editor sees every problem of an
 * archive at once.
 *
 * @param problems receives the problems of a step that throws a ContentError
 * @returns the step's value, or undefined where it failed
 */
export function attempt<Value>(problems: Problem[], step: () => Value): Value | undefined {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}

/** @throws ContentError where there are any problems */
export function throwIfAny(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new ContentError(problems);
}
