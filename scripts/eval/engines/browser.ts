import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeEngine } from "../../../src/build/index.ts";
import type { SynonymGroup } from "../../../src/content/index.ts";
import { type IndexRecord, writeRecords } from "../../../src/index/index.ts";
import { breakWords, escapeHtml } from "../../../src/language/index.ts";
import { openSearch, openSite, type SearchModule } from "../../opened-site.ts";
import type { Doc } from "../data.ts";
import type { Answer, EngineFactory, SearchEngine } from "./engine.ts";

/** The search that the site ships, over texts as the build gives them to the index. */
export const vestnik: EngineFactory = (docs) => {
  return searchOf(docs.map((doc) => recordOf(doc, breakWords(htmlOf(doc)))));
};

/** Pagefind as it is, over texts as they are. */
export const pagefind: EngineFactory = (docs) => {
  return searchOf(
    docs.map((doc) => recordOf(doc, htmlOf(doc))),
    { module: "pagefind/pagefind.js" },
  );
};

interface SearchSettings {
  /** Which search is asked, seen from the site; the one that the site ships by default. */
  readonly module?: string;
  readonly synonyms?: readonly SynonymGroup[];
}

/**
 * Indexes records with the project's own code and opens their search in Chromium over HTTP.
 *
 * @returns its answers hold the ids of pages as idOfAddress makes them
 */
export async function searchOf(
  records: readonly IndexRecord[],
  { module = "search/pagefind.js", synonyms = [] }: SearchSettings = {},
): Promise<SearchEngine> {
  const folder = await mkdtemp(join(tmpdir(), "vestnik-eval-"));
  await writeRecords(records, "ru", folder, synonyms);
  await writeEngine(folder);
  await writeFile(join(folder, "index.html"), "<!doctype html><html lang=ru><title>eval</title>");
  const site = await openSite(folder);
  const page = await site.browser.newPage();
  let bytes = 0;
  page.context().on("requestfinished", async (request) => {
    const { responseBodySize } = await request.sizes();
    bytes += responseBodySize;
  });
  await page.goto(site.address);
  const opened = await openSearch(page, `${site.address}${module}`);
  return {
    search: async (query) => {
      const answer = await opened.evaluate(searchInPage, query);
      return { ...answer, ids: answer.ids.map(idOfAddress) };
    },
    kilobytes: () => bytes / 1024,
    close: async () => {
      await site.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A page of a collection, its address made of its id. */
export function recordOf({ id }: Pick<Doc, "id">, html: string): IndexRecord {
  return { url: `/${encodeURIComponent(id)}/`, html };
}

/** @returns the id of a page; of one that a build makes, its address without slashes at its ends */
export function idOfAddress(url: string): string {
  return decodeURIComponent(url.replace(/^\/|\/$/g, ""));
}

function htmlOf({ title, text }: Doc): string {
  const heading = title === undefined ? "" : `<h1>${escapeHtml(title)}</h1>`;
  return toPage(`${heading}<p>${escapeHtml(text)}</p>`);
}

/** @returns an HTML document with all that is searched */
export function toPage(content: string): string {
  return `<html lang="ru"><body><main data-pagefind-body>${content}</main></body></html>`;
}

/** Everything is counted for the ranking; only the list itself counts for the time. */
async function searchInPage(module: SearchModule, query: string): Promise<Answer> {
  const start = performance.now();
  const { results, corrections, completed, suggestion } = await module.search(query);
  const milliseconds = performance.now() - start;
  const pages = await Promise.all(results.map((result) => result.data()));
  const taken = (corrections ?? []).map(({ to }) => to);
  if (completed !== undefined) taken.push(completed);
  return { ids: pages.map(({ url }) => url), milliseconds, taken, asked: suggestion };
}
