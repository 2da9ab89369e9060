/**
 * The site's search module, at /search/pagefind.js: a stand-in for Pagefind's own browser module
 * with the same exports, so that any interface written for Pagefind uses it by a changed bundle
 * path. Everything in the browser that searches goes through this door; what lies behind it is
 * known only here.
 */
import { loadPagefind } from "./pagefind.ts";

const pagefind = await loadPagefind();

export const {
  createInstance,
  debouncedSearch,
  destroy,
  filters,
  init,
  mergeIndex,
  options,
  preload,
  search,
} = pagefind;
