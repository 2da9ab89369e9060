import { join } from "node:path";
import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { bytesOf, FAULTS, type Fault, FaultyRoute } from "./faulty-route.ts";
import { BRIDGES, writeSearchArchive } from "./search-archive.ts";
import { ADDRESS, startCommand, temporaryFolder } from "./site.ts";

const PAGES = 4;

/** Two sites of the same kind, of which the first is served. */
interface Sites {
  readonly address: string;
  readonly own: string;
  readonly other: string;
}

const PREFIX = "news/";

/** With a slip, so that all kinds of the lexicon are asked; with filters, so that tables are. */
const SEARCH = `search/?${new URLSearchParams({ q: "мост Заричинск", topic: "Мосты", sort: "date" })}`;

const test = base.extend<{ page: Page }, { sites: Sites }>({
  sites: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from it.
    async ({}, use) => {
      const { folder, remove } = temporaryFolder();
      const archives = [
        writeSearchArchive(),
        writeSearchArchive((text) =>
          text.replaceAll("мост", "тополь").replaceAll("Запись", "Лист"),
        ),
      ];
      const outputs = archives.map((_, number) => join(folder, `site-${number}`));
      for (const [number, { flags }] of archives.entries()) {
        const build = startCommand("build", [...flags, "--output", outputs[number] ?? ""]);
        await build.line(/Готово за/);
      }
      const [own = "", other = ""] = outputs;
      const serve = startCommand("serve", ["--output", own, "--port", "0"]);
      const [, address = ""] = await serve.line(ADDRESS);
      await use({ address, own, other });
      await serve.stop();
      for (const archive of archives) archive.remove();
      remove();
    },
    { scope: "worker" },
  ],
  // What a test does to requests has to reach them, and what browsers say of it is expected.
  page: async ({ browser }, use) => {
    const context = await browser.newContext({ serviceWorkers: "block", locale: "ru-RU" });
    await use(await context.newPage());
    await context.close();
  },
});

/** All that a reader sees of an answer. */
interface Shown {
  readonly summary: string;
  readonly titles: readonly string[];
  readonly note: string;
  readonly filters: readonly string[];
}

function shownOn(page: Page): Promise<Shown> {
  return page.evaluate(() => {
    const texts = (selector: string): string[] =>
      [...document.querySelectorAll(selector)].map((node) => node.textContent ?? "");
    return {
      summary: texts(".search-summary").join(),
      titles: texts(".result-title"),
      note: texts("[data-part=notes]").join(),
      filters: texts(".facet-values label"),
    };
  });
}

const alertOf = (page: Page) => page.locator("main [role=alert]");
const again = (page: Page) => alertOf(page).getByRole("button");

/** Waits until the page has said how it ended: with results, or with a message. */
async function ending(page: Page): Promise<"answer" | "message"> {
  const found = page.locator(".result-title, .nothing");
  await expect(found.or(again(page)).first()).toBeVisible();
  return (await again(page).isVisible()) ? "message" : "answer";
}

/** The right answer, and the files that were asked for, as paths in the site. */
async function rightAnswer(
  page: Page,
  address: string,
): Promise<{ right: Shown; files: string[] }> {
  const asked = new Set<string>();
  page.on("request", (request) => {
    const path = new URL(request.url()).pathname.slice(1 + PREFIX.length);
    if (/^(?:assets|search|pagefind)\/.*\.\w+$/.test(path)) asked.add(path);
  });
  await page.goto(address + SEARCH);
  await expect(page.locator(".search-summary")).toHaveText(/^Найдено/);
  await expect(page.locator(".facet-values label").first()).toBeVisible();
  await page.waitForLoadState("networkidle");
  page.removeAllListeners("request");
  return { right: await shownOn(page), files: oneOfEachKind([...asked]) };
}

/** Pieces of an index, and shards of a lexicon in one folder, are read by the same code. */
function oneOfEachKind(files: readonly string[]): string[] {
  const kinds = new Map<string, string>();
  for (const file of files.filter((one) => !/\.(?:woff2|png|svg|ico)$/.test(one))) {
    const kind = kindOf(file).replace(/(?<=\/)[^/]*(?=\.(?:pf_\w+|lex)$)/, "*");
    if (!kinds.has(kind)) kinds.set(kind, file);
  }
  return [...kinds.values()];
}

/** @returns a file of another site that is of the same kind; the same bytes where both share it */
function counterpart(file: string, own: readonly string[], others: readonly string[]): string {
  const kind = kindOf(file);
  const place = own.filter((one) => kindOf(one) === kind).indexOf(file);
  return others.filter((one) => kindOf(one) === kind)[Math.max(0, place)] ?? file;
}

function kindOf(file: string): string {
  return file.replace(/(?<=[-_/])[0-9a-f]{7,10}(?=[./])/g, "HASH");
}

/** Scripts of the page itself cannot be loaded again by it; the button then loads the page. */
const OF_PAGE = /^assets\/.*\.js$/;

