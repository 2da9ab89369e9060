import { readFileSync } from "node:fs";
import { test as base, expect, type Page } from "@playwright/test";
import { breakWords, escapeHtml, wordParts, words } from "../../src/language/index.ts";
import { once } from "./built-sites.ts";
import { serveRecords } from "./index-server.ts";

const PAGES = readFileSync("tests/fixtures/search/pages.txt", "utf8")
  .split("\n")
  .slice(2)
  .filter((line) => line.includes(": "))
  .map((line) => {
    const [name = "", ...text] = line.split(": ");
    return { name, text: text.join(": ") };
  });

const CASES = readFileSync("tests/fixtures/search/cases.txt", "utf8")
  .split("\n")
  .filter((line) => line.includes(" → "))
  .map((line) => {
    const [query = "", expected = ""] = line.split(" → ");
    const [pages = "", asked] = expected.split(" ?");
    const names = pages === "ничего" ? [] : pages.split(" ");
    return {
      query,
      asked,
      found: names.filter((name) => !name.startsWith("-")),
      absent: names.filter((name) => name.startsWith("-")).map((name) => name.slice(1)),
    };
  });

const SYNONYMS = [
  ["КНР", "Китай", "китайский"],
  ["НАН", "Национальная академия наук"],
  ["COVID-19", "коронавирус", "ковид"],
];

/** The pages, indexed by the project's own code and served with the module that the site ships. */
const served = once(() => {
  const records = PAGES.map(({ name, text }) => {
    const body = `<main data-pagefind-body><p>${breakWords(escapeHtml(text))}</p></main>`;
    return { url: `/${name}/`, html: `<html lang="ru"><body>${body}</body></html>` };
  });
  return serveRecords(records, { synonyms: SYNONYMS });
});

const test = base.extend<{ page: Page }>({
  page: async ({ page }, use) => {
    await page.goto((await served()).address);
    await use(page);
  },
});

/** Opened once, for the cases only ask. */
let shared: Page;

test.beforeAll(async ({ browser }) => {
  shared = await browser.newPage();
  await shared.goto((await served()).address);
});

test.afterAll(() => shared.close());

interface Found {
  readonly names: string[];
  readonly excerpts: string[];
  readonly corrections: { from: string; to: string; kind: string }[];
  readonly synonyms: { from: string; to: string[] }[];
  readonly completed?: string;
  readonly suggestion?: string;
  readonly suggestionPages?: number;
}

interface Way {
  readonly typing?: boolean;
}

/** Searches by the module as any interface would. */
function search(page: Page, query: string, way: Way = {}): Promise<Found> {
  return page.evaluate(
    async ({ text, way }) => {
      const module = await import(`${location.origin}/search/pagefind.js`);
      const response = await module.search(text, way);
      const pages = await Promise.all(
        response.results.map((result: { data(): Promise<unknown> }) => result.data()),
      );
      return {
        names: pages.map(({ url }) => decodeURIComponent(url.replaceAll("/", ""))),
        excerpts: pages.map(({ excerpt }) => excerpt),
        corrections: response.corrections,
        synonyms: response.synonyms,
        completed: response.completed,
        suggestion: response.suggestion,
        suggestionPages: response.suggestionPages,
      };
    },
    { text: query, way },
  );
}

for (const { query, asked, found, absent } of CASES) {
  const what = found.length === 0 ? "nothing" : found.join(", ");
  test(`«${query}» finds ${what}${absent.length ? `, not ${absent}` : ""}`, async () => {
    const { names, suggestion } = await search(shared, query);
    expect(names[0]).toBe(found[0]);
    expect(names).toEqual(expect.arrayContaining(found));
    if (found.length === 0) expect(suggestion).toBe(asked);
    for (const name of absent) expect(names).not.toContain(name);
  });
}

test("every word of the vocabulary finds the pages that hold it, and is put right nowhere", async ({
  page,
}) => {
  const vocabulary = [
    ...new Set(PAGES.flatMap(({ text }) => words(text.toLowerCase()).flatMap(wordParts))),
  ].filter((word) => word.length > 1);
  expect(vocabulary.length).toBeGreaterThan(100);
  for (const word of vocabulary) {
    const { names, corrections } = await search(page, word);
    const holding = PAGES.filter(({ text }) =>
      words(text.toLowerCase()).flatMap(wordParts).includes(word),
    );
    expect(names, word).toEqual(expect.arrayContaining(holding.map(({ name }) => name)));
    expect(corrections, word).toEqual([]);
  }
});

