/** Recent queries, on this device only. */

const KEY = "vestnik-recent";

/** More would be a history rather than a help. */
const MOST = 10;

/** @returns the queries that were finished last, the last one first; none where nothing can be kept */
export function recentSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    if (!Array.isArray(kept)) return [];
    return kept.filter((query) => typeof query === "string" && query.trim() !== "").slice(0, MOST);
  } catch {
    return [];
  }
}

/**
 * Keeps a finished query that has found something, and dispatches `vestnik:search` on the document, for an
 * owner's own analytics; no request is made.
 *
 * @param query as typed
 * @param count how many results there are
 */
export function finishSearch(query: string, count: number): void {
  if (count > 0) remember(query);
  document.dispatchEvent(new CustomEvent("vestnik:search", { detail: { query, count } }));
}

/** A query that was kept before moves to the front; an empty one is not kept. */
function remember(query: string): void {
  const own = query.trim();
  if (own === "") return;
  const others = recentSearches().filter((one) => one.toLowerCase() !== own.toLowerCase());
  // Storage may be forbidden or full; the search does not depend on it.
  try {
    localStorage.setItem(KEY, JSON.stringify([own, ...others].slice(0, MOST)));
  } catch {}
}

export function forgetSearches(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {}
}
