import { expect, type Page } from "@playwright/test";
import { LARGE } from "../sizes.ts";
import { ARCHIVE_SITE, testSite } from "./site.ts";

const watched = testSite(ARCHIVE_SITE);

const ARTICLE = "articles/most/";
const TITLE = "Через реку открыт новый мост";
const KEPT = "Нет связи: показана сохранённая копия.";

/** The page's worker has kept something, and answers from now on. */
async function waitForKept(page: Page, address: string): Promise<void> {
  const kept = () =>
    page.evaluate(async (own) => {
      const copy = await caches.match(own);
      return copy !== undefined && navigator.serviceWorker.controller !== null;
    }, address);
  await expect.poll(kept).toBe(true);
}

const status = (page: Page) => page.locator(".found-status");
const notice = (page: Page) => page.locator("[data-offline-notice]");
const title = (page: Page) => page.getByRole("heading", { level: 1 });

/** A page that says what it could not load: nobody listens to its console. */
const test = watched.extend({ page: async ({ context }, use) => use(await context.newPage()) });

/** What one test has kept is not there for the next. */
test.use({ reuseContext: false });

test("an article that was read opens with the marks of another search", async ({
  page,
  context,
  site,
}) => {
  await page.goto(site.address);
  await waitForKept(page, site.address);
  await page.goto(`${site.address}${ARTICLE}?found=мост`);
  await expect(status(page)).toContainText("«мост»");
  await waitForKept(page, site.address + ARTICLE);

  await context.setOffline(true);
  await page.goto(`${site.address}${ARTICLE}?found=набережно`);
  await expect(title(page)).toHaveText(TITLE);
  await expect(notice(page)).toHaveText(KEPT);
  await expect(status(page)).toHaveText("1 совпадение: «набережной»");
  await page.goto(site.address + ARTICLE);
  await expect(title(page)).toHaveText(TITLE);
  await expect(status(page)).toHaveCount(0);
});

test(
  "an article that was read without marks opens without a connection",
  LARGE,
  async ({ page, context, site }) => {
    await page.goto(site.address + ARTICLE);
    await waitForKept(page, site.address + ARTICLE);
    await context.setOffline(true);
    await page.goto(`${site.address}${ARTICLE}?found=мост`);
    await expect(title(page)).toHaveText(TITLE);
    await expect(notice(page)).toHaveText(KEPT);
  },
);

test("a search without a connection says so, and goes on when there is one", async ({
  page,
  context,
  site,
}) => {
  await page.goto(`${site.address}search/`);
  await expect(page.getByRole("checkbox").first()).toBeVisible();
  await context.setOffline(true);
  await page.getByRole("searchbox").fill("мост");
  const failure = page.locator(".failure");
  await expect(failure).toContainText("Нет связи");
  await expect(failure).toHaveRole("alert");
  await expect(notice(page)).toHaveText("Нет связи: поиск без неё может не сработать.");
  await expect(page.locator(".search-summary")).toHaveText("");
  // Once more, and it is still so.
  await page.getByRole("button", { name: "Повторить" }).click();
  await expect(failure).toContainText("Нет связи");

  await context.setOffline(false);
  await expect(notice(page)).toHaveCount(0);
  await expect(page.locator(".search-summary")).toHaveText("Найдено 2 результата");
  await expect(failure).toHaveCount(0);
});

test(
  "a query that is sent without a connection is answered when there is one",
  LARGE,
  async ({ page, context, site }) => {
    await page.goto(site.address + ARTICLE);
    await waitForKept(page, site.address + ARTICLE);
    await context.setOffline(true);
    await page.reload();
    await page.locator("#masthead-query").fill("мост");
    await page.getByRole("button", { name: "Найти" }).click();
    await expect(title(page)).toHaveText("Нет связи");
    await expect(page.locator("[data-offline-list] a")).toHaveText([TITLE]);

    await context.setOffline(false);
    await expect(page.locator(".search-summary")).toHaveText("Найдено 2 результата");
    expect(decodeURI(page.url())).toMatch(/\/search\/\?q=мост$/);
  },
);
