import { ByteReader, ByteWriter } from "./bytes.ts";

/** Facts of all pages of a segment besides their words; each file is fetched when needed. */

/** Which pages have which values of a filter. */
export interface Facet {
  /** Sorted, each once. */
  readonly values: readonly string[];
  /** For each value the slots of its pages, rising. */
  readonly pages: readonly Uint32Array[];
}

/** @returns the body of a facet file */
export function encodeFacet({ values, pages }: Facet): Uint8Array {
  const to = new ByteWriter();
  to.number(values.length);
  for (const [at, value] of values.entries()) {
    to.text(value);
    writeSlots(pages[at] ?? new Uint32Array(), to);
  }
  return to.toBytes();
}

/** @throws RangeError where it ends too early, and so all below */
export function decodeFacet(bytes: Uint8Array): Facet {
  const from = new ByteReader(bytes);
  const values: string[] = [];
  const pages: Uint32Array[] = [];
  for (let left = from.number(); left > 0; left--) {
    values.push(from.text());
    pages.push(readSlots(from));
  }
  return { values, pages };
}

/** When pages were published. */
export interface Dates {
  /** The pages that say it, rising. */
  readonly slots: Uint32Array;
  /** The day of each, counted from 1970-01-01; before it below zero. */
  readonly days: Int32Array;
}

/** @returns the body of a dates file */
export function encodeDates({ slots, days }: Dates): Uint8Array {
  const to = new ByteWriter();
  writeSlots(slots, to);
  const first = days.reduce((least, day) => Math.min(least, day), 0);
  to.number(-first);
  for (const day of days) to.number(day - first);
  return to.toBytes();
}

export function decodeDates(bytes: Uint8Array): Dates {
  const from = new ByteReader(bytes);
  const slots = readSlots(from);
  const first = -from.number();
  return { slots, days: Int32Array.from(slots, () => first + from.number()) };
}

/**
 * @param slots pages in an order that the index was given, ascending
 * @returns the body of an order file
 */
export function encodeOrder(slots: Uint32Array): Uint8Array {
  const to = new ByteWriter();
  to.number(slots.length);
  for (const slot of slots) to.number(slot);
  return to.toBytes();
}

export function decodeOrder(bytes: Uint8Array): Uint32Array {
  const from = new ByteReader(bytes);
  return Uint32Array.from({ length: from.number() }, () => from.number());
}

/**
 * @param slots of all pages, rising
 * @returns the body of a pages file
 */
export function encodePages(slots: Uint32Array): Uint8Array {
  const to = new ByteWriter();
  writeSlots(slots, to);
  return to.toBytes();
}

export function decodePages(bytes: Uint8Array): Uint32Array {
  return readSlots(new ByteReader(bytes));
}

function writeSlots(slots: Uint32Array, to: ByteWriter): void {
  to.number(slots.length);
  to.rising(slots);
}

function readSlots(from: ByteReader): Uint32Array {
  return from.rising(from.number());
}

const DAY_MS = 86_400_000;

/**
 * @param date a calendar day in ISO 8601: 2026-11-24
 * @returns the days since 1970-01-01; NaN for what is not a date
 */
export function dayNumber(date: string): number {
  return Math.floor(Date.parse(date) / DAY_MS);
}
