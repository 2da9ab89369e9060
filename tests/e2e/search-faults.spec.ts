import { gunzipSync } from "node:zlib";
import {
  type Browser,
  type BrowserContext,
  test as base,
  expect,
  type Page,
} from "@playwright/test";
import { TRIES_ALL } from "../sizes.ts";
import { builtSite, once, serveBuilt } from "./built-sites.ts";
import { bytesOf, FAULTS, type Fault, FaultyRoute } from "./faulty-route.ts";
import { BRIDGES, writeSearchArchive } from "./search-archive.ts";
import { alertOf, ending, SEARCH } from "./search-ending.ts";

const PAGES = 4;

/** Two sites of the same kind, of which the first is served. */
interface Sites {
  readonly address: string;
  readonly own: string;
  readonly other: string;
}

/** What the search shows where nothing is wrong, and the files that it asks for, as paths. */
interface Right {
  readonly shown: Shown;
  readonly files: Kinds;
  /** What it asks for on the other site. */
  readonly others: Kinds;
}

/** From each kind of file to one of it. */
type Kinds = ReadonlyMap<string, string>;

const PREFIX = "news/";

const builtSites = once(async (): Promise<Sites> => {
  const change = (text: string): string =>
    text.replaceAll("мост", "тополь").replaceAll("Запись", "Лист");
  const archives = [writeSearchArchive(), writeSearchArchive(change)] as const;
  const [own, other] = [await builtSite(archives[0].flags), await builtSite(archives[1].flags)];
  for (const archive of archives) archive.remove();
  return { address: (await serveBuilt(own)).address, own, other };
});

/** By the first test of a process. */
let seen: Promise<Right> | undefined;

async function lookAtRight(browser: Browser): Promise<Right> {
  const sites = await builtSites();
  const context = await loose(browser);
  const shown = await rightAnswer(await context.newPage(), sites);
  const others = await otherFiles(await context.newPage(), sites);
  await context.close();
  return { ...shown, others };
}

const test = base.extend<{ context: BrowserContext; sites: Sites; right: Right }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from it.
  sites: async ({}, use) => use(await builtSites()),
  right: async ({ browser }, use) => {
    seen ??= lookAtRight(browser);
    await use(await seen);
  },
  // What a test does to requests has to reach them, and what browsers say of it is expected.
  context: async ({ browser }, use) => {
    const context = await loose(browser);
    await use(context);
    await context.close();
  },
});

test.describe.configure({ mode: "parallel" });

function loose(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ serviceWorkers: "block", locale: "ru-RU" });
}

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

/** The right answer, and the files that were asked for. */
async function rightAnswer(page: Page, { address, own }: Sites): Promise<Omit<Right, "others">> {
  const asked = filesAsked(page);
  await page.goto(address + SEARCH);
  await expect(page.locator(".search-summary")).toHaveText(/^Найдено/);
  await expect(page.locator(".facet-values label").filter({ visible: true }).first()).toBeVisible();
  await page.waitForLoadState("networkidle");
  return { shown: await shownOn(page), files: oneOfEachKind(asked, own) };
}

async function otherFiles(page: Page, { other }: Sites): Promise<Kinds> {
  const server = await serveBuilt(other);
  const asked = filesAsked(page);
  await page.goto(server.address + SEARCH.replace(/q=[^+&]*/, `q=${encodeURIComponent("тополь")}`));
  await expect(page.locator(".result-title").first()).toBeVisible();
  await page.waitForLoadState("networkidle");
  await server.close();
  return oneOfEachKind(asked, other);
}

/** @returns a list that grows: each file of the site that the page asks for, once */
function filesAsked(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    const path = new URL(request.url()).pathname.slice(1 + PREFIX.length);
    const isOwn = /^(?:assets|search|pagefind)\/.*\.\w+$/.test(path);
    if (isOwn && !asked.includes(path)) asked.push(path);
  });
  return asked;
}

/** @param folder of the site: files of the pack say by themselves of which kind they are */
function oneOfEachKind(files: readonly string[], folder: string): Kinds {
  const kinds = new Map<string, string>();
  for (const file of files.filter((one) => !/\.(?:woff2|png|svg|ico)$/.test(one))) {
    const kind = file.endsWith(".pack") ? headOf(file, folder) : kindOf(file);
    if (!kinds.has(kind)) kinds.set(kind, file);
  }
  return kinds;
}

function headOf(file: string, folder: string): string {
  return gunzipSync(bytesOf(folder, file)).toString("latin1").split(" ")[0] ?? "";
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

/** Every sixth file for each fault, so that every file meets one of the six; or all files. */
const STEP = TRIES_ALL ? 1 : 6;

// Of what hangs search-box.spec.ts has a test.
for (const [index, fault] of FAULTS.entries()) {
  test(`a file is ${fault}`, async ({ context, sites, right }) => {
    expect(right.shown.summary).toMatch(/^Найдено 1\d результатов$/);
    expect(right.shown.titles.length).toBeLessThan(BRIDGES);
    expect(right.files.size).toBeGreaterThan(10);
    const one = async ([kind, file]: [kind: string, file: string]): Promise<void> =>
      test.step(file, async () => {
        const page = await context.newPage();
        // The same bytes where both sites share a file.
        const other = right.others.get(kind) ?? file;
        const { end, before, errors } = await suffer(page, sites, fault, file, other);
        if (end === "answer") {
          // The filters are drawn a frame later, and recover looks at them.
          const { summary, titles } = right.shown;
          expect.soft(before, `${file}: ${fault}`).toMatchObject({ summary, titles });
        } else {
          expect.soft(before.titles, `${file}: ${fault}`).toEqual([]);
          await expect(alertOf(page)).toContainText(
            /Поиск не загрузился|Связь очень медленная|Сайт обновился/,
          );
        }
        await recover(page, right.shown, `${file}: ${fault}`);
        const own = errors.filter((error) => !(OF_PAGE.test(file) && /^SyntaxError/.test(error)));
        expect.soft(own, `${file}: ${fault}`).toEqual([]);
        await page.close();
      });
    const tried = [...right.files].sort().filter((_, at) => at % STEP === index % STEP);
    await inTurns(tried, one);
  });
}

/** Several pages at once, for most of their time is waiting. */
async function inTurns<Item>(items: readonly Item[], act: (item: Item) => Promise<void>) {
  const left = [...items];
  const worker = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await act(item);
  };
  await Promise.all(Array.from({ length: PAGES }, worker));
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
