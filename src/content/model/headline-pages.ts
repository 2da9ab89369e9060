import { groupBy } from "../../language/maps.ts";
import { newestFirst, type PublicationDate } from "./dates.ts";
import { headlinesPath } from "./paths.ts";

/** About 70 kB of HTML: a day of 5,000 headlines on one page would be 1.65 MB. */
const HEADLINES_ON_PAGE = 200;

/**
 * Cuts days into pages. The first page holds the earliest headlines, so that later ones change no address.
 * Headlines that wait or are over count too, so that time changes none either.
 *
 * @param headlines in the order of their file, where new ones stand on top
 * @returns the number of the page of each, from 1; those without a date are cut as one day is
 */
export function pagesOfHeadlines(
  headlines: readonly { readonly date?: PublicationDate | undefined }[],
): number[] {
  const numbered = headlines.map(({ date }, index) => ({ index, date }));
  const days = groupBy(numbered, ({ date }) => headlinesPath(date));
  const pages: number[] = [];
  for (const day of days.values()) {
    const earliestFirst = newestFirst(day, ({ index }) => String(index).padStart(9, "0")).reverse();
    for (const [rank, { index }] of earliestFirst.entries()) {
      pages[index] = Math.floor(rank / HEADLINES_ON_PAGE) + 1;
    }
  }
  return pages;
}

/** @returns the page on which a headline stands, without the anchor: /headlines/2026/11/23/page/2/ */
export function pageOfHeadline({ path }: { readonly path: string }): string {
  return path.replace(/#.*$/, "");
}
