import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { writeEngine } from "../../../src/build/index.ts";
import { writeRecords } from "../../../src/index/index.ts";
import { breakWords, escapeHtml } from "../../../src/language/index.ts";
import { serveSite } from "../../../src/serve/index.ts";
import { BROWSER_ARGUMENTS, ensureBrowser } from "../../browser.ts";
import type { Doc } from "../data.ts";
import type { Answer, EngineFactory, SearchEngine } from "./engine.ts";

/** The search that the site ships, over texts as the build gives them to the index. */
export const vestnik: EngineFactory = (docs) => {
  const broken = (doc: Doc): string => breakWords(htmlOf(doc));
  return inBrowser(docs, broken, "search/pagefind.js");
};

/** Pagefind as it is, over texts as they are. */
export const pagefind: EngineFactory = (docs) => inBrowser(docs, htmlOf, "pagefind/pagefind.js");

type ToHtml = (doc: Doc) => string;

/** Indexes a collection with the project's own code and opens it in Chromium over HTTP. */
async function inBrowser(
  docs: readonly Doc[],
  toHtml: ToHtml,
  module: string,
): Promise<SearchEngine> {
  const folder = await mkdtemp(join(tmpdir(), "vestnik-eval-"));
  await writeRecords(
    docs.map((doc) => ({ url: `/${encodeURIComponent(doc.id)}/`, html: toHtml(doc) })),
    "ru",
    folder,
  );
  await writeEngine(folder);
  await writeFile(join(folder, "index.html"), "<!doctype html><html lang=ru><title>eval</title>");
  const server = await serveSite({ folder, pathPrefix: "/", port: 0 });
  const program = { executablePath: ensureBrowser(), args: BROWSER_ARGUMENTS };
  const browser = await chromium.launch(program);
  const page = await browser.newPage();
  let bytes = 0;
  page.context().on("requestfinished", async (request) => {
    const { responseBodySize } = await request.sizes();
    bytes += responseBodySize;
  });
  await page.goto(server.address);
  await page.evaluate(openModule, `${server.address}${module}`);
  return {
    search: (query) => page.evaluate(searchInPage, query),
    kilobytes: () => bytes / 1024,
    close: async () => {
      await browser.close();
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function htmlOf({ title, text }: Doc): string {
  const heading = title === undefined ? "" : `<h1>${escapeHtml(title)}</h1>`;
  const main = `<main data-pagefind-body>${heading}<p>${escapeHtml(text)}</p></main>`;
  return `<html lang="ru"><body>${main}</body></html>`;
}

/** Pagefind's own module tells no more than its results. */
interface EvalResponse {
  readonly results: readonly { data(): Promise<{ url: string }> }[];
  readonly corrections?: readonly { to: string }[];
  readonly completed?: string;
  readonly suggestion?: string;
}

interface EvalWindow {
  pagefindModule: { search(query: string): Promise<EvalResponse> };
}

async function openModule(address: string): Promise<void> {
  const module = await import(address);
  await module.init();
  (globalThis as unknown as EvalWindow).pagefindModule = module;
}

/** Everything is counted for the ranking; only the list itself counts for the time. */
async function searchInPage(query: string): Promise<Answer> {
  const start = performance.now();
  const { pagefindModule } = globalThis as unknown as EvalWindow;
  const { results, corrections, completed, suggestion } = await pagefindModule.search(query);
  const milliseconds = performance.now() - start;
  const pages = await Promise.all(results.map((result) => result.data()));
  const ids = pages.map(({ url }) => decodeURIComponent(url.replaceAll("/", "")));
  const taken = (corrections ?? []).map(({ to }) => to);
  if (completed !== undefined) taken.push(completed);
  return { ids, milliseconds, taken, asked: suggestion };
}
