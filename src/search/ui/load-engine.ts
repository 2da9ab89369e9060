import type { RawResponse, SearchInstance, SearchResponse } from "../engine/index.ts";
import { allowOwnScripts } from "./own-scripts.ts";

/**
 * An answer of the engine. Pages in other languages are searched by Pagefind itself, whose answers lack
 * corrections and synonyms.
 */
export type SearchAnswer = RawResponse & Partial<Omit<SearchResponse, keyof RawResponse>>;

/** The part of /search/pagefind.js that the interface uses. */
export interface SearchEngine {
  search(
    query: string | null,
    options?: Parameters<SearchInstance["search"]>[1],
  ): Promise<SearchAnswer>;
  suggest: SearchInstance["suggest"];
  filters: SearchInstance["filters"];
  preload: SearchInstance["preload"];
}

/** How long the module may take, with Pagefind's, which it waits for. */
const PATIENCE_MS = 20_000;

let loading: Promise<SearchEngine> | undefined;
let tries = 0;

/**
 * Loads the search module of the site, once.
 *
 * @returns the module, which loads its index when it is first asked
 * @throws TypeError where it does not arrive in time; the next call tries again
 */
export function loadEngine(): Promise<SearchEngine> {
  if (loading !== undefined) return loading;
  // Browsers keep a failure under the module's address.
  const retry = tries === 0 ? "" : `?try=${tries}`;
  tries++;
  const own = Promise.race([importEngine(`${searchFolder()}pagefind.js${retry}`), lateness()]);
  loading = own;
  own.catch(() => {
    loading = undefined;
  });
  return own;
}

/** A file without anything in it is a module too. */
async function importEngine(address: string): Promise<SearchEngine> {
  allowOwnScripts();
  const found = (await import(address)) as Partial<SearchEngine>;
  if (typeof found.search === "function") return found as SearchEngine;
  throw new TypeError(`${address} is no search module`);
}

/** What hangs cannot be ended, but asked for anew by another address. */
function lateness(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new TypeError("The search module did not arrive")), PATIENCE_MS);
  });
}

/**
 * Asks the engine; and once more, of the new site, where the answer was of one that was deployed over
 * meanwhile.
 */
export function askTwice<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  return ask().catch((error) => {
    if (nameOf(error) !== "RenewedError") throw error;
    return ask();
  });
}

/** @returns which of the engine's errors (src/search/engine/errors.ts) it is; empty for what is none */
export function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "";
}

/** @returns the path of the search page, with the site's prefix: /news/search/ */
function searchFolder(): string {
  return document.documentElement.dataset.search ?? "/search/";
}
