import type { IndexRecord } from "./records.ts";

/** Part of an archive that is indexed on its own. */
export interface VolumePlan {
  /** What Pagefind is told as its language: `ru`, or `ru-2026-11` by its first month. */
  readonly language: string;
  /** In a fixed order. */
  readonly records: readonly IndexRecord[];
}

/**
 * Pages of a volume that is closed. Every volume that a query asks costs a reader a chunk for each
 * word, and every page of a volume costs the indexer 0.2 MB of memory.
 */
const CLOSED_PAGES = 5000;

/** Pages of the volume of the latest months, which is made anew with every commit. */
const FRESH_PAGES = 1000;

/** Sorts before every month. */
const NO_MONTH = "0000-00";

/**
 * Cuts records into volumes by months: closed ones of up to CLOSED_PAGES from the oldest on, then
 * what is left, its latest months apart. The cut depends on nothing but the records, so that a site's
 * bytes do not show how it came about.
 *
 * @param records in any order
 * @param language an ISO 639-1 code
 * @returns the newest first; one at least
 */
export function cutVolumes(records: readonly IndexRecord[], language: string): VolumePlan[] {
  const months = byMonth(records);
  const volumes: Month[][] = [[]];
  for (const month of months) {
    const open = volumes.at(-1) ?? [];
    const full = open.length > 0 && pagesOf(open) + month.records.length > CLOSED_PAGES;
    if (full) volumes.push([month]);
    else open.push(month);
  }
  const parts = [...volumes.slice(0, -1), ...splitFresh(volumes.at(-1) ?? [])];
  const single = parts.length === 1;
  return parts
    .map((own) => ({
      language: single ? language : `${language}-${own[0]?.name ?? NO_MONTH}`,
      records: own.flatMap((month) => month.records),
    }))
    .reverse();
}

interface Month {
  /** 2026-11; a part of a month that is too large for one volume has its number behind it. */
  readonly name: string;
  readonly records: readonly IndexRecord[];
}

function byMonth(records: readonly IndexRecord[]): Month[] {
  const months = new Map<string, IndexRecord[]>();
  for (const record of records.toSorted((a, b) => (a.url < b.url ? -1 : 1))) {
    const name = record.day?.slice(0, 7) ?? NO_MONTH;
    const own = months.get(name);
    if (own === undefined) months.set(name, [record]);
    else own.push(record);
  }
  return [...months.keys()].sort().flatMap((name) => partsOf(name, months.get(name) ?? []));
}

function partsOf(name: string, records: readonly IndexRecord[]): Month[] {
  if (records.length <= CLOSED_PAGES) return [{ name, records }];
  const count = Math.ceil(records.length / CLOSED_PAGES);
  return Array.from({ length: count }, (_, part) => ({
    name: `${name}-${part + 1}`,
    records: records.slice(part * CLOSED_PAGES, (part + 1) * CLOSED_PAGES),
  }));
}

/** The latest months, as many as fit; the latest one at least. */
function splitFresh(months: readonly Month[]): Month[][] {
  if (pagesOf(months) <= FRESH_PAGES) return [[...months]];
  let start = months.length - 1;
  while (start > 0 && pagesOf(months.slice(start - 1)) <= FRESH_PAGES) start--;
  return [months.slice(0, start), months.slice(start)].filter((part) => part.length > 0);
}

function pagesOf(months: readonly Month[]): number {
  return months.reduce((sum, { records }) => sum + records.length, 0);
}
