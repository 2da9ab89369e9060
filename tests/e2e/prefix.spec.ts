import { type APIRequestContext, expect, type Page } from "@playwright/test";
import { FileSystemConfigLoader, HtmlValidate } from "html-validate";
import { LARGE } from "../sizes.ts";
import { violations } from "./axe.ts";
import { ARCHIVE, testSite } from "./site.ts";

// One option by the command line, the rest by the environment: both must work.
const test = testSite(["--content", `${ARCHIVE}/content`, "--path-prefix", "/news/"], {
  VESTNIK_DATA: `${ARCHIVE}/data`,
  VESTNIK_URL: "https://gorod.example",
});

/** Every file that links reach from the front page, the search and the 404 page; HTML with its text. */
async function crawl(request: APIRequestContext, start: string): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  const waiting = [start, `${start}search/`, `${start}404.html`];
  for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
    if (pages.has(address)) continue;
    const response = await request.get(address);
    expect(response.status(), address).toBe(200);
    const type = response.headers()["content-type"] ?? "";
    const html = type.includes("text/html") ? await response.text() : "";
    pages.set(address, html);
    for (const [, href = ""] of html.matchAll(/ (?:href|src)="([^"]+)"/g)) {
      const target = new URL(href.replaceAll("&amp;", "&"), address);
      if (target.origin !== new URL(start).origin) continue;
      expect(target.pathname, `a link on ${address}`).toMatch(/^\/news\//);
      target.hash = "";
      waiting.push(target.href);
    }
  }
  return pages;
}

test("every link, script, style and image stays under the prefix and is there", async ({
  request,
  site,
}) => {
  expect(site.address).toMatch(/\/news\/$/);
  const paths = [...(await crawl(request, site.address)).keys()].map(
    (address) => new URL(address).pathname,
  );
  expect(paths).toEqual(
    expect.arrayContaining([
      "/news/",
      "/news/archive/",
      "/news/articles/most/",
      "/news/articles/most/most.svg",
      "/news/articles/naberezhnaia/",
      "/news/headlines/",
      "/news/headlines/2025/05/09/",
      "/news/headlines/2025/05/08/",
      "/news/topics/gorod/",
      "/news/topics/transport/",
      "/news/search/pagefind.js",
    ]),
  );
  expect(paths.join()).not.toContain("chernovik");
});

test("every page is valid HTML, and its anchors are there", async ({ request, site }) => {
  const validator = new HtmlValidate(
    new FileSystemConfigLoader({ extends: ["html-validate:standard"] }),
  );
  const pages = await crawl(request, site.address);
  for (const [address, html] of pages) {
    if (html === "") continue;
    const { results } = await validator.validateString(html);
    const messages = results.flatMap(({ messages }) =>
      messages.map((m) => `${m.ruleId}: ${m.message}`),
    );
    expect(messages, address).toEqual([]);
    for (const [, href = ""] of html.matchAll(/ href="([^"]+#[^"]+)"/g)) {
      const target = new URL(href, address);
      const id = decodeURIComponent(target.hash.slice(1));
      target.hash = "";
      expect(pages.get(target.href), `${href} on ${address}`).toContain(` id="${id}"`);
    }
  }
});

async function openArticle(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole("link", { name: "Через реку открыт новый мост" }).click();
  await expect(page).toHaveURL(/\/news\/articles\/most\/$/);
}

test("an article shows its dates in Russian and for machines, its source and its image", async ({
  page,
  site,
}) => {
  await openArticle(page, site.address);
  const times = page.getByRole("article").locator(".article-facts time");
  await expect(times).toHaveText(["9 мая", "10 мая, 08:30"]);
  await expect(times.first()).toHaveAttribute("datetime", "2025-05-09");
  await expect(times.last()).toHaveAttribute("datetime", "2025-05-10T08:30:00+05:00");
  await expect(page.getByRole("link", { name: "Городская газета" })).toBeVisible();
  const image = page.getByRole("img", { name: "Мост через реку" });
  await image.scrollIntoViewIfNeeded();
  await expect
    .poll(() => image.evaluate((node) => (node as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0);
  expect(await violations(page)).toEqual([]);
});

test(
  "Markdown is set in Russian, code is left alone, HTML is text",
  LARGE,
  async ({ page, site }) => {
    await openArticle(page, site.address);
    await expect(page.locator(".prose strong")).toHaveText("«пешеходную зону»");
    await expect(page.locator(".prose code")).toHaveText("bridge -- 1");
    await expect(page.locator(".prose")).toContainText("<script>document.title");
    await expect(page).toHaveTitle("Через реку открыт новый мост — Городские вести");
  },
);

test("what has no date comes last", LARGE, async ({ page, site }) => {
  await page.goto(`${site.address}archive/`);
  await expect(page.getByRole("heading", { level: 2 })).toHaveText([
    "Через реку открыт новый мост",
    "Набережную благоустроят",
  ]);
  await page.goto(`${site.address}headlines/`);
  await expect(page.locator(".headline-text")).toHaveText([
    "Трамваи пустили по мосту #",
    "Школьники посадили сад #",
    "Эксклюзив: город растёт #",
  ]);
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(["9 мая", "8 мая"]);
});

test("search works under the prefix, and a draft is not found", async ({ page, site }) => {
  await page.goto(site.address);
  await page.getByRole("searchbox").fill("трамвай");
  // The field is a combobox as soon as its box has come.
  await page.keyboard.press("Enter");
  const result = page.locator(".results .result");
  await expect(result).toContainText("Заголовок · Транспорт · 9 мая 2025, 12:00");
  await result.getByRole("link", { name: "Трамваи пустили по мосту" }).click();
  // In one press to what it tells of.
  await expect(page).toHaveURL(/\/news\/articles\/most\/\?found=/);
  await page.goto(`${site.address}search/?q=тоннель`);
  await expect(page.locator(".search-summary")).toContainText("ничего не найдено");
});

test("the year is a filter", LARGE, async ({ page, site }) => {
  // A filter of one value is shown where it is chosen.
  await page.goto(`${site.address}search/?q=мост&year=2025`);
  const years = page.getByRole("group", { name: "Год" });
  await expect(years.getByRole("checkbox", { name: /2025/ })).toBeChecked();
});

test("canonical addresses are those of the deployed site", async ({ page, site }) => {
  await page.goto(`${site.address}headlines/2025/05/08/`);
  await expect(page.locator("link[rel=canonical]")).toHaveAttribute(
    "href",
    "https://gorod.example/news/headlines/2025/05/08/",
  );
});

test("the address without the prefix leads to the site", async ({ request, site }) => {
  const origin = new URL(site.address).origin;
  expect((await request.get(`${origin}/`)).url()).toBe(site.address);
  expect((await request.get(`${origin}/news`)).url()).toBe(site.address);
  expect((await request.get(`${origin}/other/`)).status()).toBe(404);
});
