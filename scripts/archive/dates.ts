import type { Phrases } from "./phrases.ts";

/** The archive ends on a day that does not depend on the clock, so that its bytes do not either. */
const LAST_DAY = Date.UTC(2026, 10, 24);
const DAY = 24 * 60 * 60 * 1000;
const MINUTE = 60 * 1000;

/** Days that the articles are spread over. */
export const ARTICLE_DAYS = 730;
/** Days that the headlines are spread over. */
export const HEADLINE_DAYS = 90;

/**
 * A time of day some way back from the last day of the archive.
 *
 * @param part how far back: 0 is the last day, 1 the first
 * @param days how many days the archive spans
 * @returns milliseconds since 1970; its UTC figures are meant as the time of the site's zone
 */
export function timeAt(part: number, days: number, phrases: Phrases): number {
  const day = LAST_DAY - Math.floor(part * days) * DAY;
  return day + phrases.between(7 * 60, 21 * 60) * MINUTE;
}

/** Some time later, by hours; never after the archive's last day. */
export function later(time: number, phrases: Phrases): number {
  return Math.min(time + phrases.between(30, 5000) * MINUTE, LAST_DAY + DAY - MINUTE);
}

/** @returns as an editor writes it: 2026-11-23 14:30 */
export function withTime(time: number): string {
  return new Date(time).toISOString().slice(0, 16).replace("T", " ");
}

/** @returns as an editor writes it: 2026-11-23 */
export function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
