import { expect } from "@playwright/test";
import { TRIES_ALL } from "../sizes.ts";
import { violations } from "./axe.ts";
import { testSite } from "./site.ts";

const test = testSite();

for (const width of TRIES_ALL ? [390, 1440] : [390]) {
  test.describe(`without scripts at ${width} pixels`, () => {
    test.use({ javaScriptEnabled: false, viewport: { width, height: 800 } });

    test("the form leads to a page that says so, and where else to look", async ({
      page,
      site,
    }) => {
      await page.goto(site.address);
      await page.locator("#masthead-query").fill("мост");
      await page.locator("#masthead-query").press("Enter");
      await expect(page).toHaveURL(`${site.address}search/?q=${encodeURIComponent("мост")}`);
      const main = page.getByRole("main");
      await expect(main).toContainText("для него нужен JavaScript");
      // What cannot work is not shown.
      await expect(main.getByRole("button")).toHaveCount(0);
      await expect(main.getByRole("searchbox")).toHaveCount(0);
      for (const name of ["статьи", "заголовки", "темы"]) {
        await main.getByRole("link", { name }).click();
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(new RegExp(name, "i"));
        await page.goBack();
      }
    });
  });
}

test("a page whose script does not come says so in the end", async ({ page, site }) => {
  // Its console says what was refused, and that is meant.
  page.removeAllListeners("console");
  await page.route(/assets\/search-page-.*\.js$/, (route) => route.abort());
  await page.goto(`${site.address}search/?q=мост`);
  const alert = page.getByRole("alert").filter({ hasText: "Поиск не загрузился" });
  await expect(alert.getByRole("button", { name: "Повторить" })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});
