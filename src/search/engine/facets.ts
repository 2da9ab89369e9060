import type { FilterCounts, PagefindInstance } from "./pagefind.ts";

/** The pages that have each value of each filter. */
type FacetPages = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

/** Counts of filter values over any set of pages; Pagefind counts only over its own answers. */
export class Facets {
  readonly #pagefind: PagefindInstance;
  #pages: Promise<FacetPages> | undefined;

  constructor(pagefind: PagefindInstance) {
    this.#pagefind = pagefind;
  }

  /**
   * @param ids page ids
   * @returns every value of every filter with the number of these pages that have it
   */
  async count(ids: readonly string[]): Promise<FilterCounts> {
    const facets = await this.#load();
    const counts: FilterCounts = {};
    for (const [filter, values] of facets) {
      counts[filter] = {};
      for (const [value, pages] of values) {
        counts[filter][value] = ids.filter((id) => pages.has(id)).length;
      }
    }
    return counts;
  }

  /** Asked once: each value is a search of its own. */
  #load(): Promise<FacetPages> {
    this.#pages ??= loadFacets(this.#pagefind);
    this.#pages.catch(() => {
      this.#pages = undefined;
    });
    return this.#pages;
  }
}

async function loadFacets(pagefind: PagefindInstance): Promise<FacetPages> {
  const facets = new Map<string, Map<string, Set<string>>>();
  for (const [filter, values] of Object.entries(await pagefind.filters())) {
    const pages = new Map<string, Set<string>>();
    for (const value of Object.keys(values)) {
      const { results } = await pagefind.search(null, { filters: { [filter]: [value] } });
      pages.set(value, new Set(results.map(({ id }) => id)));
    }
    facets.set(filter, pages);
  }
  return facets;
}
