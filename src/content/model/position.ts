/** A place in a file, line and column counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** @returns where a sign of a text stands */
export function positionIn(text: string, index: number): Position {
  const before = text.slice(0, Math.max(0, index));
  return { line: before.split("\n").length, column: before.length - before.lastIndexOf("\n") };
}
