/** The exports of Pagefind's browser module that an interface may use. */
export interface PagefindModule {
  createInstance(options?: object): unknown;
  debouncedSearch(term: string, options?: object, milliseconds?: number): Promise<unknown>;
  destroy(): Promise<void>;
  filters(): Promise<unknown>;
  init(): Promise<void>;
  mergeIndex(path: string, options?: object): Promise<void>;
  options(options: object): Promise<void>;
  preload(term: string, options?: object): Promise<void>;
  search(term: string | null, options?: object): Promise<unknown>;
}

/** Where the build puts the index, seen from where it puts this module. */
const PAGEFIND = "../pagefind/pagefind.js";

/**
 * Loads Pagefind itself, which is written with the index and finds it, and the site's path
 * prefix, by its own address.
 *
 * @throws TypeError where the module does not arrive
 */
export async function loadPagefind(): Promise<PagefindModule> {
  return import(new URL(PAGEFIND, import.meta.url).href) as Promise<PagefindModule>;
}
