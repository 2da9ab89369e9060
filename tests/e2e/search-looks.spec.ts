import { expect, type Locator, type Page } from "@playwright/test";
import { LARGE, TRIES_ALL } from "../sizes.ts";
import { ARCHIVE_SITE, testSite } from "./site.ts";

const test = testSite(ARCHIVE_SITE);

/** Longer than any line, and no place to break it at. */
const LONG = "ъ".repeat(120);

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (box === null) throw new Error("Not shown");
  return box;
}

/** How much is cut off, or makes the page wider than its window. */
/** Widths are told in whole pixels, each rounded by itself. */
const ROUNDING = 1;

function overflow(page: Page, selector: string): Promise<number> {
  return page.evaluate((own) => {
    const nodes = [...document.querySelectorAll(own), document.documentElement];
    return Math.max(...nodes.map((node) => node.scrollWidth - node.clientWidth));
  }, selector);
}

for (const width of TRIES_ALL ? [390, 1440] : [390]) {
  test.describe(`at ${width} pixels`, () => {
    test.use({ viewport: { width, height: 844 } });

    test("the panel of a box lies just below its field", async ({ page, site }) => {
      for (const [path, id] of [
        ["", "masthead-query"],
        ["404.html", "page-query"],
      ]) {
        await page.goto(site.address + path);
        const field = page.locator(`#${id}`);
        await field.fill("мост");
        const panel = page.locator(".box-panel:visible");
        await expect(panel.getByRole("option").last()).toContainText("Все результаты");
        const [above, below] = [await boxOf(field), await boxOf(panel)];
        const gap = below.y - (above.y + above.height);
        expect(gap, path).toBeGreaterThan(0);
        expect(gap, path).toBeLessThan(16);
      }
    });

    test("long words are broken, not cut", async ({ page, site }) => {
      await page.goto(site.address);
      await page.locator("#masthead-query").fill(LONG);
      await expect(page.locator(".box-note")).toContainText("ничего не найдено");
      expect(await overflow(page, ".box-panel")).toBeLessThanOrEqual(ROUNDING);
      await page.goto(`${site.address}search/?q=${LONG}&topic=${LONG}&kind=${LONG}`);
      await expect(page.locator(".nothing")).toBeVisible();
      expect(await overflow(page, ".search-found, .chosen, .chip")).toBeLessThanOrEqual(ROUNDING);
    });

    test("the bar of marks is no higher than two lines", LARGE, async ({ page, site }) => {
      const stems = "мост.набережно.пешеходн.соедин.осен.подробн.проект";
      await page.goto(`${site.address}articles/most/?found=${stems}`);
      const bar = page.locator(".found-bar");
      await expect(bar).toContainText("и другие");
      expect((await boxOf(bar)).height).toBeLessThan(64);
    });
  });
}

test(
  "a chosen filter shows that it can be taken away, and one for all of them does not",
  LARGE,
  async ({ page, site }) => {
    await page.goto(`${site.address}search/?q=мост&topic=Город&year=2025`);
    const crosses = () =>
      page
        .locator(".chosen .chip")
        .evaluateAll((chips) => chips.map((chip) => getComputedStyle(chip, "::after").content));
    await expect.poll(crosses).toEqual(['"×"', '"×"', "none"]);
  },
);
