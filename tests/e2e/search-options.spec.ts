import { test as base, expect, type Page } from "@playwright/test";
import type { RunningServer } from "../../src/serve/index.ts";
import { LARGE, TRIES_ALL } from "../sizes.ts";
import { once } from "./built-sites.ts";
import { serveRecords } from "./index-server.ts";

interface News {
  readonly name: string;
  readonly text: string;
  readonly topics: readonly string[];
  readonly day?: string;
}

const today = new Date().toISOString().slice(0, 10);

const NEWS: readonly News[] = [
  { name: "old", text: "Мост построен", topics: ["Город"], day: "2015-03-01" },
  { name: "spring", text: "Мост открыт весной", topics: ["Город", "Река"], day: "2025-03-31" },
  { name: "summer", text: "Мост открыт летом", topics: ["Река"], day: "2025-06-01" },
  { name: "new", text: "Над рекой вырос новый большой красивый мост", topics: [], day: today },
  { name: "undated", text: "Мост без даты стоит", topics: ["Город"] },
  { name: "other", text: "Красивая набережная открыта", topics: ["Река"], day: "2024-01-01" },
];

function toRecord({ name, text, topics, day }: News) {
  const facts = [
    `<span data-pagefind-meta="title">${text}</span>`,
    ...topics.map((topic) => `<span data-pagefind-filter="topic">${topic}</span>`),
    ...(day === undefined ? [] : [`<span data-pagefind-meta="published">${day}</span>`]),
    `<span data-pagefind-sort="date">${day ?? "0000"}</span>`,
  ].join("");
  const body = `<main data-pagefind-body><p>${text}</p></main><div hidden>${facts}</div>`;
  return { url: `/${name}/`, html: `<html lang="ru"><body>${body}</body></html>` };
}

const served = once(() => serveRecords(NEWS.map(toRecord), { withPagefind: true }));

const test = base.extend<{ page: Page; server: RunningServer }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from it.
  server: async ({}, use) => use(await served()),
  page: async ({ page, server }, use) => {
    await page.goto(server.address);
    await use(page);
  },
});

interface Answer {
  readonly names: string[];
  readonly filters: object;
  readonly totalFilters: object;
  readonly unfilteredResultCount: number;
}

/** Asks the module at a path, as an interface that shows filters does. */
function ask(
  page: Page,
  term: string | null,
  options: object = {},
  path = "search",
): Promise<Answer> {
  const request = { term, options, path };
  return page.evaluate(async ({ term, options, path }) => {
    const module = await import(`${location.origin}/${path}/pagefind.js`);
    await module.filters();
    const { results, ...facts } = await module.search(term, options);
    const pages = await Promise.all(results.map((result: { data(): unknown }) => result.data()));
    return { ...facts, names: pages.map(({ url }) => url.replaceAll("/", "")) };
  }, request);
}

const FILTERS = [
  { topic: "Город" },
  { topic: ["Город", "Река"] },
  { topic: { any: ["Город", "Река"] } },
  { topic: { none: ["Город"] } },
  { topic: { not: ["Город", "Река"] } },
  { any: [{ topic: "Река" }] },
];

/** Of the kinds of filters each once; or all. */
for (const filters of TRIES_ALL ? FILTERS : FILTERS.slice(1, 4)) {
  test(`filters and counts are Pagefind's: ${JSON.stringify(filters)}`, async ({ page }) => {
    for (const term of ["мост", null]) {
      const own = await ask(page, term, { filters });
      const theirs = await ask(page, term, { filters }, "pagefind");
      expect(own.names.toSorted()).toEqual(theirs.names.toSorted());
      expect(own.filters).toEqual(theirs.filters);
      // Without a term Pagefind calls the total of all pages nought.
      if (term === null) continue;
      expect(own.totalFilters).toEqual(theirs.totalFilters);
      expect(own.unfilteredResultCount).toBe(theirs.unfilteredResultCount);
    }
  });
}

test("the values of all filters are counted as Pagefind counts them", async ({ page }) => {
  const [own, theirs] = await page.evaluate(async () => {
    const modules = ["search", "pagefind"].map((path) => `${location.origin}/${path}/pagefind.js`);
    return Promise.all(modules.map(async (address) => (await import(address)).filters()));
  });
  expect(own).toEqual({ topic: { Город: 3, Река: 3 } });
  expect(own).toEqual(theirs);
});

test("results are sorted by date where that is asked for", async ({ page }) => {
  const { names } = await ask(page, "мост", { sort: { date: "desc" } });
  expect(names).toEqual(["new", "summer", "spring", "old", "undated"]);
});

test("a date range keeps its first and its last day, and nothing without a date", async ({
  page,
}) => {
  const range = (published: object) => ask(page, "мост", { published, sort: { date: "asc" } });
  const both = await range({ from: "2025-03-31", to: "2025-06-01" });
  expect(both.names).toEqual(["spring", "summer"]);
  expect((await range({ to: "2025-03-31" })).names).toEqual(["old", "spring"]);
  expect((await range({ from: "2025-04-01" })).names).toEqual(["summer", "new"]);
  expect(
    (
      await ask(page, "мост", { published: { from: "2025-01-01" }, filters: { topic: "Река" } })
    ).names.toSorted(),
  ).toEqual(["spring", "summer"]);
});

test("a day that is none is an error that says how to write it", LARGE, async ({ page }) => {
  const wrong = ask(page, "мост", { published: { from: "вчера" } });
  await expect(wrong).rejects.toThrow(/«вчера» is not a day; write it as 2026-11-24/);
});

test(
  "what is fresh comes first where that is asked for, and only then",
  LARGE,
  async ({ page }) => {
    expect((await ask(page, "мост")).names.at(-1)).toBe("new");
    expect((await ask(page, "мост", { freshness: 2 })).names[0]).toBe("new");
  },
);

interface Suggestions {
  readonly completions: string[];
  readonly headlines: { title: string; url: string }[];
}

function suggest(page: Page, text: string): Promise<Suggestions> {
  return page.evaluate(async (typed) => {
    const module = await import(`${location.origin}/search/pagefind.js`);
    return module.suggest(typed, 3);
  }, text);
}

test("an unfinished word is completed, the commonest first, and headlines are offered", async ({
  page,
}) => {
  const { completions, headlines } = await suggest(page, "новый отк");
  expect(completions).toEqual(["новый открытый", "новый открыть"]);
  expect(headlines[0]).toEqual({ title: NEWS[3]?.text, url: "/new/" });
  expect(headlines).toHaveLength(3);
});

test(
  "words are completed on the wrong layout too; short and finished ones are not",
  LARGE,
  async ({ page }) => {
    expect((await suggest(page, "yf,tht")).completions).toEqual(["набережная"]);
    expect((await suggest(page, "на")).completions).toEqual([]);
    expect((await suggest(page, "мост ")).completions).toEqual([]);
  },
);
