import { expect, type Page } from "@playwright/test";
import { LARGE, TRIES_ALL } from "../sizes.ts";
import { violations } from "./axe.ts";
import { testSite } from "./site.ts";

/** A newspaper in English that says two strings in its own way. */
const FIXTURE = "tests/fixtures/english";
const test = testSite(["--content", `${FIXTURE}/content`, "--data", `${FIXTURE}/_data`]);

const PAGES = [
  "",
  "articles/bridge/",
  "articles/harbour/",
  "archive/",
  "headlines/",
  "headlines/2026/11/23/",
  "topics/",
  "topics/town/",
  "authors/",
  "series/the-bridge/",
  "contact/",
  "about/",
  "search/",
  "search/?q=bridge",
  "search/?q=qqqqzzzz",
  "search/?topic=Town&q=qqqqzzzz",
  "404.html",
  "offline/",
];

/** All that is read on a page, by the eye or aloud. */
function wordsOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const names = ["aria-label", "title", "placeholder", "alt"];
    const told = [...document.querySelectorAll("*")].flatMap((element) =>
      names.map((name) => element.getAttribute(name) ?? ""),
    );
    const description = document.querySelector<HTMLMetaElement>("meta[name=description]")?.content;
    return [document.title, description, document.body.textContent, ...told].join("\n");
  });
}

async function expectEnglish(page: Page): Promise<void> {
  expect(await wordsOf(page)).not.toMatch(/[^\n]*\p{Script=Cyrillic}[^\n]*/u);
}

/** The pages with the most strings for who does not see; of all others reader.spec.ts has the Russian ones. */
const AXED = /^articles\/bridge|q=bridge|topic=/;

for (const width of TRIES_ALL ? [390, 1440] : [390]) {
  test(`all pages are English and accessible, ${width} wide`, async ({ page, site }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const path of PAGES) {
      await page.goto(site.address + path);
      await expect(page.locator("html")).toHaveAttribute("lang", "en");
      if (path.includes("q=")) await expect(page.locator(".search-summary")).not.toHaveText("");
      await expectEnglish(page);
      if (TRIES_ALL || AXED.test(path)) expect(await violations(page), path).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, path).toBe(0);
    }
  });
}

test("strings are the newspaper's own where it has some", async ({ page, site }) => {
  await page.goto(site.address);
  await expect(page.locator(".sections")).toContainText("Subjects");
  await expect(page.locator(".footer")).toContainText("Subjects");
  await page.goto(`${site.address}topics/`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Subjects");
  await page.goto(`${site.address}search/?q=bridge`);
  await expect(page.locator(".search-summary")).toHaveText("We found 2 pages");
  await expect(page.getByText("by relevance")).toBeVisible();
});

test("the box, its results and what is marked speak English", async ({ page, site }) => {
  await page.goto(site.address);
  await page.locator("#masthead-query").fill("bridge");
  await expect(page.locator(".masthead .box-result")).toHaveCount(2);
  await expectEnglish(page);
  await page.locator(".masthead .box-result").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("bridge");
  await expectEnglish(page);
});

test("dates, days and times are English", LARGE, async ({ page, site }) => {
  await page.clock.setFixedTime(new Date("2026-11-24T12:00:00Z"));
  await page.goto(`${site.address}articles/bridge/`);
  const byline = page.locator(".article-facts .byline");
  await expect(byline).toContainText(/November 23 at 2:30.PM/);
  await expect(byline).toContainText("updated November 24");
  await expect(byline).toContainText("1 minute read");
  await page.goto(site.address);
  await expect(page.locator("time[data-relative]").first()).toHaveText(/^yesterday, 2:30.PM$/);
  await page.goto(`${site.address}headlines/2026/11/23/`);
  await expect(page.locator(".clock").first()).toHaveText(/^6:40.PM$/);
});

test("feeds and what browsers are told are English", LARGE, async ({ page, site }) => {
  const files = ["rss.xml", "topics/town/rss.xml", "feed.json", "opensearch.xml"];
  for (const file of [...files, "manifest.webmanifest", "authors/jane-miller/atom.xml"]) {
    const text = await (await page.request.get(site.address + file)).text();
    expect(text, file).not.toMatch(/\p{Script=Cyrillic}/u);
  }
  await page.goto(site.address);
  const locale = page.locator('meta[property="og:locale"]');
  await expect(locale).toHaveAttribute("content", "en_US");
  expect(await page.content()).toContain('"inLanguage":"en"');
});
