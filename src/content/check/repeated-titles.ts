import { epochOf } from "../model/schedule.ts";
import type { Site } from "../model/types.ts";
import { findDuplicates, type Title } from "./duplicates.ts";
import type { Finding } from "./finding.ts";
import type { ScannedArticle } from "./scanned-article.ts";

/** For more articles than that, it is sooner to compare all with all. */
const FEW = 20;
/** As far apart as headlines are compared, and a day at each end, for zones. */
const NEAR_MS = 9 * 24 * 60 * 60 * 1000;

/**
 * @param scanned all articles
 * @param headlines all headlines
 * @param isNamed of which files it is told
 * @returns titles that say what another one says, articles and headlines apart
 */
export function repeatedTitles(
  scanned: readonly ScannedArticle[],
  headlines: readonly Title[],
  site: Site,
  isNamed: (file: string) => boolean,
): Finding[] {
  const about = ({ place }: Title): boolean => isNamed(place.file);
  const own = scanned.filter(({ file }) => isNamed(file));
  const near = own.length > FEW ? scanned : scanned.filter((one) => own.some(isNear(one)));
  const titles = near.flatMap(({ file, title, titleLine, date }): Title[] => {
    if (title === undefined) return [];
    const epoch = epochOf(date, site.timeZone);
    return [{ text: title, epoch, place: { file, line: titleLine, column: 1 } }];
  });
  return [...findDuplicates(titles, about), ...findDuplicates(headlines, about)];
}

/** By the days as they are written, for to read a date takes longer than to look at a file. */
function isNear(one: ScannedArticle): (other: ScannedArticle) => boolean {
  const day = dayOf(one);
  return (other) => !(Math.abs(day - dayOf(other)) > NEAR_MS);
}

/** @returns not a number for what is written otherwise: that is near to all */
function dayOf({ date }: ScannedArticle): number {
  return Date.parse(/^\d{4}-\d\d-\d\d/.exec(date ?? "")?.[0] ?? "");
}
