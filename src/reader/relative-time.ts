import { type Spoken, say } from "../interface/say.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long ago is said in hours up to here; later it is «сегодня» or «вчера» with the time. */
const MOST_HOURS = 6;

/**
 * Says when something was published as people say it: «5 мин назад», «2 ч назад», «сегодня, 14:30»,
 * «вчера, 14:30»; of a day without a time «сегодня» or «вчера».
 *
 * @param iso 2026-11-23, or 2026-11-23T14:30:00+03:00 with the offset of the site's zone
 * @param now in milliseconds since 1970
 * @param zone the site's zone, an IANA name, in which days begin and end
 * @returns nothing where the full date says it better: for what is older, and for what is to come
 * @throws RangeError where the browser does not know the zone
 */
export function relativeTime(iso: string, now: number, zone: string): string | undefined {
  const [day = "", time] = iso.split("T");
  if (time !== undefined) {
    const age = now - Date.parse(iso);
    if (!(age >= 0)) return undefined;
    if (age < MINUTE) return MESSAGES["time.now"];
    if (age < HOUR) return ago(MESSAGES["time.minutes"], age / MINUTE);
    if (age < MOST_HOURS * HOUR) return ago(MESSAGES["time.hours"], age / HOUR);
  }
  const name = dayName(day, dayIn(zone, now));
  if (name === undefined || time === undefined) return name;
  return `${name}, ${clockOf(iso, zone)}`;
}

function ago(message: Spoken<"time.minutes" | "time.hours">, count: number): string {
  return say(message, { count: Math.floor(count) });
}

/** The time of day as the site's language writes it. */
function clockOf(iso: string, timeZone: string): string {
  const format = { timeStyle: "short", timeZone } as const;
  return new Intl.DateTimeFormat(MESSAGES_LANGUAGE, format).format(Date.parse(iso));
}

function dayName(day: string, today: string): string | undefined {
  // Days without a zone have 24 hours each, whatever clocks do.
  const age = Date.parse(today) - Date.parse(day);
  if (age === 0) return MESSAGES["time.today"];
  return age === DAY ? MESSAGES["time.yesterday"] : undefined;
}

/** @returns the day that a moment belongs to in a zone: 2026-11-23 */
function dayIn(timeZone: string, moment: number): string {
  const parts = { year: "numeric", month: "2-digit", day: "2-digit", timeZone } as const;
  // Sweden writes days as ISO 8601 does.
  return new Intl.DateTimeFormat("sv", parts).format(moment);
}
