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

function htmlOf({ text }: Doc): string {
  const main = `<main data-pagefind-body><p>${escapeHtml(text)}</p></main>`;
  return `<html lang="ru"><body>${main}</body></html>`;
}

interface EvalWindow {
  pagefindModule: {
    search(query: string): Promise<{ results: { data(): Promise<{ url: string }> }[] }>;
  };
}

async function openModule(address: string): Promise<void> {
  const module = await import(address);
  await module.init();
  (globalThis as unknown as EvalWindow).pagefindModule = module;
}

/** Everything is counted for the ranking; only the list itself counts for the time. */
async function searchInPage(query: string): Promise<Answer> {
  const start = performance.now();
  const { results } = await (globalThis as unknown as EvalWindow).pagefindModule.search(query);
  const milliseconds = performance.now() - start;
  const pages = await Promise.all(results.map((result) => result.data()));
  const ids = pages.map(({ url }) => decodeURIComponent(url.replaceAll("/", "")));
  return { ids, milliseconds };
}
