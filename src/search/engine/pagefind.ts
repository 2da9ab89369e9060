import type { StoredAnchor, StoredPage } from "../format/index.ts";

/** The shapes that interfaces know from Pagefind, and its browser module for other languages. */

/** A place in a page, counted in words. */
interface WeightedLocation {
  readonly weight: number;
  readonly balanced_score: number;
  readonly location: number;
}

export interface SubResult {
  readonly title: string;
  readonly url: string;
  readonly locations: readonly number[];
  readonly weighted_locations: readonly WeightedLocation[];
  readonly excerpt: string;
  readonly plain_excerpt: string;
  readonly anchor?: StoredAnchor;
}

/** The data of a result, loaded when it is shown. */
export interface PageData extends StoredPage {
  /** With the path prefix, as links have it. */
  readonly url: string;
  readonly raw_url?: string;
  readonly raw_content?: string;
  readonly weighted_locations: readonly WeightedLocation[];
  readonly locations: readonly number[];
  readonly excerpt: string;
  readonly plain_excerpt: string;
  /** The title as HTML, marked as the excerpt is. Not in Pagefind, nor is the next one. */
  readonly markedTitle?: string;
  /** Whether the excerpt begins, and ends, in the midst of a sentence. */
  readonly isCut?: { readonly start: boolean; readonly end: boolean };
  readonly sub_results: readonly SubResult[];
}

export interface RawResult {
  readonly id: string;
  readonly score: number;
  /** The places of the matched words. */
  readonly words: readonly number[];
  readonly matchedMetaFields?: readonly string[];
  data(): Promise<PageData>;
}

export type FilterCounts = Record<string, Record<string, number>>;

export interface SearchOptions {
  readonly filters?: object;
  readonly sort?: Readonly<Record<string, "asc" | "desc">>;
  /** Limits results to days, both included, in ISO 8601. */
  readonly published?: { readonly from?: string; readonly to?: string };
  /** How much more a page of today counts than an old one; 0, the default, is not at all. */
  readonly freshness?: number;
  /** Whether words are looked for as typed: no other layout or alphabet, no slips put right. */
  readonly asTyped?: boolean;
  /**
   * Whether somebody is still typing: the last word may then be any beginning. Otherwise only a word that
   * neither the archive nor a dictionary knows is taken for one, and the response says what it became.
   */
  readonly typing?: boolean;
}

export interface RawResponse {
  readonly results: readonly RawResult[];
  readonly unfilteredResultCount: number;
  readonly filters: FilterCounts;
  readonly totalFilters: FilterCounts;
  readonly timings: { readonly preload: number; readonly search: number; readonly total: number };
}

export interface PagefindInstance {
  destroy(): Promise<void>;
  filters(): Promise<FilterCounts>;
  init(): Promise<void>;
  mergeIndex(path: string, options?: object): Promise<void>;
  options(options: object): Promise<void>;
  preload(term: string, options?: object): Promise<void>;
  search(term: string | null, options?: SearchOptions): Promise<RawResponse>;
}

export interface PagefindModule {
  createInstance(options?: object): PagefindInstance;
}

/**
 * Loads Pagefind itself, which is written with the index and finds it, and the site's path
 * prefix, by its own address.
 *
 * @param address of its pagefind.js
 * @throws TypeError where the module does not arrive
 */
export async function loadPagefind(address: string): Promise<PagefindModule> {
  const found = (await import(address)) as Partial<PagefindModule>;
  // A file without anything in it is a module too.
  if (typeof found.createInstance === "function") return found as PagefindModule;
  throw new TypeError(`${address} is not Pagefind's module`);
}
