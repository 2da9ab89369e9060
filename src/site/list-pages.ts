import { type Headline, headlinesPath, pageOfHeadline } from "../content/index.ts";
import { groupBy } from "../language/maps.ts";

/** A page of a list is long enough to browse and short enough to load at once. */
export const PAGE_SIZE = 30;

/**
 * The pages of a year's headlines: one for each day, or several. The front page of headlines, where
 * those without a date begin, is none of them.
 *
 * @param headlines sorted, as groupByDay takes them
 * @returns their paths and what they hold, the newest first
 */
export function headlinePages(
  headlines: readonly Headline[],
): [path: string, headlines: readonly [Headline, ...Headline[]]][] {
  const pages = groupBy(headlines, pageOfHeadline);
  pages.delete(headlinesPath(undefined));
  return [...pages];
}
