import { expect, type Page } from "@playwright/test";
import { LARGE } from "../sizes.ts";
import { violations } from "./axe.ts";
import { BRIDGES, writeSearchArchive } from "./search-archive.ts";
import { testSite } from "./site.ts";

/** The filters of the search page on a phone: a sheet over the results. */
const { flags, remove } = writeSearchArchive();
process.once("exit", remove);
const test = testSite(flags);
test.use({ viewport: { width: 390, height: 844 } });

const sheet = (page: Page) => page.getByRole("dialog", { name: "Фильтры" });
const opener = (page: Page) => page.locator(".filters-switch");
const box = (page: Page, name: RegExp) => page.getByRole("checkbox", { name });

async function openSheet(page: Page, address: string, search: string): Promise<void> {
  await page.goto(`${address}search/${search}`);
  await expect(page.locator(".search-summary")).not.toBeEmpty();
  await opener(page).click();
  await expect(sheet(page)).toBeVisible();
}

test("the sheet says how many results there are while filters are chosen", async ({
  page,
  site,
}) => {
  await openSheet(page, site.address, "?q=мост");
  const show = sheet(page).locator(".sheet-show");
  await expect(show).toHaveText(`Показать ${BRIDGES + 1}`);
  await box(page, /^Город/).check();
  await expect(show).toHaveText("Показать 3");
  expect(await violations(page)).toEqual([]);
  await show.click();
  await expect(sheet(page)).toBeHidden();
  await expect(page.locator(".results .result")).toHaveCount(3);
  await expect(opener(page)).toHaveText("Фильтры (1)");
  await expect(box(page, /^Город/)).toBeHidden();
});

test("without results, and without a query, its button says so", LARGE, async ({ page, site }) => {
  await openSheet(page, site.address, "?q=ъъъъъ&topic=Город");
  await expect(sheet(page).locator(".sheet-show")).toHaveText("Ничего не найдено");
  await page.goto(`${site.address}search/`);
  await opener(page).click();
  await sheet(page).locator(".sheet-show").click();
  await expect(sheet(page)).toBeHidden();
});

test("the keyboard stays in the sheet, and comes back to where it was", async ({ page, site }) => {
  await openSheet(page, site.address, "?q=мост");
  await expect(box(page, /^Город/)).toBeVisible();
  const inside = () =>
    page.evaluate(() => {
      const { activeElement } = document;
      return activeElement === document.body || activeElement?.closest("dialog") !== null;
    });
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press("Tab");
    expect(await inside()).toBe(true);
  }
  await page.keyboard.press("Escape");
  await expect(sheet(page)).toBeHidden();
  await expect(opener(page)).toBeFocused();
});

test("a press beside the sheet closes it, one in it does not", LARGE, async ({ page, site }) => {
  await openSheet(page, site.address, "?q=мост");
  await sheet(page).getByRole("heading", { name: "Фильтры" }).click();
  await expect(sheet(page)).toBeVisible();
  await page.mouse.click(195, 40);
  await expect(sheet(page)).toBeHidden();
  await opener(page).click();
  await sheet(page).getByRole("button", { name: "Закрыть" }).click();
  await expect(sheet(page)).toBeHidden();
});

test(
  "where the screen becomes wide, the filters are a column again",
  LARGE,
  async ({ page, site }) => {
    await openSheet(page, site.address, "?q=мост");
    await page.setViewportSize({ width: 1440, height: 900 });
    await expect(sheet(page)).toBeHidden();
    await expect(box(page, /^Город/)).toBeVisible();
    await expect(opener(page)).toBeHidden();
  },
);
