import { DateTime } from "luxon";
import { DateError, parseDate } from "../model/dates.ts";
import { looseDate } from "./loose-date.ts";

/**
 * Brings a date of another system into the form of the site.
 *
 * @param raw ISO 8601, RFC 822, SQL, Unix time, words, or a form that editors use
 * @param zone the site's zone, which the result is in, and in which a time without an offset is meant
 * @returns 2026-11-23, or 2026-11-23T14:30:00+03:00 with a time; nothing where no day is named
 */
export function foreignDate(raw: string, zone: string): string | undefined {
  const text = raw.trim().replace(/^((?:19|20)\d\d)([01]\d)([0-3]\d)$/, "$1-$2-$3");
  try {
    return parseDate(text, zone).iso;
  } catch (error) {
    if (!(error instanceof DateError)) throw error;
  }
  const moment = compactTime(text, zone) ?? unixTime(text) ?? isoTime(text, zone);
  if (moment !== undefined) return written(moment.setZone(zone), true);
  const { date, hasTime } = looseDate(text, zone) ?? {};
  return date === undefined ? undefined : written(hasTime ? date.setZone(zone) : date, hasTime);
}

/** @returns whether it is a year or a month, without a day */
export function isDateWithoutDay(raw: string): boolean {
  return /^(?:\d{4}(?:[-./]\d{1,2})?|(?:\d{1,2}[-./]|\p{L}{3,9}\.?,?\s+)\d{4})(?:\s*г(?:\.|ода)?)?$/u.test(
    raw.trim(),
  );
}

/** @returns whether day and month may be confused: «12/05/2019» */
export function isAmbiguousDay(raw: string): boolean {
  const [, one, other] = /^\D*(\d{1,2})[-/](\d{1,2})[-/]\d{2,4}(?!\d)/.exec(raw.trim()) ?? [];
  return (
    one !== undefined && Number(one) <= 12 && Number(other) <= 12 && Number(one) !== Number(other)
  );
}

function written(moment: DateTime, hasTime = false): string | undefined {
  if (!moment.isValid || !isSensible(moment)) return undefined;
  return moment.toFormat(hasTime ? "yyyy-MM-dd'T'HH:mm:ssZZ" : "yyyy-MM-dd");
}

const SECONDS = /^(-?\d{9,10})(?:\.\d+)?$/;
/** ASP.NET writes «/Date(1795433400000+0300)/». */
const MILLISECONDS = /^(?:\/Date\()?(-?\d{12,13})(?:\.\d+)?(?:(?:[+-]\d{4})?\)\/)?$/;

/** Seconds or milliseconds since 1970. */
function unixTime(text: string): DateTime | undefined {
  const [, seconds] = SECONDS.exec(text) ?? [];
  if (seconds !== undefined) return DateTime.fromSeconds(Number(seconds));
  const [, milliseconds] = MILLISECONDS.exec(text) ?? [];
  return milliseconds === undefined ? undefined : DateTime.fromMillis(Number(milliseconds));
}

/** 202611231430 and 20261123143000, of databases. */
function compactTime(text: string, zone: string): DateTime | undefined {
  if (!/^(?:19|20)\d{10}(?:\d{2})?$/.test(text)) return undefined;
  return valid(DateTime.fromFormat(text.padEnd(14, "0"), "yyyyMMddHHmmss", { zone }));
}

/** A whole day: of «2019» Luxon would make the first of January. */
const WHOLE_DAY = /^\d{4}(?:-?\d{2}-?\d{2}|-?W\d{2}-?\d|-\d{3})[T ]\d/i;

function isoTime(text: string, zone: string): DateTime | undefined {
  const form = text.replace(/^(\d{4}-\d{2}-\d{2}) +/, "$1T");
  return WHOLE_DAY.test(form) ? valid(DateTime.fromISO(form, { zone })) : undefined;
}

function valid(moment: DateTime): DateTime | undefined {
  return moment.isValid ? moment : undefined;
}

/** Databases write «0000-00-00» for no date. */
function isSensible({ year }: DateTime): boolean {
  return year >= 1700 && year <= 2200;
}
