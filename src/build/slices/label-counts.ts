import { type Headline, type Label, labelPath, labelsOf } from "../../content/index.ts";
import type { SliceFacts } from "../tasks/slice-files.ts";

/** A label, and how much belongs to it in each year. */
export interface LabelCounts {
  readonly label: Label;
  /** By year, or UNDATED; in the order of the years that were given. */
  readonly years: Map<string, number>;
}

/**
 * Counts what belongs to labels; the first name that is met is theirs.
 *
 * @param years in the order in which they are wanted
 * @param slices facts of all slices
 * @param headlinesOf the headlines of a year
 */
export function countLabels(
  years: readonly string[],
  slices: readonly Pick<SliceFacts, "years">[],
  headlinesOf: (year: string) => readonly Headline[],
): LabelCounts[] {
  const all = new Map<string, LabelCounts>();
  const add = (label: Label, year: string, count: number): void => {
    const path = labelPath(label);
    const own = all.get(path) ?? { label, years: new Map<string, number>() };
    own.years.set(year, (own.years.get(year) ?? 0) + count);
    all.set(path, own);
  };
  for (const year of years) {
    for (const facts of slices) {
      for (const { count, ...label } of facts.years[year]?.labels ?? []) add(label, year, count);
    }
    for (const label of headlinesOf(year).flatMap(labelsOf)) add(label, year, 1);
  }
  return [...all.values()];
}
