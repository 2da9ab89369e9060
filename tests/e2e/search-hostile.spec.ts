import { expect, type Page } from "@playwright/test";
import { TRIES_ALL } from "../sizes.ts";
import { writeSearchArchive } from "./search-archive.ts";
import { keepViolations, testSite } from "./site.ts";

const { flags, remove } = writeSearchArchive();
process.once("exit", remove);
/** A page of it that says anything on its console fails its test, so that refused code would. */
const base = testSite(flags);

/** Each sets `hacked` where it is taken for anything but text. */
const HOSTILE = [
  "<script>hacked=1</script>",
  '"><img src=x onerror=hacked=1>',
  "'-hacked=1-'<svg onload=hacked=1>",
  "javascript:hacked=1//{{hacked=1}}",
];

const ARTICLE = "articles/zapis-0/";

interface Watched {
  hacked?: unknown;
  violations: string[];
}

const test = base.extend({
  page: async ({ page }, use) => {
    await keepViolations(page);
    page.on("dialog", (dialog) => dialog.dismiss());
    await use(page);
  },
});

/** Nothing of the query became a part of the page: not run, not refused, not even an element. */
async function expectHarmless(page: Page): Promise<void> {
  const seen = await page.evaluate(() => {
    const { hacked, violations } = window as unknown as Watched;
    const strange = document.querySelectorAll("body script, img[src=x], svg[onload]");
    return { hacked, violations, strange: strange.length };
  });
  expect(seen).toEqual({ hacked: undefined, violations: [], strange: 0 });
}

const summary = (page: Page) => page.locator(".search-summary");
const found = (query: string) => `По запросу «${query}» ничего не найдено`;

/** The one that would end an attribute and begin an element; or all. */
const TRIED = TRIES_ALL ? HOSTILE : HOSTILE.slice(1, 2);

for (const query of TRIED) {
  test.describe(query, () => {
    test("is text where the address asks for it", async ({ page, site }) => {
      const title = "Поиск — Вестник";
      const strange = new URLSearchParams({ q: `"${query}"`, kind: query, topic: query });
      await page.goto(`${site.address}search/?${strange}`);
      await expect(summary(page)).toHaveText(found(`"${query}"`));
      const chips = page.getByRole("region", { name: "Выбранные фильтры" }).getByRole("button");
      await expect(chips).toHaveText([query, query, "Сбросить все"]);
      await expect(page.locator(".facet-name").filter({ hasText: query })).toHaveCount(2);
      await expect(page).toHaveTitle(title);
      await expectHarmless(page);
    });

    test("is text where it is typed, and where it is offered again", async ({ page, site }) => {
      await page.goto(`${site.address}search/`);
      await page.locator("#query").fill(`мост ${query}`);
      await page.locator("#query").press("Enter");
      await expect(page.locator(".result").first()).toBeVisible();
      await expect(summary(page)).toHaveText(/^Найдено/);
      await expectHarmless(page);
      await page.goto(`${site.address}search/`);
      await expect(page.locator(".recent .chip")).toHaveText([`мост ${query}`]);
      await expectHarmless(page);
      await page.locator(".recent .chip").click();
      await expect(page.locator("#query")).toHaveValue(`мост ${query}`);
      await expect(page.locator(".result").first()).toBeVisible();
      await expectHarmless(page);
    });

    test("is text in the box of every page", async ({ page, site }) => {
      await page.goto(site.address);
      const box = page.locator("#masthead-query");
      await box.fill(`мост ${query}`);
      const all = page.locator(".masthead .box-all");
      await expect(all).toContainText(`«мост ${query}»`);
      await expectHarmless(page);
      await box.fill(`ъъъ ${query}`);
      await expect(page.locator(".masthead .box-panel")).toContainText(`«ъъъ ${query}»`);
      await expectHarmless(page);
      await page.evaluate((own) => {
        localStorage.setItem("vestnik-recent", JSON.stringify([own]));
      }, query);
      await box.fill("");
      await expect(page.locator(".masthead [role=option]")).toHaveText([query]);
      await expectHarmless(page);
    });

    test("marks nothing on an article", async ({ page, site }) => {
      const strange = new URLSearchParams({ found: `${query}.мост` });
      await page.goto(`${site.address}${ARTICLE}?${strange}`);
      await expect(page.locator(".found-status")).toContainText("«мост»");
      await expectHarmless(page);
    });
  });
}

test("a query as long as an address may be is cut, and breaks nothing", async ({ page, site }) => {
  await page.goto(`${site.address}search/?q=${"ъ".repeat(1500)}`);
  await expect(summary(page)).toHaveText(found("ъ".repeat(1000)));
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});
