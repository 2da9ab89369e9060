import { DateTime } from "luxon";
import type { PublicationDate } from "../../content/index.ts";

/**
 * Feeds have no word for a day without a time: such a day is its first moment in the site's zone,
 * which is what `epoch` holds.
 */

/** @returns the form of RSS, RFC 822 with a year of four digits: Mon, 23 Nov 2026 14:30:00 +0300 */
export function rfc822({ epoch }: PublicationDate, zone: string): string {
  // Names of days and months are English whatever the language of the machine is.
  return DateTime.fromMillis(epoch, { zone, locale: "en-US" }).toFormat(
    "EEE, dd LLL yyyy HH:mm:ss ZZZ",
  );
}

/** @returns the form of Atom and JSON Feed, RFC 3339: 2026-11-23T14:30:00+03:00 */
export function rfc3339({ epoch }: PublicationDate, zone: string): string {
  return DateTime.fromMillis(epoch, { zone }).toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");
}

/** The dates of publication and of changes. */
interface Changing {
  readonly date?: PublicationDate | undefined;
  readonly updated?: PublicationDate | undefined;
}

/** @returns the latest day or time that is known of items; the clock is never asked */
export function newestChange(items: readonly Changing[]): PublicationDate | undefined {
  const changes = items.flatMap(({ date, updated }) => updated ?? date ?? []);
  return changes.toSorted((a, b) => b.epoch - a.epoch)[0];
}