async function suffer(page: Page, sites: Sites, fault: Fault, file: string, other: string) {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(`${error.name}: ${error.message}`));
  const route = new FaultyRoute(page, file);
  await route.begin(fault, bytesOf(sites.own, file), bytesOf(sites.other, other));
  await page.goto(sites.address + SEARCH, { waitUntil: "domcontentloaded" });
  const end = await ending(page);
  const before = await shownOn(page);
  await route.mend();
  return { end, before, errors };
}

// Of what hangs search-box.spec.ts has a test.
for (const fault of FAULTS) {
  test(`a file is ${fault}`, async ({ browser, sites }) => {
    test.setTimeout(240_000);
    const context = await browser.newContext({ serviceWorkers: "block", locale: "ru-RU" });
    const first = await context.newPage();
    const { right, files } = await rightAnswer(first, sites.address);
    const others = await otherFiles(context, sites);
    await first.close();
    expect(right.summary).toMatch(/^Найдено 1\d результатов$/);
    expect(right.titles.length).toBeLessThan(BRIDGES);
    expect(files.length).toBeGreaterThan(10);
    const one = async (file: string): Promise<void> =>
      test.step(file, async () => {
        const page = await context.newPage();
        const other = counterpart(file, files, others);
        const { end, before, errors } = await suffer(page, sites, fault, file, other);
        if (end === "answer") {
          // The filters are drawn a frame later, and recover looks at them.
          const { summary, titles } = right;
          expect.soft(before, `${file}: ${fault}`).toMatchObject({ summary, titles });
        } else {
          expect.soft(before.titles, `${file}: ${fault}`).toEqual([]);
          await expect(alertOf(page)).toContainText(
            /Поиск не загрузился|Связь очень медленная|Сайт обновился/,
          );
        }
        await recover(page, right, `${file}: ${fault}`);
        const own = errors.filter((error) => !(OF_PAGE.test(file) && /^SyntaxError/.test(error)));
        expect.soft(own, `${file}: ${fault}`).toEqual([]);
        await page.close();
      });
    await inTurns(files, one);
    await context.close();
  });
}

/** Several pages at once, for most of their time is waiting. */
async function inTurns(files: readonly string[], act: (file: string) => Promise<void>) {
  const left = [...files];
  const worker = async (): Promise<void> => {
    for (let file = left.shift(); file !== undefined; file = left.shift()) await act(file);
  };
  await Promise.all(Array.from({ length: PAGES }, worker));
}

async function otherFiles(context: BrowserContext, { other }: Sites): Promise<string[]> {
  const serve = startCommand("serve", ["--output", other, "--port", "0"]);
  const [, address = ""] = await serve.line(ADDRESS);
  const page = await context.newPage();
  const asked: string[] = [];
  page.on("request", (request) => {
    asked.push(new URL(request.url()).pathname.slice(1 + PREFIX.length));
  });
  await page.goto(address + SEARCH.replace(/q=[^+&]*/, `q=${encodeURIComponent("тополь")}`));
  await expect(page.locator(".result-title").first()).toBeVisible();
  await page.waitForLoadState("networkidle");
  await page.close();
  await serve.stop();
  return oneOfEachKind(asked.filter((path) => /^(?:assets|search|pagefind)\/.*\.\w+$/.test(path)));
}

/** Trying again works, and without loading the page anew. */
async function recover(page: Page, right: Shown, what: string): Promise<void> {
  const shown = async (): Promise<Shown | undefined> => {
    try {
      // At once, for a message goes as soon as the search is asked again.
      await page.evaluate(() => {
        document.querySelector<HTMLElement>("main [role=alert] button")?.click();
      });
      return await shownOn(page);
    } catch {
      // The page is being loaded anew.
      return undefined;
    }
  };
  await expect.poll(shown, { message: what, intervals: [100, 200, 300] }).toEqual(right);
}

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
  { name: "WebAssembly", script: "delete window.WebAssembly;", message: /WebAssembly/ },
];

for (const { name, script, message } of FORBIDDEN) {
  test(`a browser without ${name}`, async ({ page, sites }) => {
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await page.addInitScript({ content: script });
    await page.goto(sites.address + SEARCH);
    expect(await ending(page)).toBe(message === undefined ? "answer" : "message");
    if (message === undefined) {
      await expect(page.locator(".search-summary")).toHaveText("Найдено 12 результатов");
      await page.goto(sites.address);
      await page.locator("#masthead-query").fill("мост");
      await expect(page.locator(".masthead .box-result")).toHaveCount(5);
      await page.goto(`${sites.address}offline/`);
    } else await expect(alertOf(page)).toContainText(message);
    expect(errors).toEqual([]);
  });
}

test("a host that forbids WebAssembly", async ({ page, sites }) => {
  await page.route("**/search/?q=*", async (route) => {
    const response = await route.fetch();
    const weaker = (text: string): string => text.replace(" 'wasm-unsafe-eval'", "");
    const policy = weaker(response.headers()["content-security-policy"] ?? "");
    const headers = { ...response.headers(), "content-security-policy": policy };
    await route.fulfill({ response, headers, body: weaker(await response.text()) });
  });
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(sites.address + SEARCH);
  expect(await ending(page)).toBe("message");
  await expect(alertOf(page)).toContainText("WebAssembly");
  expect(errors).toEqual([]);
});
