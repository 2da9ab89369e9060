import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { type RunningServer, serveSite } from "../../src/serve/index.ts";
import { TRIES_ALL } from "../sizes.ts";
import { runBuild } from "./built-sites.ts";
import { temporaryFolder } from "./commands.ts";
import { below, DRAFTS, drawWord, pick } from "./volumes-archive.ts";

/** The same archive, built as one volume and cut into many; every answer must be the same. */

/** So that the archive is one volume, and that every year is one. */
const [MANY_ITEMS, FEW_ITEMS] = [4000, 20];

/** One to four words of an article. */
function drawQuery(_: unknown, index: number): string {
  const { words } = pick(DRAFTS);
  return Array.from({ length: 1 + (index % 4) }, () => pick(words)).join(" ");
}

const QUERIES = Array.from({ length: TRIES_ALL ? 60 : 20 }, drawQuery);

const PHRASES = Array.from({ length: 20 }, () => {
  const { words } = pick(DRAFTS);
  const start = below(words.length - 1);
  return `"${words.slice(start, start + 2).join(" ")}"`;
});

async function build(folder: string, volumeItems: number): Promise<RunningServer> {
  const own = (name: string): string => join(folder, `${name}-${volumeItems}`);
  mkdirSync(own("data"));
  const site = `name: Тома\ndescription: Проба\naddress: https://volumes.example\nlanguage: ru\n`;
  const rest = `timeZone: Europe/Moscow\nvolumeItems: ${volumeItems}\n`;
  writeFileSync(join(own("data"), "site.yaml"), site + rest);
  const flags = ["--content", join(folder, "content"), "--data", own("data")];
  await runBuild([...flags, "--output", own("site"), "--cache", own("cache")]);
  return serveSite({ folder: own("site"), pathPrefix: "/", port: 0 });
}

/** Pages of both, opened once, for the tests only ask. */
let whole: Page;
let cut: Page;

test.beforeAll(async ({ browser }) => {
  const { folder } = temporaryFolder();
  mkdirSync(join(folder, "content"));
  for (const { file, text } of DRAFTS) writeFileSync(join(folder, "content", file), text);
  const open = async (volumeItems: number): Promise<Page> => {
    const page = await browser.newPage();
    await page.goto((await build(folder, volumeItems)).address);
    return page;
  };
  whole = await open(MANY_ITEMS);
  cut = await open(FEW_ITEMS);
});

test.afterAll(async () => {
  for (const page of [whole, cut]) await page.close();
});

interface Answer {
  readonly count: number;
  /** The days of all results, in their order. */
  readonly days: string[];
  readonly urls: string[];
  readonly filters: object;
  readonly totalFilters: object;
  readonly corrections: object[];
}

/** Asks as an interface that shows filters does; all results are loaded. */
function ask(page: Page, term: string | null, options: object = {}): Promise<Answer> {
  const request = { term, options };
  return page.evaluate(async ({ term, options }) => {
    const module = await import(`${location.origin}/search/pagefind.js`);
    await module.filters();
    const { results, filters, totalFilters, corrections } = await module.search(term, options);
    const pages = await Promise.all(results.map((result: { data(): unknown }) => result.data()));
    const urls = pages.map(({ url }) => url);
    const days = pages.map(({ meta }) => meta.published ?? "");
    return { count: results.length, urls, days, filters, totalFilters, corrections };
  }, request);
}

/** All that an interface shows at first; the order of the others may differ where they are equal. */
function shown({ urls, days, ...facts }: Answer) {
  return { ...facts, top: urls.slice(0, 10), all: urls.toSorted() };
}

test("one volume is one segment; of many, the latest days are one and all others another", async () => {
  const segments = async (page: Page): Promise<string[]> => {
    const response = await page.request.get(`${page.url()}search/pack/manifest.json`);
    return (await response.json()).segments.map(({ name }: { name: string }) => name);
  };
  expect(await segments(whole)).toHaveLength(1);
  expect(await segments(cut)).toEqual(["fresh", "closed"]);
});

test("random queries have the same top ten, counts and filters", async () => {
  let same = 0;
  for (const query of QUERIES) {
    const [one, many] = [shown(await ask(whole, query)), shown(await ask(cut, query))];
    expect({ ...many, top: [] }, query).toEqual({ ...one, top: [] });
    if (many.top.join() === one.top.join()) same++;
  }
  expect(same).toBeGreaterThanOrEqual(QUERIES.length * 0.98);
});

const OPTIONS = [
  { filters: { topic: "Тема 3" } },
  { filters: { topic: { any: ["Тема 1", "Тема 7"] }, year: "2018" } },
  { published: { from: "2017-03-01", to: "2020-08-15" } },
  { freshness: 1 },
];

for (const options of OPTIONS) {
  test(`options mean the same: ${JSON.stringify(options)}`, async () => {
    for (const query of [null, ...QUERIES.slice(0, 8)]) {
      const [one, many] = [shown(await ask(whole, query, options)), await ask(cut, query, options)];
      const top = query === null ? { top: [] } : {};
      expect({ ...shown(many), ...top }, query ?? "").toEqual({ ...one, ...top });
    }
  });
}

for (const date of ["desc", "asc"]) {
  test(`results are sorted by date over all volumes, ${date}`, async () => {
    for (const query of [null, ...QUERIES.slice(0, 8)]) {
      const [one, many] = [
        ask(whole, query, { sort: { date } }),
        ask(cut, query, { sort: { date } }),
      ];
      const { days, urls } = await many;
      expect(days, query ?? "").toEqual((await one).days);
      expect(urls.toSorted()).toEqual((await one).urls.toSorted());
      const inOrder = days.toSorted();
      expect(days).toEqual(date === "asc" ? inOrder : inOrder.toReversed());
    }
  });
}

test("phrases and excluded words leave the same pages", async () => {
  const excluding = QUERIES.slice(0, 20).map((query) => `${query} -${drawWord()}`);
  for (const query of [...PHRASES, ...excluding]) {
    expect(shown(await ask(cut, query)), query).toEqual(shown(await ask(whole, query)));
  }
});

const ODD = [
  "презедент",
  "vjcn",
  "kunshan",
  "север",
  "гор",
  "1250",
  "и в на",
  "ъъъъъ",
  "шел дождь",
];

for (const query of ODD) {
  test(`«${query}» is taken for the same`, async () => {
    expect(shown(await ask(cut, query))).toEqual(shown(await ask(whole, query)));
  });
}

test("the same is suggested", async () => {
  const suggest = (page: Page, text: string): Promise<object> =>
    page.evaluate(async (typed) => {
      const module = await import(`${location.origin}/search/pagefind.js`);
      return module.suggest(typed);
    }, text);
  for (const text of ["гор", "новый мос", "стр", "рек"]) {
    expect(await suggest(cut, text), text).toEqual(await suggest(whole, text));
  }
});
