/** A line that is mended, as it was and as it is. */
export interface ChangedLine {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** Nothing where the line is put in. */
  readonly before: string | undefined;
  /** Nothing where it is taken away: at the end of a file. */
  readonly after: string | undefined;
}

/** @returns the lines in which two texts differ, of which only the last may be missing in one */
export function changedLines(file: string, before: string, after: string): ChangedLine[] {
  const [old, now] = [before.split("\n"), after.split("\n")];
  const longer = old.length > now.length ? old : now;
  return [...longer.keys()].flatMap((index): ChangedLine[] => {
    const change = { file, line: index + 1, before: old[index], after: now[index] };
    return change.before === change.after ? [] : [change];
  });
}
