import { expect } from "@playwright/test";
import { TRIES_ALL } from "../sizes.ts";
import { writeSearchArchive } from "./search-archive.ts";
import { alertOf, ending, SEARCH } from "./search-ending.ts";
import { testSite } from "./site.ts";

/** Searches in browsers that lack something, or forbid it. */
const { flags, remove } = writeSearchArchive();
process.once("exit", remove);
const watched = testSite(flags);

/** What browsers say of what they lack is expected: nobody listens to the console. */
const test = watched.extend({ page: async ({ context }, use) => use(await context.newPage()) });
test.use({ serviceWorkers: "block" });

/** What a browser may lack or forbid, besides files; with what it then shows. */
const FORBIDDEN: readonly { name: string; script: string; message?: RegExp }[] = [
  {
    name: "all storage",
    script: `for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
      Object.defineProperty(window, name, { get() { throw new DOMException("no", "SecurityError"); } });
    }
    Object.defineProperty(document, "cookie", { get() { throw new DOMException("no", "SecurityError"); } });`,
  },
  {
    name: "room in storage",
    script: `const full = () => { throw new DOMException("full", "QuotaExceededError"); };
    Storage.prototype.setItem = full;
    Cache.prototype.put = async () => full();
    CacheStorage.prototype.open = async () => full();`,
  },
  {
    name: "service workers",
    script: `Object.defineProperty(navigator, "serviceWorker", {
      get() { throw new DOMException("no", "SecurityError"); } });`,
  },
  { name: "workers", script: "delete window.Worker; delete window.SharedWorker;" },
  {
    name: "starting workers",
    script: "window.Worker = class { constructor() { throw new Error(); } };",
  },
  {
    name: "what is new in the language",
    script: "delete Intl.Segmenter; delete window.structuredClone;",
  },
  {
    name: "hashes, as without HTTPS",
    script: `Object.defineProperty(window, "crypto", { value: {} });`,
  },
  { name: "WebAssembly", script: "delete window.WebAssembly;" },
  {
    name: "what unpacks files",
    script: "delete window.DecompressionStream;",
    message: /не умеет распаковывать/,
  },
];

/** What is caught in another place of the code each; or all. */
const TRIED = ["all storage", "service workers", "WebAssembly", "what unpacks files"];

for (const { name, script, message } of FORBIDDEN.filter(
  (one) => TRIES_ALL || TRIED.includes(one.name),
)) {
  test(`a browser without ${name}`, async ({ page, site }) => {
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await page.addInitScript({ content: script });
    await page.goto(site.address + SEARCH);
    expect(await ending(page)).toBe(message === undefined ? "answer" : "message");
    if (message === undefined) {
      await expect(page.locator(".search-summary")).toHaveText("Найдено 12 результатов");
      await page.goto(site.address);
      await page.locator("#masthead-query").fill("мост");
      await expect(page.locator(".masthead .box-result")).toHaveCount(5);
      await page.goto(`${site.address}offline/`);
    } else await expect(alertOf(page)).toContainText(message);
    expect(errors).toEqual([]);
  });
}
