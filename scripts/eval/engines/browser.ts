import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { writeEngine } from "../../../src/build/index.ts";
import { writeRecords } from "../../../src/index/index.ts";
import { serveSite } from "../../../src/serve/index.ts";
import { BROWSER_ARGUMENTS, ensureBrowser } from "../../browser.ts";
import type { Doc } from "../data.ts";
import type { Answer, EngineFactory, SearchEngine } from "./engine.ts";

/** The search that the site ships, and Pagefind as it is, over the same index. */
export const vestnik: EngineFactory = (docs) => inBrowser(docs, "search/pagefind.js");
export const pagefind: EngineFactory = (docs) => inBrowser(docs, "pagefind/pagefind.js");

/** Indexes a collection with the project's own code and opens it in Chromium over HTTP. */
async function inBrowser(docs: readonly Doc[], module: string): Promise<SearchEngine> {
  const folder = await mkdtemp(join(tmpdir(), "vestnik-eval-"));
  await writeRecords(docs.map(toRecord), "ru", folder);
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

function toRecord({ id, text }: Doc) {
  const html = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return {
    url: `/${encodeURIComponent(id)}/`,
    html: `<html lang="ru"><body><main data-pagefind-body><p>${html}</p></main></body></html>`,
  };
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
