import { DateTime, IANAZone } from "luxon";
import { localeOf } from "../../interface/index.ts";
import { compare, isRussian } from "../../language/index.ts";
import { FieldFault } from "./field-fault.ts";

/** When something was published: a day, or a day and a time, in the site's zone. */
export interface PublicationDate {
  /** For `datetime`: 2026-11-23, or 2026-11-23T14:30:00+03:00 where a time is known. */
  readonly iso: string;
  /** The day in the site's zone: 2026-11-23. */
  readonly day: string;
  /** The start of the day or the time, in milliseconds since 1970, for sorting. */
  readonly epoch: number;
}

/** The form in which dates are asked for, wherever one is. */
export const DATE_FORMS = "2026-11-23, 23.11.2026, 23 ноября 2026 или 2026-11-23 14:30";

/** The text is not a date. */
export class DateError extends FieldFault {
  constructor(message: string) {
    super(message, `запишите дату так: ${DATE_FORMS}.`);
  }
}

const ISO_FORM =
  /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?:[T ]+(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d+)?)?\s*(?<offset>Z|[+-]\d{2}:?\d{2})?)?$/;
const IN_WORDS =
  /^(?<day>\d{1,2})\s+(?<word>[а-яё]{3,8})\.?\s+(?<year>\d{4})(?:\s*г(?:\.|ода)?)?(?:,?\s+(?:в\s+)?(?<hour>\d{1,2}):(?<minute>\d{2}))?$/i;
const RUSSIAN_FORM =
  /^(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})(?:,?\s+(?<hour>\d{1,2}):(?<minute>\d{2}))?$/;

/** @returns whether Luxon knows the zone, such as Europe/Moscow */
export function isTimeZone(zone: string): boolean {
  return IANAZone.isValidZone(zone);
}

/**
 * Reads a date as editors write it.
 *
 * @param raw 2026-11-23, 2026-11-23 14:30, 2026-11-23T14:30:00+03:00, 23.11.2026, 23.11.2026 14:30,
 *   23 ноября 2026 or 23 ноября 2026, 14:30
 * @param zone the site's zone, in which a time without an offset is meant
 * @throws DateError where the text has another form or names a day that does not exist
 */
export function parseDate(raw: string, zone: string): PublicationDate {
  const parts = partsOf(raw.trim());
  if (parts === undefined) throw new DateError(`«${raw}» не похоже на дату.`);
  const moment = toMoment(parts, zone);
  if (!moment.isValid) throw new DateError(`такой даты нет: «${raw}»${whyNot(parts)}.`);
  const hasTime = parts.hour !== undefined;
  const local = hasTime ? moment.setZone(zone) : moment;
  const day = isoDay(local);
  return { iso: hasTime ? isoWithOffset(local) : day, day, epoch: local.toMillis() };
}

function partsOf(text: string): Record<string, string | undefined> | undefined {
  const parts = (ISO_FORM.exec(text) ?? RUSSIAN_FORM.exec(text))?.groups;
  if (parts !== undefined) return parts;
  const { word = "", ...words } = IN_WORDS.exec(text)?.groups ?? {};
  const month = monthNamed(word.toLowerCase());
  return month === undefined ? undefined : { ...words, month: String(month) };
}

