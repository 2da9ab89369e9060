import { DateTime } from "luxon";
import { DateError, parseDate } from "../dates.ts";

/** RFC 822 allows names of zones; of the Russian ones feeds use these. */
const ZONES: Readonly<Record<string, string>> = { MSK: "+0300", MSD: "+0400", UT: "+0000" };

/** What forms of dates sources use besides those of the site. */
const READERS: readonly ((raw: string, zone: string) => DateTime)[] = [
  (raw, zone) => DateTime.fromISO(raw, { zone }),
  (raw, zone) => DateTime.fromSQL(raw, { zone }),
  (raw, zone) => DateTime.fromFormat(raw, "yyyy-MM-dd HH:mm:ss ZZZ", { zone }),
  (raw, zone) => DateTime.fromFormat(raw, "yyyy-MM-dd HH:mm ZZZ", { zone }),
  (raw, zone) => DateTime.fromRFC2822(raw).setZone(zone),
  (raw, zone) => DateTime.fromFormat(raw, "dd.MM.yyyy HH:mm:ss", { zone }),
];

/**
 * Brings a date of another system into the form of the site.
 *
 * @param raw ISO 8601, RFC 822, SQL, or a form that editors use
 * @param zone the site's zone, which the result is in, and in which a time without an offset is meant
 * @returns 2026-11-23, or 2026-11-23T14:30:00+03:00 where a time is known; nothing for what is no date
 */
export function foreignDate(raw: string, zone: string): string | undefined {
  const text = withOffset(raw.trim());
  try {
    return parseDate(text, zone).iso;
  } catch (error) {
    if (!(error instanceof DateError)) throw error;
  }
  for (const read of READERS) {
    const moment = read(text, zone);
    if (moment.isValid && isSensible(moment)) return moment.toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");
  }
  return undefined;
}

function withOffset(text: string): string {
  return text.replace(/\s(MSK|MSD|UT)$/, (_, name: string) => ` ${ZONES[name]}`);
}

/** «12» is an ISO century, «0000-00-00» a database's nothing. */
function isSensible({ year }: DateTime): boolean {
  return year >= 1700 && year <= 2200;
}