test("what was corrected is said", async ({ page }) => {
  expect((await search(page, "ufpghjv")).corrections).toEqual([
    { from: "ufpghjv", to: "газпром", kind: "layout" },
  ]);
  expect((await search(page, "преизидент")).corrections).toEqual([
    { from: "преизидент", to: "президент", kind: "typo" },
  ]);
  expect((await search(page, "площади Кунь-шаня")).corrections).toEqual([
    { from: "Кунь-шаня", to: "Куньшаня", kind: "typo" },
  ]);
  expect((await search(page, "ЦЕНТРЫ КУНЬШАНЮ")).corrections).toEqual([]);
  expect((await search(page, "красноезнамя мир")).corrections).toEqual([
    { from: "красноезнамя", to: "красное знамя", kind: "typo" },
  ]);
  expect((await search(page, "moskva")).corrections).toMatchObject([{ kind: "latin" }]);
  expect((await search(page, "президент")).corrections).toEqual([]);
});

test("a word goes on while somebody types; of a finished query it is said", async ({ page }) => {
  const typed = await search(page, "чемпиона", { typing: true });
  expect(typed.names).toEqual(["шахматы"]);
  expect(typed.completed).toBe("чемпионат");
  expect(await search(page, "чемпиона")).toMatchObject({ names: [], corrections: [] });
  const unknown = await search(page, "указ новогод");
  expect(unknown.completed).toBe("указ новогоднюю");
});

test("who is asked about another word is told how many pages it has", async ({ page }) => {
  const asked = await search(page, "музе");
  expect(asked).toMatchObject({ names: [], suggestion: "музей", suggestionPages: 1 });
  // Beside words that are found it is most likely meant as typed.
  expect((await search(page, "мирт в пустыне")).suggestion).toBeUndefined();
});

test("what was put right is spelled as the archive spells it, in a form that stands there", async ({
  page,
}) => {
  expect((await search(page, "новогоднйю")).corrections).toMatchObject([{ to: "новогоднюю" }]);
  expect((await search(page, "поздъезда")).corrections).toMatchObject([{ to: "подъезда" }]);
  expect((await search(page, "китайскый")).corrections).toMatchObject([{ to: "китайский" }]);
});

test("synonyms that were used are named", async ({ page }) => {
  expect((await search(page, "НАН")).synonyms).toEqual([
    { from: "нан", to: ["национальная академия наук"] },
  ]);
  expect((await search(page, "ЛМР")).synonyms).toEqual([
    { from: "лмр", to: ["Лига морских рыболовов"] },
  ]);
});

test("excerpts mark every form and escape the rest", async ({ page }) => {
  const flag = await search(page, "красный");
  expect(flag.excerpts[0]).toContain("<mark>красное</mark>");
  expect(flag.excerpts[0]).toContain("<mark>красного</mark>");
  const { excerpts } = await search(page, "скобка");
  expect(excerpts[0]).toContain("&lt;b&gt;x&lt;/b&gt; &amp; &quot;y&quot;");
  expect(excerpts[0]).not.toContain("<b>");
});

const ODD_QUERIES = [
  "",
  "   ",
  "и в на",
  "?!…",
  "😀😀😀",
  "<script>alert(1)</script>",
  "(.*)+[a-z]{1,99}",
  '"незакрытая кавычка',
  "-",
  "-президент",
  "а".repeat(10_000),
  "слово ".repeat(2_000),
  "\u0000\ud800",
];

for (const query of ODD_QUERIES) {
  test(`an answer for ${JSON.stringify(query.slice(0, 30))}`, async () => {
    const { names } = await search(shared, query);
    expect(Array.isArray(names)).toBe(true);
  });
}

for (const part of ["**/*.pack", "**/pack/manifest.json"]) {
  test(`a part that does not arrive (${part}) is an error, and the next search recovers`, async ({
    page,
  }) => {
    await page.route(part, (route) => route.abort());
    await expect(search(page, "президент")).rejects.toThrow(/did not arrive/);
    await page.unroute(part);
    await expect.poll(async () => (await search(page, "президент")).names[0]).toBe("президент");
  });
}
