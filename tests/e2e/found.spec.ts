import { expect, type Page } from "@playwright/test";
import { LARGE } from "../sizes.ts";
import { violations } from "./axe.ts";
import { ARCHIVE_SITE, testSite } from "./site.ts";

const test = testSite(ARCHIVE_SITE);

const ARTICLE = "articles/most/";

/** In the title, the summary, the text, the table; and «набережной» once. */
const BOTH = "?found=мост.набережно";

function status(page: Page) {
  return page.locator(".found-status");
}

function bar(page: Page) {
  return page.getByRole("region", { name: "Найденное на странице" });
}

/** The texts that are highlighted without a change of the document. */
function highlighted(page: Page, name: string): Promise<string[]> {
  return page.evaluate((own) => {
    const ranges = [...(CSS.highlights.get(own) ?? [])] as Range[];
    return ranges.map((range) => range.toString());
  }, name);
}

function articleHtml(page: Page): Promise<string> {
  return page.locator("article").innerHTML();
}

test("words that were found are marked, and can be gone through", async ({ page, site }) => {
  await page.goto(site.address + ARTICLE);
  const plain = await articleHtml(page);
  await page.goto(site.address + ARTICLE + BOTH);
  await expect(status(page)).toHaveText("5 совпадений: «мост», «набережной»");
  expect(await highlighted(page, "found")).toEqual([
    "мост",
    "мосту",
    "мост",
    "набережной",
    "Мостов",
  ]);
  expect(await highlighted(page, "found-current")).toEqual(["мост"]);
  expect(await articleHtml(page)).toBe(plain);

  await page.getByRole("button", { name: "Следующее совпадение" }).click();
  await expect(status(page)).toHaveText("2 из 5: «мосту»");
  expect(await highlighted(page, "found-current")).toEqual(["мосту"]);
  await page.getByRole("button", { name: "Предыдущее совпадение" }).click();
  await page.getByRole("button", { name: "Предыдущее совпадение" }).click();
  await expect(status(page)).toHaveText("5 из 5: «Мостов»");
});

test(
  "«Убрать» leaves the page and its address as they would be without them",
  LARGE,
  async ({ page, site }) => {
    await page.goto(`${site.address}${ARTICLE}${BOTH}&from=box#chto-dalshe`);
    await page.getByRole("button", { name: "Убрать" }).click();
    await expect(bar(page)).toHaveCount(0);
    expect(await highlighted(page, "found")).toEqual([]);
    await expect(page).toHaveURL(`${site.address}${ARTICLE}?from=box#chto-dalshe`);
    await expect(page.locator("main")).toBeFocused();
    await expect(page.locator("link[rel=canonical]")).toHaveAttribute(
      "href",
      "https://gorod.example/news/articles/most/",
    );
  },
);

test("a browser without highlights gets marks, which leave no trace", async ({ page, site }) => {
  await page.addInitScript(() => {
    delete (window as { Highlight?: unknown }).Highlight;
  });
  await page.goto(site.address + ARTICLE);
  const plain = await articleHtml(page);
  await page.goto(site.address + ARTICLE + BOTH);
  const marks = page.locator("article mark.found");
  await expect(marks).toHaveText(["мост", "мосту", "мост", "набережной", "Мостов"]);
  await page.getByRole("button", { name: "Следующее совпадение" }).click();
  await expect(page.locator("mark.found-current")).toHaveText(["мосту"]);
  await page.getByRole("button", { name: "Убрать" }).click();
  expect(await articleHtml(page)).toBe(plain);
});

test("one match needs no arrows; Escape in the bar removes it", LARGE, async ({ page, site }) => {
  await page.goto(`${site.address}${ARTICLE}?found=набережно`);
  await expect(status(page)).toHaveText("1 совпадение: «набережной»");
  await expect(bar(page).getByRole("button")).toHaveText(["Убрать"]);
  await page.getByRole("button", { name: "Убрать" }).focus();
  await page.keyboard.press("Escape");
  await expect(bar(page)).toHaveCount(0);
});

test(
  "the bar comes before the text for the keyboard, and its targets are large",
  LARGE,
  async ({ page, site }) => {
    await page.goto(site.address + ARTICLE + BOTH);
    await expect(bar(page)).toBeVisible();
    await page.locator("[data-theme-switch]").focus();
    await page.keyboard.press("Tab");
    await expect(page.getByRole("button", { name: "Предыдущее совпадение" })).toBeFocused();
    for (const button of await bar(page).getByRole("button").all()) {
      const box = await button.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
    }
  },
);

test("an article opens at the first match, unless its address names a place", async ({
  page,
  site,
}) => {
  await page.setViewportSize({ width: 800, height: 320 });
  const scrolled = () => page.evaluate(() => scrollY);
  const place = () =>
    page.evaluate(() => {
      const [range] = [...(CSS.highlights.get("found") ?? [])] as Range[];
      return range?.getBoundingClientRect().top ?? -1;
    });
  await page.goto(`${site.address}${ARTICLE}?found=пешеходн`);
  await expect(bar(page)).toBeVisible();
  expect(await scrolled()).toBeGreaterThan(300);
  expect(await place()).toBeGreaterThan(0);
  expect(await place()).toBeLessThan(250);

  await page.goto(`${site.address}${ARTICLE}?found=пешеходн#content`);
  await expect(bar(page)).toBeVisible();
  await expect.poll(scrolled).toBeLessThan(200);
});

test("nothing moves for the bar, and it is not printed", LARGE, async ({ page, site }) => {
  const places = () =>
    page.evaluate(() =>
      [...document.querySelectorAll("h1, .prose > *, .footer")].map((node) =>
        JSON.stringify(node.getBoundingClientRect()),
      ),
    );
  await page.goto(site.address + ARTICLE, { waitUntil: "networkidle" });
  const before = await places();
  await page.goto(site.address + ARTICLE + BOTH, { waitUntil: "networkidle" });
  await expect(bar(page)).toBeVisible();
  expect(await places()).toEqual(before);
  await page.emulateMedia({ media: "print" });
  await expect(bar(page)).toBeHidden();
});

test("an address that finds nothing, or says nonsense, changes nothing", async ({ page, site }) => {
  await page.goto(site.address + ARTICLE);
  const plain = await articleHtml(page);
  for (const found of ["", "...", "слон", "<script>alert(1)</script>", "%ff", "а".repeat(1000)]) {
    await page.goto(`${site.address}${ARTICLE}?found=${found}`, { waitUntil: "networkidle" });
    await expect(bar(page), found).toHaveCount(0);
    expect(await articleHtml(page), found).toBe(plain);
  }
});

test("pages without the parameter load nothing for it", LARGE, async ({ page, site }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(site.address + ARTICLE, { waitUntil: "networkidle" });
  await page.goto(`${site.address}?found=мост`, { waitUntil: "networkidle" });
  expect(asked.filter((address) => /assets\/found-/.test(address))).toEqual([]);
  await page.goto(site.address + ARTICLE + BOTH, { waitUntil: "networkidle" });
  expect(asked.filter((address) => /assets\/found-/.test(address))).not.toEqual([]);
});

test("axe finds nothing", async ({ page, site }) => {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(site.address + ARTICLE + BOTH);
    await expect(bar(page)).toBeVisible();
    expect(await violations(page, colorScheme === "light" ? "everything" : "colours")).toEqual([]);
  }
});
