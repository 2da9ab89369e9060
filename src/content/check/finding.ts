import type { TextProblem } from "../markdown-problems.ts";
import type { Problem } from "../problem.ts";

/** An error keeps an archive from being published well, a warning is to be looked at, a note tells. */
export type Severity = "error" | "warning" | "note";

/** What a check looks at; a stable name for programs that read the report. */
export type Rule =
  | "schema"
  | "markup"
  | "typography"
  | "quotes"
  | "signs"
  | "spaces"
  | "newline"
  | "link"
  | "alt"
  | "duplicate"
  | "topic"
  | "topic-added"
  | "date";

/** Something that a check has found. */
export interface Finding extends Problem {
  readonly severity: Severity;
  readonly rule: Rule;
  /** Whether `--fix` mends it. */
  readonly isFixable?: boolean;
}

/** Where a finding points. */
export type Place = Pick<Problem, "file" | "line" | "column">;

/** @returns what keeps a file from being read, as findings */
export function toErrors(problems: readonly Problem[]): Finding[] {
  return problems.map((problem) => ({ ...problem, severity: "error", rule: "schema" }));
}

/** @param textLine the line of the file on which the text starts; @returns what its editor would rather know */
export function toRemark(remark: TextProblem, file: string, textLine: number): Finding {
  const line = textLine + remark.line - 1;
  return { file, ...remark, line, severity: "warning", rule: "markup" };
}

/** By file, then by place. */
export function byPlace(a: Finding, b: Finding): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
