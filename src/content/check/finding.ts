import type { TextProblem } from "../markdown/markdown-problems.ts";
import type { Problem } from "../model/problem.ts";

/** The worst first: an error stops a build, a warning may be a mistake, a note informs. */
const SEVERITIES = ["error", "warning", "note"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Kinds of findings; names are stable, for programs that read the report and for `--only`. */
const RULES = [
  "schema",
  "link",
  "duplicate",
  "markup",
  "quotes",
  "topic",
  "author",
  "date",
  "alt",
  "interface",
  "signs",
  "letters",
  "spaces",
  "newline",
  "typography",
  "topic-added",
] as const;
export type Rule = (typeof RULES)[number];

/** A kind or a severity, for `--only`. */
export type Kind = Rule | Severity;
export const KINDS: readonly Kind[] = [...RULES, ...SEVERITIES];

/** Something that a check has found. */
export interface Finding extends Problem {
  readonly severity: Severity;
  readonly rule: Rule;
  /** Whether `--fix` mends it. */
  readonly isFixable?: boolean;
}

/** Where a finding points. */
export type Place = Pick<Problem, "file" | "line" | "column">;

/**
 * @param severity of files that no build reads it is a warning
 * @returns what keeps a file from being read, as findings
 */
export function toErrors(problems: readonly Problem[], severity: Severity = "error"): Finding[] {
  return problems.map((problem) => ({ ...problem, severity, rule: "schema" }));
}

/** @param textLine the line of the file on which the text starts; @returns what its editor would rather know */
export function toRemark(remark: TextProblem, file: string, textLine: number): Finding {
  const line = textLine + remark.line - 1;
  return { file, ...remark, line, severity: "warning", rule: "markup" };
}

/** @param only by default everything; @returns whether a report is to tell of it */
export function isAsked({ rule, severity }: Finding, only: readonly Kind[] | undefined): boolean {
  return only === undefined || only.includes(rule) || only.includes(severity);
}

/** The worst first, tidiness behind what readers see; then by file, then by place. */
export function byHarm(a: Finding, b: Finding): number {
  const harm = ({ severity, rule }: Finding): number =>
    2 * SEVERITIES.indexOf(severity) + (TIDINESS.has(rule) ? 1 : 0);
  if (harm(a) !== harm(b)) return harm(a) - harm(b);
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

const TIDINESS: ReadonlySet<Rule> = new Set(["spaces", "newline"]);
