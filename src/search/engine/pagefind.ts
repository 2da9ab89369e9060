/** What the engine uses of Pagefind's browser module, and the shapes that interfaces know. */

/** A place in a page, counted in words. */
export interface WeightedLocation {
  readonly weight: number;
  readonly balanced_score: number;
  readonly location: number;
}

export interface Anchor {
  readonly element: string;
  readonly id: string;
  readonly text: string;
  readonly location: number;
}

export interface SubResult {
  readonly title: string;
  readonly url: string;
  readonly locations: readonly number[];
  readonly weighted_locations: readonly WeightedLocation[];
  readonly excerpt: string;
  readonly plain_excerpt: string;
  readonly anchor?: Anchor;
}

/** What a result loads when it is shown. */
export interface PageData {
  readonly url: string;
  readonly raw_url?: string;
  readonly content: string;
  readonly raw_content?: string;
  readonly word_count: number;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly meta: Readonly<Record<string, string>>;
  readonly anchors: readonly Anchor[];
  readonly weighted_locations: readonly WeightedLocation[];
  readonly locations: readonly number[];
  readonly excerpt: string;
  readonly plain_excerpt: string;
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
  /** Only what was published from the one day to the other, both included, in ISO 8601. */
  readonly published?: { readonly from?: string; readonly to?: string };
  /** How much more a page of today counts than an old one; 0, the default, is not at all. */
  readonly freshness?: number;
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
  return import(address) as Promise<PagefindModule>;
}

/** A part of the index did not arrive. */
export class MissingIndexError extends Error {}

let program: Promise<void> | undefined;

/**
 * Makes an instance ready to be asked. Its WebAssembly is shared by all instances, and two that
 * started at once would each load it and leave the other with a pointer into the wrong memory: so
 * the first one is waited for. What does not arrive is an error of the instance's next search.
 */
export async function start(instance: PagefindInstance): Promise<void> {
  const isFirst = program === undefined;
  program ??= instance.init();
  await program;
  if (!isFirst) await instance.init();
}

/** After an error of an instance: the program is loaded anew by the next one that starts. */
export function forgetProgram(): void {
  program = undefined;
}
