/** Caches in a reader's browser, known to pages and to their worker. */

export type Kept = "pages" | "pictures" | "assets";

/** The most entries of each; the oldest are removed first. */
export const MOST: Readonly<Record<Kept, number>> = { pages: 200, pictures: 100, assets: 100 };

/**
 * @param prefix the folder of the address that holds the site, «/» or «/news/»: sites of one host
 *   share its caches
 */
export function cacheName(kept: Kept, prefix: string): string {
  return `vestnik-${kept} ${prefix}`;
}

/** @returns whether a cache is of the site under this prefix, whatever it holds */
export function isOwnCache(name: string, prefix: string): boolean {
  return /^vestnik-\w+ /.test(name) && name.slice(name.indexOf(" ") + 1) === prefix;
}

/** The addresses of a page's files, sent to a worker that started after they were loaded. */
export interface KeepMessage {
  readonly keep: readonly string[];
}

/** Why a page is shown as it was kept, in the `data-kept` of its html element. */
export type KeptReason = "offline" | "slow" | "fault";
