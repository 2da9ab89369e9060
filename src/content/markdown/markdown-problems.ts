import type { Env, Token } from "markdown-it";
import type { Problem } from "../model/problem.ts";

/** A Problem whose line is of the text, not of the file. */
export interface TextProblem {
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly mend: string;
}

/** What plugins that find something put it into. */
const PROBLEMS = "problems";
const REMARKS = "remarks";

/**
 * @param problems receives what keeps a text from being published
 * @param remarks receives what shows otherwise than it was meant, it seems; told by the check only
 */
export function problemEnvironment(problems: TextProblem[], remarks: TextProblem[] = []): Env {
  return { [PROBLEMS]: problems, [REMARKS]: remarks };
}

/** Nobody mends more at once. */
const MOST = 1000;

/** Adds a problem, which stops a build. */
export function addProblem(env: Env, problem: TextProblem): void {
  add(env[PROBLEMS] as TextProblem[], problem);
}

/** Adds a remark, which `check` reports and a build does not. */
export function addRemark(env: Env, remark: TextProblem): void {
  add(env[REMARKS] as TextProblem[], remark);
}

function add(list: TextProblem[], one: TextProblem): void {
  if (list.length < MOST) list.push(one);
}

/**
 * @param file the file of the text
 * @param bodyLine the line of the file on which the text starts
 * @param problems receives what is wrong with the text, placed in the file
 */
export function problemReference(
  file: string,
  bodyLine: number,
  problems: Problem[],
): (problem: TextProblem) => void {
  return (problem) => problems.push({ file, ...problem, line: bodyLine + problem.line - 1 });
}

/** @returns the line of the text on which a block begins, from 1 */
export function lineOf(block: Token): number {
  return (block.map?.[0] ?? 0) + 1;
}

/**
 * @param src the text
 * @param line from 1
 * @param words what stands in the line
 * @returns the column of the words from 1; 1 too where they stand elsewhere
 */
export function columnOf(src: string, line: number, words: string): number {
  return Math.max(0, sourceLine(src, line).indexOf(words)) + 1;
}

/** The text that was asked about last, for the same one is asked about again and again. */
let known: { readonly src: string; readonly lines: readonly string[] } = { src: "", lines: [] };

/**
 * @param src the text
 * @param line from 1
 * @returns the line without its end; empty where there is none
 */
export function sourceLine(src: string, line: number): string {
  if (known.src !== src) known = { src, lines: src.split("\n") };
  return known.lines[line - 1] ?? "";
}
