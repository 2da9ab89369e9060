import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { LARGE } from "../sizes.ts";
import { BRIDGES, writeSearchArchive } from "./search-archive.ts";
import { testSite } from "./site.ts";

const { flags, remove } = writeSearchArchive();
process.once("exit", remove);
// The requests of a worker would go past what is slowed down here.
const data = flags[flags.indexOf("--data") + 1] ?? "";
appendFileSync(join(data, "site.yaml"), "offline: false\n");
const test = testSite(flags);

/** Slow 3G, as browsers name it: 400 ms there and back, 400 kbit/s. The browser's cache works. */
const SLOW = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };

/** An answer takes several ways there and back, on a machine that does something else too. */
const PATIENCE = { timeout: 60_000 };

const ALL = `Найдено ${BRIDGES + 1} результата`;

const summary = (page: Page) => page.locator(".search-summary");
const field = (page: Page) => page.getByRole("searchbox", { name: "Что найти" });
const boxField = (page: Page) => page.locator("#masthead-query");
const boxPanel = (page: Page) => page.locator(".masthead .box-panel");

async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", SLOW);
}

/** What was seen of a page from its beginning, in the order in which it came. */
async function watch(page: Page, selectors: readonly string[]): Promise<void> {
  await page.addInitScript((own) => {
    const seen: { what: string; at: number }[] = [];
    Object.assign(window, { seen });
    const look = (): void => {
      for (const what of own) {
        const node = document.querySelector(what);
        const isNew = seen.every((one) => one.what !== what);
        if (isNew && node?.checkVisibility({ visibilityProperty: true })) {
          seen.push({ what, at: performance.now() });
        }
      }
      // Nothing is painted before the styles have come, and until then there are no frames.
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, selectors);
}

function seen(page: Page): Promise<{ what: string; at: number }[]> {
  return page.evaluate(() => (window as unknown as { seen: { what: string; at: number }[] }).seen);
}

test("the page of an address says that it searches, and then answers", async ({ page, site }) => {
  await watch(page, ["[data-search-fallback]", ".skeleton", ".result-link", "[role=alert]"]);
  await slowDown(page);
  await page.goto(`${site.address}search/?q=мост`, PATIENCE);
  await expect(summary(page)).toHaveText(ALL, PATIENCE);
  await expect(page.locator(".result")).toHaveCount(10);
  // Who only waits is not told that scripts are missing.
  expect((await seen(page)).map(({ what }) => what)).toEqual([".skeleton", ".result-link"]);
});

test("typing goes on while an answer is waited for, and the last query wins", async ({
  page,
  site,
}) => {
  await watch(page, [".skeleton", "[role=alert]"]);
  await slowDown(page);
  await page.goto(`${site.address}search/`, PATIENCE);
  await expect(page.getByRole("checkbox", { name: /^Город/ })).toBeVisible(PATIENCE);
  const typed = await page.evaluate(() => performance.now());
  await field(page).pressSequentially("мост", { delay: 120 });
  await expect(page.locator(".skeleton").first()).toBeVisible();
  const [skeleton] = await seen(page);
  // 200 ms after the first key where the machine keeps up; one way there and back takes 400.
  expect((skeleton?.at ?? Number.POSITIVE_INFINITY) - typed).toBeLessThan(2000);
  await field(page).pressSequentially("овая ");
  await field(page).fill("набережная");
  await expect(summary(page)).toHaveText("Найден 1 результат", PATIENCE);
  await page.waitForLoadState("networkidle");
  await expect(summary(page)).toHaveText("Найден 1 результат");
  await expect(field(page)).toHaveValue("набережная");
  await expect(page).toHaveURL(/\?q=[^&]+$/);
  expect(decodeURI(page.url())).toMatch(/\?q=набережная$/);
  expect((await seen(page)).map(({ what }) => what)).toEqual([".skeleton"]);
});

test(
  "what is typed before the scripts have come is searched for",
  LARGE,
  async ({ page, site }) => {
    await slowDown(page);
    await page.goto(`${site.address}search/`, { waitUntil: "commit" });
    await field(page).fill("мост");
    await expect(summary(page)).toHaveText(ALL, PATIENCE);
    await expect(field(page)).toHaveValue("мост");
  },
);

test("the box says that it searches, and the last query wins", LARGE, async ({ page, site }) => {
  await slowDown(page);
  await page.goto(`${site.address}archive/`, PATIENCE);
  await boxField(page).click();
  await boxField(page).pressSequentially("мост", { delay: 120 });
  await expect(boxPanel(page).getByText("Ищем…")).toBeVisible(PATIENCE);
  await boxField(page).fill("набережная");
  const options = page.locator(".masthead .box-result");
  await expect(options).toHaveCount(1, PATIENCE);
  await expect(options).toContainText("Набережная ждёт гостей");
  await expect(boxPanel(page).getByText("Ищем…")).toBeHidden();
  await page.waitForLoadState("networkidle");
  await expect(options).toHaveCount(1);
  await expect(boxPanel(page)).not.toContainText("не загрузился");
});

test(
  "a form that is sent before its box has come leads to the answer",
  LARGE,
  async ({ page, site }) => {
    await slowDown(page);
    await page.goto(site.address, PATIENCE);
    await boxField(page).fill("мост");
    await boxField(page).press("Enter");
    await expect(page).toHaveURL(/\/search\/\?q=/, PATIENCE);
    await expect(summary(page)).toHaveText(ALL, PATIENCE);
  },
);

test("a second search asks for little, for the browser keeps what never changes", async ({
  page,
  site,
}) => {
  await slowDown(page);
  await page.goto(`${site.address}search/?q=мост`, PATIENCE);
  await expect(summary(page)).toHaveText(ALL, PATIENCE);
  await page.goto(`${site.address}search/?q=мосты`, PATIENCE);
  await expect(summary(page)).toHaveText(ALL, PATIENCE);
  const fetched = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .filter((entry) => (entry as PerformanceResourceTiming).encodedBodySize > 0)
      .filter((entry) => (entry as PerformanceResourceTiming).transferSize > 400)
      .map(({ name }) => new URL(name).pathname),
  );
  expect(fetched.filter((path) => /\.pack$|assets\//.test(path))).toEqual([]);
});
