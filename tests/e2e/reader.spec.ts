import { expect, type Page } from "@playwright/test";
import { LARGE, TRIES_ALL } from "../sizes.ts";
import { violations } from "./axe.ts";
import { testSite } from "./site.ts";

const test = testSite();

const ARTICLE = "координационных центров Куньшаня в Национальной академии наук Беларуси";
const RAPESEED = "Цветущие поля рапса в провинции Цинхай";

async function search(page: Page, query: string): Promise<void> {
  await page.getByRole("searchbox").fill(query);
  await page.getByRole("button", { name: "Найти" }).click();
  await expect(page).toHaveURL(/\/search\/\?q=/);
}

function results(page: Page) {
  return page.locator(".results .result");
}

test.describe("a reader", () => {
  test("opens the front page and reads the article", async ({ page, site }) => {
    await page.goto(site.address);
    await expect(page).toHaveTitle("Вестник");
    await page.getByRole("heading", { level: 2 }).first().getByRole("link").click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("видеоконференция");
    await expect(page.getByRole("article")).toContainText(ARTICLE);
    await expect(page.getByRole("article").locator(".prose p")).toHaveCount(4);
    await expect(page.getByRole("article")).toContainText("«Пояса и пути»");
  });

  test("sees no date where none is known", LARGE, async ({ page, site }) => {
    for (const path of ["", "headlines/", "archive/"]) {
      await page.goto(site.address + path);
      await expect(page.locator("time")).toHaveCount(0);
    }
  });

  test("reads all 21 headlines, each with an anchor of its own", async ({ page, site }) => {
    await page.goto(`${site.address}headlines/`);
    const items = page.locator(".headlines > li");
    await expect(items).toHaveCount(21);
    const anchors = await items.evaluateAll((nodes) => nodes.map((node) => node.id));
    expect(new Set(anchors).size).toBe(21);
    expect(anchors).not.toContain("");
    await expect(items.first()).toContainText("чемпионат по китайским шахматам");
    await expect(items.last()).toContainText("PMI в производственном секторе");
  });

  test("follows a topic from the article", LARGE, async ({ page, site }) => {
    await page.goto(site.address);
    await page.getByRole("link", { name: "Беларусь" }).first().click();
    await expect(page).toHaveURL(`${site.address}topics/belarus/`);
    await expect(page.getByRole("heading", { level: 2 })).toContainText("видеоконференция");
  });

  test("who takes a wrong address is helped on", async ({ page, site }) => {
    const response = await page.request.get(`${site.address}net-takoi/`);
    expect(response.status()).toBe(404);
    expect(await response.text()).toContain("Страница не найдена");
  });
});

test.describe("a searcher", () => {
  test("finds the article by «Куньшань» in any of its forms", async ({ page, site }) => {
    await page.goto(site.address);
    await search(page, "Куньшань");
    await expect(results(page)).toHaveCount(1);
    await expect(page.getByText("нужен JavaScript")).toHaveCount(0);
    await expect(results(page).locator("mark").first()).toHaveText(/Куньшан/);
    await results(page).getByRole("link").click();
    await expect(page.getByRole("article")).toContainText(ARTICLE);
  });

  test("finds «академия наук», written otherwise in the text", LARGE, async ({ page, site }) => {
    await page.goto(`${site.address}search/?q=академия+наук`);
    await expect(results(page).first()).toContainText("видеоконференция");
  });

  test("a headline's result leads to its anchor", LARGE, async ({ page, site }) => {
    await page.goto(`${site.address}search/?q=рапс`);
    await results(page).getByRole("link", { name: RAPESEED }).click();
    await expect(page).toHaveURL(/\/headlines\/#tsvetushchie-polia-rapsa/);
    await expect(page.locator("li:target")).toContainText(RAPESEED);
  });

  test("narrows down by kind, and the address keeps the query", LARGE, async ({ page, site }) => {
    await page.goto(`${site.address}search/`);
    await page.getByRole("searchbox").fill("беларусь");
    await expect(page.locator(".search-summary")).toHaveText("Найдено 6 результатов");
    await expect(page).toHaveURL(/\?q=/);
    await page.getByRole("checkbox", { name: /Статья/ }).check();
    await expect(page.locator(".search-summary")).toHaveText("Найден 1 результат");
    await expect(page).toHaveURL(/\?q=.*&kind=/);
  });

  test("is told when nothing is there", LARGE, async ({ page, site }) => {
    await page.goto(`${site.address}search/?q=ъъъъъ`);
    await expect(page.locator(".search-summary")).toContainText("ничего не найдено");
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("everything is read, and the search page offers other ways", async ({ page, site }) => {
    await page.goto(site.address);
    await page.getByRole("heading", { level: 2 }).first().getByRole("link").click();
    await expect(page.getByRole("article")).toContainText(ARTICLE);
    await page.goto(`${site.address}search/`);
    await expect(page.getByRole("main")).toContainText("нужен JavaScript");
    await page.getByRole("main").getByRole("link", { name: "заголовки" }).click();
    await expect(page.locator(".headlines > li")).toHaveCount(21);
  });
});

const PAGES = ["", "archive/", "headlines/", "topics/", "topics/belarus/", "404.html"];

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    test("axe finds nothing", async ({ page, site }) => {
      const about = colorScheme === "light" ? "everything" : "colours";
      await page.goto(site.address);
      const article = await page.locator("h2 a[href*='/articles/']").first().getAttribute("href");
      // Colours come from the same styles everywhere.
      const pages = about === "everything" || TRIES_ALL ? PAGES : PAGES.slice(0, 1);
      for (const path of [...pages, article ?? ""]) {
        await page.goto(new URL(path, site.address).href);
        expect(await violations(page, about), path).toEqual([]);
      }
      await page.goto(`${site.address}search/?q=Китай`);
      await results(page).first().waitFor();
      expect(await violations(page, about), "search").toEqual([]);
    });
  });
}

test("nothing has to be scrolled sideways at 320 pixels", async ({ page, site }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of [...PAGES, "search/?q=Китай"]) {
    await page.goto(site.address + path);
    const { scrollWidth, clientWidth } = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return { scrollWidth, clientWidth };
    });
    expect(scrollWidth, path).toBe(clientWidth);
  }
});
