import { type DatesFile, dayNumber, type FacetFile } from "../../language/index.ts";
import { passes } from "./filter.ts";
import type { FilterCounts, RawResult, SearchOptions } from "./pagefind.ts";
import type { Volume } from "./volume.ts";

/** A calendar day of a search that is none. */
export class DateRangeError extends RangeError {}

/**
 * What is known of all pages of a volume besides their words: values of filters, days, orders. Each
 * part is loaded when it is first needed, and only then.
 */
export class Facets {
  readonly #volume: Volume;
  readonly #loaded = new Map<string, Promise<unknown>>();

  constructor(volume: Volume) {
    this.#volume = volume;
  }

  /** Every value of every filter with the number of all pages that have it. */
  async filters(): Promise<FilterCounts> {
    return count([...(await this.#facets())], undefined);
  }

  /**
   * @param ids page ids
   * @returns the same, of these pages; nothing before `filters` was first called, as in Pagefind
   */
  async counts(ids: readonly string[]): Promise<FilterCounts> {
    if (!this.#loaded.has("facets")) return {};
    const numbers = ids.length > 0 ? await this.#numbers() : new Map<string, number>();
    return count(
      [...(await this.#facets())],
      ids.map((id) => numbers.get(id) ?? -1),
    );
  }

  /**
   * @returns whether a page passes the filters and the date range of a search
   * @throws DateRangeError where a day of the range is none
   */
  async gate(options: SearchOptions): Promise<(id: string) => boolean> {
    const { filters, published } = options;
    const gates = [
      ...(Object.keys(filters ?? {}).length > 0 ? [await this.#filterGate(filters)] : []),
      ...(published === undefined ? [] : [await this.#dateGate(published)]),
    ];
    if (gates.length === 0) return () => true;
    const numbers = await this.#numbers();
    return (id) => gates.every((gate) => gate(numbers.get(id) ?? -1));
  }

  async #filterGate(filters: unknown): Promise<(page: number) => boolean> {
    const facets = await this.#facets();
    return (page) =>
      passes(filters, (filter, value) => {
        const facet = facets.get(filter);
        const number = facet?.values.indexOf(value) ?? -1;
        return number !== -1 && facet?.pages[page]?.includes(number) === true;
      });
  }

  async #dateGate({
    from,
    to,
  }: NonNullable<SearchOptions["published"]>): Promise<(page: number) => boolean> {
    const first = from === undefined ? Number.NEGATIVE_INFINITY : dayOf(from);
    const last = to === undefined ? Number.POSITIVE_INFINITY : dayOf(to);
    const days = await this.#dates();
    return (page) => {
      const day = days[page] ?? Number.NaN;
      return day >= first && day <= last;
    };
  }

  /** @returns the day of a page's publication; nothing for a page without a date */
  async days(): Promise<(id: string) => number | undefined> {
    const numbers = await this.#numbers();
    const days = await this.#dates();
    return (id) => days[numbers.get(id) ?? -1] ?? undefined;
  }

  /** @returns the place of each page in an order that the index was given */
  order(sort: NonNullable<SearchOptions["sort"]>): Promise<ReadonlyMap<string, number>> {
    return this.#once(`order ${JSON.stringify(sort)}`, async () => {
      const { results } = await this.#volume.ask((pagefind) => pagefind.search(null, { sort }));
      return new Map(results.map(({ id }, place) => [id, place]));
    });
  }

  /** Pages are counted in the order of their ids. */
  #numbers(): Promise<ReadonlyMap<string, number>> {
    return this.#once("numbers", async () => {
      const ids = [...(await this.all()).keys()].sort();
      return new Map(ids.map((id, number) => [id, number]));
    });
  }

  /** Pagefind knows all pages before it loads any word. */
  all(): Promise<ReadonlyMap<string, RawResult>> {
    return this.#once("all", async () => {
      const { results } = await this.#volume.ask((pagefind) => pagefind.search(null));
      return new Map(results.map((result) => [result.id, result]));
    });
  }

  #facets(): Promise<ReadonlyMap<string, FacetFile>> {
    return this.#once("facets", () => this.#volume.facetFiles());
  }

  #dates(): Promise<DatesFile> {
    return this.#once("dates", () => this.#volume.datesFile());
  }

  /** What did not arrive is asked for again by the next search. */
  #once<Part>(name: string, load: () => Promise<Part>): Promise<Part> {
    const known = this.#loaded.get(name) as Promise<Part> | undefined;
    if (known !== undefined) return known;
    const loading = load();
    this.#loaded.set(name, loading);
    loading.catch(() => this.#loaded.delete(name));
    return loading;
  }
}

function dayOf(text: string): number {
  const day = dayNumber(text);
  if (!Number.isNaN(day)) return day;
  throw new DateRangeError(`«${text}» is not a day; write it as 2026-11-24`);
}

/** @param pages the numbers of the pages to count; all of them by default */
function count(
  facets: readonly (readonly [name: string, facet: FacetFile])[],
  pages: readonly number[] | undefined,
): FilterCounts {
  const entries = facets.map(([name, { values, pages: own }]) => {
    const counts = values.map(() => 0);
    for (const page of pages ?? own.keys()) {
      for (const value of own[page] ?? []) counts[value] = (counts[value] ?? 0) + 1;
    }
    return [name, Object.fromEntries(values.map((value, at) => [value, counts[at] ?? 0]))] as const;
  });
  return Object.fromEntries(entries);
}
