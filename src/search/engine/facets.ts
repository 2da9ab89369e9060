import {
  type Dates,
  dayNumber,
  decodeDates,
  decodeFacet,
  decodeOrder,
  decodePages,
  type Facet,
  type Segment as SegmentFacts,
} from "../format/index.ts";
import type { PackFiles } from "./fetched-files.ts";
import { passes } from "./filter.ts";
import { once } from "./once.ts";
import type { FilterCounts, SearchOptions } from "./pagefind.ts";
import { placeOf } from "./ranked-postings.ts";

/** A calendar day of a search that is none. */
class DateRangeError extends RangeError {}

/** Filters, dates and other facts of a segment's pages; loaded when first needed. */
export class Facets {
  readonly #facts: SegmentFacts;
  readonly #files: PackFiles;
  readonly #loaded = new Map<string, Promise<unknown>>();

  constructor(facts: SegmentFacts, files: PackFiles) {
    this.#facts = facts;
    this.#files = files;
  }

  /** Every value of every filter with the number of all pages that have it. */
  async filters(): Promise<FilterCounts> {
    const entries = [...(await this.#facets())].map(([name, { values, pages }]) => {
      return [name, countsOf(values, (at) => pages[at]?.length ?? 0)] as const;
    });
    return Object.fromEntries(entries);
  }

  /** @returns the same, of these pages */
  async counts(slots: readonly number[]): Promise<FilterCounts> {
    const entries = [...(await this.#valuesOf())].map(([name, { values, starts, of }]) => {
      const counts = new Uint32Array(values.length);
      for (const slot of slots) {
        const end = starts[slot + 1] ?? 0;
        for (let at = starts[slot] ?? 0; at < end; at++) {
          const value = of[at] ?? 0;
          counts[value] = (counts[value] ?? 0) + 1;
        }
      }
      return [name, countsOf(values, (at) => counts[at] ?? 0)] as const;
    });
    return Object.fromEntries(entries);
  }

  /**
   * @returns whether a page passes the filters and the date range of a search
   * @throws DateRangeError where a day of the range is none
   */
  async gate({ filters, published }: SearchOptions): Promise<(slot: number) => boolean> {
    const gates = [
      ...(Object.keys(filters ?? {}).length > 0 ? [await this.#filterGate(filters)] : []),
      ...(published === undefined ? [] : [await this.#dateGate(published)]),
    ];
    return (slot) => gates.every((gate) => gate(slot));
  }

  async #filterGate(filters: unknown): Promise<(slot: number) => boolean> {
    const facets = await this.#facets();
    return (slot) =>
      passes(filters, (filter, value) => {
        const facet = facets.get(filter);
        const pages = facet?.pages[facet.values.indexOf(value)];
        return pages !== undefined && placeOf(pages, slot) >= 0;
      });
  }

  async #dateGate({
    from,
    to,
  }: NonNullable<SearchOptions["published"]>): Promise<(slot: number) => boolean> {
    const first = from === undefined ? Number.NEGATIVE_INFINITY : dayOf(from);
    const last = to === undefined ? Number.POSITIVE_INFINITY : dayOf(to);
    const days = await this.days();
    return (slot) => {
      const day = days(slot) ?? Number.NaN;
      return day >= first && day <= last;
    };
  }

  /** @returns the day of a page's publication; nothing for a page without a date */
  async days(): Promise<(slot: number) => number | undefined> {
    const { slots, days } = await this.#dates();
    return (slot) => days[placeOf(slots, slot)];
  }

  /**
   * @param name of an order that the index was given
   * @returns the place of each page in it, ascending; none where there is no such order
   */
  order(name: string): Promise<ReadonlyMap<number, number>> {
    return this.#once(`order ${name}`, async () => {
      const file = this.#facts.orders.find((one) => one.name === name)?.file ?? "";
      const slots = file === "" ? [] : decodeOrder(await this.#files.bytes("order", file));
      return new Map([...slots].map((slot, place) => [slot, place]));
    });
  }

  /** The slots of all pages. */
  all(): Promise<Uint32Array> {
    return this.#once("all", async () => {
      return decodePages(await this.#files.bytes("pages", this.#facts.all));
    });
  }

  #facets(): Promise<ReadonlyMap<string, Facet>> {
    return this.#once("facets", async () => {
      const tables = this.#facts.facets.map(async ({ name, file }) => {
        return [name, decodeFacet(await this.#files.bytes("facet", file))] as const;
      });
      return new Map(await Promise.all(tables));
    });
  }

  /** The values of each page, by filter. */
  #valuesOf(): Promise<ReadonlyMap<string, PageValues>> {
    return this.#once("values", async () => {
      const facets = [...(await this.#facets())];
      const slots = 2 ** this.#facts.slotBits;
      return new Map(facets.map(([name, facet]) => [name, toPageValues(facet, slots)]));
    });
  }

  #dates(): Promise<Dates> {
    return this.#once("dates", async () => {
      const { dates } = this.#facts;
      if (dates === undefined) return { slots: new Uint32Array(), days: new Int32Array() };
      return decodeDates(await this.#files.bytes("dates", dates));
    });
  }

  /** Each name stands for one kind of part. */
  #once<Part>(name: string, load: () => Promise<Part>): Promise<Part> {
    return once(this.#loaded as Map<string, Promise<Part>>, name, load);
  }
}

/** The values of each page, by their numbers. */
interface PageValues {
  readonly values: readonly string[];
  /** Where those of each slot begin in `of`, and at the end where the last end. */
  readonly starts: Uint32Array;
  readonly of: Uint32Array;
}

function toPageValues({ values, pages }: Facet, slots: number): PageValues {
  const starts = new Uint32Array(slots + 1);
  for (const own of pages) for (const slot of own) starts[slot + 1] = (starts[slot + 1] ?? 0) + 1;
  for (let slot = 0; slot < slots; slot++) {
    starts[slot + 1] = (starts[slot + 1] ?? 0) + (starts[slot] ?? 0);
  }
  const of = new Uint32Array(starts[slots] ?? 0);
  const next = starts.slice();
  for (const [value, own] of pages.entries()) {
    for (const slot of own) {
      of[next[slot] ?? 0] = value;
      next[slot] = (next[slot] ?? 0) + 1;
    }
  }
  return { values, starts, of };
}

function countsOf(values: readonly string[], count: (at: number) => number) {
  return Object.fromEntries(values.map((value, at) => [value, count(at)]));
}

function dayOf(text: string): number {
  const day = dayNumber(text);
  if (!Number.isNaN(day)) return day;
  throw new DateRangeError(`«${text}» is not a day; write it as 2026-11-24`);
}

/** @returns the counts of several segments as those of one */
export function sumCounts(parts: readonly FilterCounts[]): FilterCounts {
  const all: FilterCounts = {};
  for (const [filter, values] of parts.flatMap((part) => Object.entries(part))) {
    const counts = all[filter] ?? {};
    for (const [value, count] of Object.entries(values)) {
      counts[value] = (counts[value] ?? 0) + count;
    }
    all[filter] = counts;
  }
  return all;
}
