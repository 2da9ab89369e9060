import type { RawResponse, SearchInstance, SearchResponse } from "../engine/index.ts";

/**
 * What the engine answers. Pages in other languages are searched by Pagefind itself, whose answers
 * say nothing of corrections and synonyms.
 */
export type SearchAnswer = RawResponse & Partial<Omit<SearchResponse, keyof RawResponse>>;

/** What the interface uses of /search/pagefind.js. */
export interface SearchEngine {
  search(
    query: string | null,
    options?: Parameters<SearchInstance["search"]>[1],
  ): Promise<SearchAnswer>;
  suggest: SearchInstance["suggest"];
  filters: SearchInstance["filters"];
  preload: SearchInstance["preload"];
}

let loading: Promise<SearchEngine> | undefined;
let tries = 0;

/**
 * Loads the search module of the site, once.
 *
 * @returns the module, which loads its index when it is first asked
 * @throws TypeError where it does not arrive; the next call tries again
 */
export function loadEngine(): Promise<SearchEngine> {
  if (loading !== undefined) return loading;
  // Browsers keep a failure under the module's address.
  const retry = tries === 0 ? "" : `?try=${tries}`;
  tries++;
  const own = import(`${searchFolder()}pagefind.js${retry}`) as Promise<SearchEngine>;
  loading = own;
  own.catch(() => {
    loading = undefined;
  });
  return own;
}

/** @returns the path of the search page, with the site's prefix: /news/search/ */
export function searchFolder(): string {
  return document.documentElement.dataset.search ?? "/search/";
}