/** @returns the day of «23 ноября 2026» and its like as written, 2026-11-23; nothing for other texts */
export function dayInWords(text: string): string | undefined {
  if (!/[а-яё]/i.test(text)) return undefined;
  const { year, month = "", day = "" } = partsOf(text.trim()) ?? {};
  return year && `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** As dates name them. */
const MONTHS =
  "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(" ");

/** @param word whole or cut short: «ноября», «нояб», «ноя»; @returns from 1 to 12 */
function monthNamed(word: string): number | undefined {
  const index = word.length < 3 ? -1 : MONTHS.findIndex((month) => month.startsWith(word));
  return index === -1 ? undefined : index + 1;
}

function toMoment(parts: Record<string, string | undefined>, zone: string): DateTime {
  const number = (name: string): number => Number(parts[name] ?? 0);
  const fields = { year: number("year"), month: number("month"), day: number("day") };
  const time = { hour: number("hour"), minute: number("minute"), second: number("second") };
  return DateTime.fromObject({ ...fields, ...time }, { zone: offsetZone(parts.offset) ?? zone });
}

function offsetZone(offset: string | undefined): string | undefined {
  if (offset === undefined) return undefined;
  if (offset === "Z") return "utc";
  return `UTC${offset.slice(0, 3)}:${offset.slice(-2)}`;
}

function whyNot(parts: Record<string, string | undefined>): string {
  const month = DateTime.fromObject({ year: Number(parts.year), month: Number(parts.month) });
  if (!month.isValid) return " (месяцев двенадцать)";
  if (Number(parts.day) > (month.daysInMonth ?? 31) || Number(parts.day) < 1) {
    return ` (дней в этом месяце: ${month.daysInMonth})`;
  }
  return " (время от 00:00 до 23:59)";
}

function isoDay(moment: DateTime): string {
  return moment.toFormat("yyyy-MM-dd");
}

function isoWithOffset(moment: DateTime): string {
  return moment.toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");
}

/**
 * A date in the language of the site as newspapers write it: «23 ноября 2025», «23 ноября, 14:30» in this
 * year; «November 23, 2025 at 2:30 PM».
 *
 * @param date what parseDate returned, so that its day and time are the site's already
 * @param language a BCP 47 tag
 * @param thisYear dates of it are written without it; by default none is
 */
export function formatDate(date: PublicationDate, language: string, thisYear?: string): string {
  const isThisYear = yearOf(date) === thisYear;
  const key = `${language} ${isThisYear} ${date.iso}`;
  const known = formatted.get(key);
  if (known !== undefined) return known;
  const moment = momentOf(date.iso, language);
  const hasTime = date.iso !== date.day;
  const text = isRussian(language)
    ? moment.toFormat(`d MMMM${isThisYear ? "" : " yyyy"}${hasTime ? ", HH:mm" : ""}`)
    : otherDate(moment, hasTime, isThisYear);
  formatted.set(key, text);
  return text;
}

/** In Russian Intl adds «г.», or a «в» before the time, from one release of its data to the next. */
function otherDate(moment: DateTime, hasTime: boolean, isThisYear: boolean): string {
  const day = { day: "numeric", month: "long" } as const;
  const time = { hour: "numeric", minute: "2-digit" } as const;
  const year = isThisYear ? {} : ({ year: "numeric" } as const);
  return plainSpaces(moment.toLocaleString({ ...day, ...year, ...(hasTime ? time : {}) }));
}

function momentOf(iso: string, language: string): DateTime {
  return DateTime.fromISO(iso, { setZone: true, locale: localeOf(language) });
}

/** Between a time and «PM» newer data of Intl have a space that few fonts have. */
function plainSpaces(text: string): string {
  return text.replaceAll("\u202f", "\u00a0");
}

/** A date stands on many pages, and to write it takes as long as to render a tenth of one. */
const formatted = new Map<string, string>();

/** @returns the time of day alone, «14:30» or «2:30 PM»; nothing where only the day is known */
export function formatTime(date: PublicationDate, language: string): string | undefined {
  if (date.iso === date.day) return undefined;
  return plainSpaces(momentOf(date.iso, language).toLocaleString({ timeStyle: "short" }));
}

/** @param month 2026-11, shown as «ноябрь 2026» */
export function formatMonth(month: string, language: string): string {
  return momentOf(month, language).toFormat("LLLL yyyy");
}

/** @param month 2026-11, shown as «ноябрь» */
export function formatMonthName(month: string, language: string): string {
  return momentOf(month, language).toFormat("LLLL");
}

/** @returns the year, as it stands in an address or a filter: «2026» */
export function yearOf(date: PublicationDate): string {
  return date.day.slice(0, 4);
}

/** Chronological order, undated items last; the order of equals is fixed. */
export function oldestFirst<Item extends { readonly date?: PublicationDate | undefined }>(
  items: readonly Item[],
  key: (item: Item) => string,
): Item[] {
  const epoch = (item: Item): number => item.date?.epoch ?? Number.POSITIVE_INFINITY;
  return items.toSorted((a, b) => compare(epoch(a), epoch(b)) || compare(key(a), key(b)));
}

/**
 * The newest first, undated items last; the order of equals is fixed.
 *
 * @param key tells two items of one date apart, such as a slug
 */
export function newestFirst<Item extends { readonly date?: PublicationDate }>(
  items: readonly Item[],
  key: (item: Item) => string,
): Item[] {
  const epoch = (item: Item): number => item.date?.epoch ?? Number.NEGATIVE_INFINITY;
  return items.toSorted((a, b) => compare(epoch(b), epoch(a)) || compare(key(a), key(b)));
}
