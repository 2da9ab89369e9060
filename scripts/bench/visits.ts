import { gunzipSync, gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { type OpenedSite, openSearch, openSite } from "../opened-site.ts";
import { progressOf } from "../progress.ts";

/** Where the search of a site is, seen from the site. */
export const SEARCH_MODULE = "search/pagefind.js";

/**
 * Asks queries one after the other, in one page.
 *
 * @param site a folder with index.html and the index
 * @returns the milliseconds that each list of results took
 */
export async function warmQueries(site: string, queries: readonly string[]): Promise<number[]> {
  const tell = progressOf(queries.length, "queries");
  return inBrowser(site, async ({ browser, address }) => {
    const page = await browser.newPage();
    await page.goto(address);
    const search = await openSearch(page, address + SEARCH_MODULE);
    const times: number[] = [];
    for (const query of queries) {
      const time = await search.evaluate(async (module, text) => {
        const start = performance.now();
        await module.search(text);
        return performance.now() - start;
      }, query);
      times.push(time);
      tell(times.length);
    }
    return times;
  });
}

/** What one visitor's first query moves over the network, compressed. */
export interface FirstQuery {
  readonly query: string;
  /** Everything from the module to the data of the first ten results. */
  readonly kilobytes: number;
  readonly requests: number;
  /** By what a file is: «words», «postings» and so on, or its ending. */
  readonly byKind: Readonly<Record<string, number>>;
}

/**
 * Asks each query as a new visitor does, with nothing in the cache.
 *
 * @param module of the search, seen from the site
 */
export async function firstQueries(
  site: string,
  queries: readonly string[],
  module: string,
): Promise<FirstQuery[]> {
  return inBrowser(site, async ({ browser, address }) => {
    const visits: FirstQuery[] = [];
    for (const query of queries) {
      const context = await browser.newContext();
      visits.push(await firstQuery(await context.newPage(), address, module, query));
      await context.close();
    }
    return visits;
  });
}

async function firstQuery(
  page: Page,
  address: string,
  module: string,
  query: string,
): Promise<FirstQuery> {
  await page.goto(address);
  // A browser keeps what it has loaded, though the bench's server asks it not to.
  const files = new Map<string, Promise<Moved>>();
  page.on("response", (response) => {
    const url = response.url().replace(/\?.*$/, "");
    files.set(
      url,
      response.body().then((body) => moved(url, body)),
    );
  });
  const search = await openSearch(page, address + module);
  await search.evaluate(async (module, text) => {
    const { results } = await module.search(text);
    await Promise.all(results.slice(0, 10).map((result) => result.data()));
  }, query);
  const all = await Promise.all(files.values());
  const byKind: Record<string, number> = {};
  for (const { kind, kilobytes } of all) byKind[kind] = (byKind[kind] ?? 0) + kilobytes;
  const kilobytes = all.reduce((sum, one) => sum + one.kilobytes, 0);
  return { query, kilobytes, requests: all.length, byKind };
}

interface Moved {
  readonly kind: string;
  readonly kilobytes: number;
}

/** A file of the pack says in its first line what it is. */
function moved(url: string, body: Buffer): Moved {
  const ending = url.split(".").at(-1) ?? "";
  const isPacked = ending === "pack";
  const head = isPacked ? gunzipSync(body).toString("latin1", 0, 20) : ending;
  return { kind: head.split(" ")[0] ?? ending, kilobytes: compressedSize(body) / 1024 };
}

/** The index's files are compressed already; a host compresses the rest. */
function compressedSize(body: Buffer): number {
  const isCompressed = body[0] === 0x1f && body[1] === 0x8b;
  return isCompressed ? body.length : gzipSync(body).length;
}

/** Serves a built site, and closes what it has opened when the visit is over. */
export async function inBrowser<Result>(
  folder: string,
  visit: (site: OpenedSite) => Promise<Result>,
): Promise<Result> {
  const site = await openSite(folder);
  try {
    return await visit(site);
  } finally {
    await site.close();
  }
}
