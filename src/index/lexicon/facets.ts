import { type DatesFile, dayNumber, type FacetFile } from "../../language/index.ts";
import type { IndexedPage } from "./vocabulary.ts";

/**
 * What pages are filtered by. Pagefind counts filter values with the square of the pages, and hands
 * out dates only as texts; so the engine gets tables that it can read in one pass.
 *
 * @param pages all pages of the index
 * @returns a table for each filter, by its name; names sorted
 */
export function toFacets(pages: readonly IndexedPage[]): Map<string, FacetFile> {
  const sorted = byId(pages);
  const names = new Set(pages.flatMap(({ filters }) => Object.keys(filters)));
  return new Map([...names].sort().map((name) => [name, toFacet(name, sorted)]));
}

function toFacet(name: string, pages: readonly IndexedPage[]): FacetFile {
  const values = [...new Set(pages.flatMap(({ filters }) => filters[name] ?? []))].sort();
  const numbers = new Map(values.map((value, number) => [value, number]));
  const own = pages.map(({ filters }) =>
    (filters[name] ?? []).map((value) => numbers.get(value) ?? 0),
  );
  return { values, pages: own };
}

/** @returns nothing where no page says when it was published */
export function toDates(pages: readonly IndexedPage[]): DatesFile | undefined {
  const days = byId(pages).map(({ meta }) => {
    const day = dayNumber(meta.published ?? "");
    return Number.isNaN(day) ? null : day;
  });
  return days.some((day) => day !== null) ? days : undefined;
}

function byId(pages: readonly IndexedPage[]): IndexedPage[] {
  return pages.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
