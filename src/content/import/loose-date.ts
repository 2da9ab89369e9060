import { DateTime } from "luxon";
import { zoneAt } from "./time-zones.ts";

/** A day, and whether a time was told with it. */
export interface LooseDate {
  readonly date: DateTime;
  readonly hasTime: boolean;
}

const ENGLISH =
  "january february march april may june july august september october november december".split(
    " ",
  );
const OF_RUSSIAN =
  "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(" ");
const RUSSIAN =
  "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split(" ");

/** A weekday adds nothing to a day, and many feeds have a wrong one. */
const WEEKDAY =
  /(?<!\p{L})(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|пн|вт|ср|чт|пт|сб|вс|понедельник|вторник|сред[ау]|четверг|пятниц[ау]|суббот[ау]|воскресенье)(?!\p{L})\.?,?/giu;

const TIME = /(?<![\d:])(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?!\d)\s*([ap]\.?m\b\.?)?/i;

/** Words around the numbers of a day. */
const FILLING = new Set(["г", "год", "года", "в", "at", "of", "t"]);

/**
 * Reads a day in the forms that feeds use: parts in any usual order, months as numbers or words in two
 * languages, the time before or behind, zones as offsets or names.
 *
 * @param zone in which a time without a zone is meant
 * @returns the day, if all parts are there and no others
 */
export function looseDate(raw: string, zone: string): LooseDate | undefined {
  const text = raw.replace(/\([^()]*\)/g, " ").replace(WEEKDAY, " ");
  const time = TIME.exec(text);
  if (time === null) return dated(text, {}, zone);
  const rest = text.slice(time.index + time[0].length);
  const found = zoneAt(rest, (word) => monthOf(word) !== undefined || FILLING.has(word));
  const days = `${text.slice(0, time.index)} ${rest.slice(found?.length ?? 0)}`;
  // In an unknown zone the time is not known; the day stays.
  if (found !== undefined && found.zone === undefined) return dated(days, {}, zone);
  return dated(days, clockOf(time), found?.zone ?? zone);
}

interface Clock {
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
}

function clockOf([, hour, minute, second = "0", half]: RegExpExecArray): Clock {
  const written = Number(hour);
  const isEvening = half !== undefined && /^p/i.test(half);
  const hours = half === undefined ? written : (written % 12) + (isEvening ? 12 : 0);
  return { hour: hours, minute: Number(minute), second: Number(second) };
}

function dated(text: string, clock: Clock, zone: string): LooseDate | undefined {
  const day = dayOf(text);
  if (day === undefined) return undefined;
  const date = DateTime.fromObject({ ...day, ...clock }, { zone });
  return date.isValid ? { date, hasTime: clock.hour !== undefined } : undefined;
}

function dayOf(text: string) {
  const parts = text
    .split(/[\s,./-]+/)
    .map((part) => part.replace(/^(\d{1,2})(?:st|nd|rd|th|-?го|-?е)$/i, "$1"))
    .filter((part) => part !== "" && !FILLING.has(part.toLowerCase()));
  const [first = "", second = "", third = ""] = parts;
  if (parts.length !== 3) return undefined;
  if (monthOf(first) !== undefined) return toDay(third, monthOf(first), second);
  const [isYearFirst, month] = [/^\d{4}$/.test(first), monthOf(second) ?? numberOf(second)];
  if (isYearFirst) return toDay(first, month, third);
  // Day before month, unless there is no such month: 11/23/2026.
  const isAmerican = month !== undefined && month > 12 && Number(first) <= 12;
  return isAmerican ? toDay(third, Number(first), second) : toDay(third, month, first);
}

function toDay(year: string, month: number | undefined, day: string) {
  if (month === undefined || !/^(?:\d{2}|\d{4})$/.test(year) || !/^\d{1,2}$/.test(day)) {
    return undefined;
  }
  // RFC 2822: of two digits, those under 50 are of this century.
  const century = year.length === 4 ? 0 : Number(year) < 50 ? 2000 : 1900;
  return { year: century + Number(year), month, day: Number(day) };
}

function numberOf(text: string): number | undefined {
  return /^\d{1,2}$/.test(text) ? Number(text) : undefined;
}

/** @returns 1 to 12, of a whole or a shortened name: «Sept», «нояб» */
function monthOf(word: string): number | undefined {
  const name = word.toLowerCase();
  if (name.length < 3) return undefined;
  const index = [ENGLISH, OF_RUSSIAN, RUSSIAN].map((months) =>
    months.findIndex((month) => month.startsWith(name)),
  );
  const found = index.find((one) => one !== -1);
  return found === undefined ? undefined : found + 1;
}
