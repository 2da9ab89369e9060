import { expect, type Page } from "@playwright/test";
import { LARGE, TRIES_ALL } from "../sizes.ts";
import { violations } from "./axe.ts";
import { BRIDGES, writeSearchArchive } from "./search-archive.ts";
import { testSite } from "./site.ts";

const { flags, remove } = writeSearchArchive();
process.once("exit", remove);
const test = testSite(flags);

/** The articles and the headline. */
const ALL = BRIDGES + 1;

const results = (page: Page) => page.locator(".results .result");
const summary = (page: Page) => page.locator(".search-summary");
const chips = (page: Page) =>
  page.getByRole("region", { name: "Выбранные фильтры" }).getByRole("list");
const box = (page: Page, name: RegExp) => page.getByRole("checkbox", { name });
const field = (page: Page) => page.getByRole("searchbox", { name: "Что найти" });

async function open(page: Page, address: string, search = ""): Promise<void> {
  await page.goto(`${address}search/${search}`);
}

test("results come in steps, by keyboard too, and back leads to the same place", async ({
  page,
  site,
}) => {
  await open(page, site.address, "?q=мост");
  await expect(summary(page)).toHaveText(`Найдено ${ALL} результата`);
  await expect(results(page)).toHaveCount(10);
  await page.getByRole("button", { name: `Показать ещё (${ALL - 10})` }).press("Enter");
  await expect(results(page)).toHaveCount(20);
  await expect(results(page).nth(10).getByRole("link")).toBeFocused();
  await page.getByRole("button", { name: `Показать ещё (${ALL - 20})` }).click();
  await expect(results(page)).toHaveCount(ALL);
  await expect(page.getByRole("button", { name: /Показать ещё/ })).toHaveCount(0);

  const last = results(page)
    .nth(ALL - 2)
    .getByRole("link");
  await last.scrollIntoViewIfNeeded();
  await page.waitForTimeout(300);
  const scroll = await page.evaluate(() => scrollY);
  expect(scroll).toBeGreaterThan(500);
  await last.click();
  await expect(page.locator("h1")).not.toHaveText("Поиск");
  await page.goBack();
  await expect(results(page)).toHaveCount(ALL);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(scroll);
});

test(
  "a result of an article leads to its marks, one of a headline to its anchor",
  LARGE,
  async ({ page, site }) => {
    await open(page, site.address, "?q=мосты+весть");
    const links = results(page).getByRole("link");
    await expect(links.filter({ hasText: /Мост \d+/ }).first()).toHaveAttribute(
      "href",
      /\/news\/articles\/zapis-\d+\/\?found=[^&#]+$/,
    );
    await expect(links.filter({ hasText: "весть" })).toHaveAttribute(
      "href",
      /\/news\/headlines\/2026\/02\/01\/#/,
    );
    await expect(results(page).nth(1).locator("mark").first()).toHaveText(/мост/i);
  },
);

test("filters narrow, values of one widen, chips take away, back restores", async ({
  page,
  site,
}) => {
  await open(page, site.address, "?q=мост");
  await expect(box(page, /^Город/)).toBeVisible();
  await expect(page.getByRole("group", { name: "Тема" }).getByRole("checkbox")).toHaveCount(8);
  await page.getByRole("button", { name: "ещё 3" }).click();
  await expect(page.getByRole("group", { name: "Тема" }).getByRole("checkbox")).toHaveCount(11);

  await page.getByRole("checkbox", { name: "Город 3" }).check();
  await expect(summary(page)).toHaveText("Найдено 3 результата");
  await expect(box(page, /^Город/)).toBeFocused();
  // What another value would add is known before it is chosen.
  await page.getByRole("checkbox", { name: "Наука 2" }).check();
  await expect(summary(page)).toHaveText("Найдено 5 результатов");
  await page.getByRole("checkbox", { name: "2025 3" }).check();
  await expect(summary(page)).toHaveText("Найдено 3 результата");
  expect(decodeURI(new URL(page.url()).search)).toBe("?q=мост&topic=Город&topic=Наука&year=2025");
  await expect(chips(page).getByRole("button")).toHaveText([
    "Город",
    "Наука",
    "2025",
    "Сбросить все",
  ]);

  await chips(page).getByRole("button", { name: "Убрать фильтр: Наука" }).click();
  await expect(summary(page)).toHaveText("Найдено 2 результата");
  await expect(chips(page).getByRole("button", { name: "Убрать фильтр: 2025" })).toBeFocused();
  await page.goBack();
  await expect(summary(page)).toHaveText("Найдено 3 результата");
  await expect(box(page, /^Наука/)).toBeChecked();
  await page.goBack();
  await page.goBack();
  await page.goBack();
  await expect(summary(page)).toHaveText(`Найдено ${ALL} результата`);
  await expect(chips(page)).toBeHidden();
  await page.goForward();
  await expect(summary(page)).toHaveText("Найдено 3 результата");
  await page.getByRole("button", { name: "Убрать фильтр: Город" }).click();
  await expect(summary(page)).toHaveText(`Найдено ${ALL} результата`);
  await expect(field(page)).toBeFocused();
});

test("a range of days, and the order by date, live in the address", async ({ page, site }) => {
  await open(page, site.address, "?q=мост&from=2025-01-01&to=2025-03-31&sort=date");
  await expect(results(page).getByRole("link")).toHaveText([
    "Мост 10 открыт",
    "Мост 11 открыт",
    "Мост 12 открыт",
  ]);
  await expect(chips(page)).toHaveText("1 января 2025 — 31 марта 2025");
  await page.getByLabel("по", { exact: true }).fill("2025-02-28");
  await expect(summary(page)).toHaveText("Найдено 2 результата");
  await expect(page).toHaveURL(/from=2025-01-01&to=2025-02-28&sort=date/);
  await page.getByText("по релевантности").click();
  await expect(page).not.toHaveURL(/sort=/);
  const period = page.getByRole("button", { name: "Прошлый год" });
  await period.click();
  await expect(period).toHaveAttribute("aria-pressed", "true");
  const year = Number(new Intl.DateTimeFormat("en", { year: "numeric" }).format()) - 1;
  await expect(page).toHaveURL(new RegExp(`from=${year}-01-01&to=${year}-12-31`));
  await period.click();
  await expect(page).not.toHaveURL(/from=/);
});

test("filters alone list all that passes them, the newest first", LARGE, async ({ page, site }) => {
  await open(page, site.address, "?kind=Статья");
  await expect(summary(page)).toHaveText(`Найдено ${BRIDGES + 1} результата`);
  await expect(results(page).first()).toContainText("Набережная ждёт гостей");
  await expect(page.getByRole("group", { name: "Сортировка" })).toBeHidden();
});

test("what is typed is found at once; each finished search is an entry of the history", async ({
  context,
  site,
}) => {
  // A history holds 50 entries at most, and that of the page that tests share may be full.
  const page = await context.newPage();
  await open(page, site.address);
  await expect(page.getByRole("heading", { name: "Свежее" })).toBeVisible();
  const entries = await page.evaluate(() => history.length);
  await field(page).pressSequentially("набережная", { delay: 30 });
  await expect(summary(page)).toHaveText("Найден 1 результат");
  await expect(page.getByRole("heading", { name: "Свежее" })).toBeHidden();
  expect(await page.evaluate(() => history.length)).toBe(entries);
  await field(page).press("Enter");
  await field(page).fill("мо");
  await field(page).fill("мост");
  await expect(summary(page)).toHaveText(`Найдено ${ALL} результата`);
  expect(await page.evaluate(() => history.length)).toBe(entries + 1);
  await page.goBack();
  await expect(field(page)).toHaveValue("набережная");
  await expect(summary(page)).toHaveText("Найден 1 результат");
});

test("a late answer does not take the place of a newer one", LARGE, async ({ page, site }) => {
  await open(page, site.address);
  await expect(box(page, /^Город/)).toBeVisible();
  // What «мост» needs comes late, and by then another query is answered.
  let isLate = true;
  await page.route("**/*.pack", async (route) => {
    if (isLate) await new Promise((resolve) => setTimeout(resolve, 1200));
    await route.continue();
  });
  await field(page).fill("мост");
  await expect(page.locator(".skeleton").first()).toBeVisible();
  await expect(summary(page)).toHaveText("Ищем…");
  isLate = false;
  await field(page).fill("ъъъъъ");
  await expect(summary(page)).toHaveText("По запросу «ъъъъъ» ничего не найдено");
  await page.waitForTimeout(3000);
  await expect(summary(page)).toHaveText("По запросу «ъъъъъ» ничего не найдено");
  await expect(results(page)).toHaveCount(0);
});

test("old results are dimmed while new ones are long in coming", LARGE, async ({ page, site }) => {
  await open(page, site.address, "?q=набережная");
  await expect(results(page)).toHaveCount(1);
  await page.route("**/*.pack", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue();
  });
  await field(page).fill("мост");
  await expect(page.locator(".results")).toHaveAttribute("aria-busy", "true");
  await expect(results(page)).toHaveCount(1);
  await expect(results(page)).toHaveCount(10);
  await expect(page.locator(".results")).not.toHaveAttribute("aria-busy");
});

test("another layout is put right, said, and taken back", async ({ page, site }) => {
  await open(page, site.address, "?q=vjcn");
  await expect(summary(page)).toHaveText(`Найдено ${ALL} результата`);
  await expect(page.locator(".search-note")).toContainText("Показаны результаты по запросу «мост»");
  await page.getByRole("button", { name: "Искать «vjcn»" }).click();
  await expect(page).toHaveURL(/exact=1/);
  await expect(summary(page)).toHaveText("По запросу «vjcn» ничего не найдено");
  const way = page.getByRole("button", { name: `Искать с исправлением опечаток (${ALL})` });
  await way.click();
  await expect(page).not.toHaveURL(/exact=1/);
  await expect(summary(page)).toHaveText(`Найдено ${ALL} результата`);
});

test(
  "a doubtful word is asked about, other names and missing words are told",
  LARGE,
  async ({ page, site }) => {
    await open(page, site.address, "?q=заречинсг");
    await page.getByRole("button", { name: "заречинск", exact: true }).click();
    await expect(summary(page)).toHaveText(`Найдено ${BRIDGES} результата`);
    await open(page, site.address, "?q=эспланада");
    await expect(page.locator(".search-note")).toHaveText(
      "Искали и по-другому: эспланада — набережная.",
    );
    await open(page, site.address, "?q=набережная+ъъъъъ");
    await expect(page.locator(".search-note")).toContainText("Нигде не встречается: «ъъъъъ»");
  },
);

test(
  "a phrase that stands nowhere is told, and what was found instead",
  LARGE,
  async ({ page, site }) => {
    await open(page, site.address, "?q=%22рекой+мост%22");
    await expect(page.locator(".search-note")).toHaveText(
      "Подряд не встречается: «рекой мост». Показаны результаты, где эти слова стоят порознь.",
    );
    await expect(results(page).first()).toBeVisible();
    await open(page, site.address, "?q=«стоят+мосты»");
    await expect(summary(page)).toHaveText(`Найдено ${BRIDGES} результата`);
    await expect(page.locator(".search-note")).toHaveCount(0);
  },
);

test("a word that no page holds finds nothing, though others are near; who may mean them is asked", async ({
  page,
  site,
}) => {
  await open(page, site.address, "?q=костей");
  await expect(summary(page)).toHaveText("По запросу «костей» ничего не найдено");
  await expect(results(page)).toHaveCount(0);
  await expect(page.locator(".search-note")).toHaveText(
    "Возможно, вы имели в виду «гостей» (1 результат)",
  );
  await page.getByRole("button", { name: "гостей", exact: true }).click();
  await expect(summary(page)).toHaveText("Найден 1 результат");
});

test(
  "Enter closes the query: what was the beginning of a word is a word then",
  LARGE,
  async ({ page, site }) => {
    await open(page, site.address);
    await field(page).fill("фон");
    await expect(summary(page)).toHaveText("Найден 1 результат");
    await field(page).press("Enter");
    await expect(summary(page)).toHaveText("По запросу «фон» ничего не найдено");
    // What no dictionary knows goes on all the same, and the page says so.
    await open(page, site.address, "?q=заречинс");
    await expect(page.locator(".search-note").first()).toContainText(
      "Показаны результаты по запросу",
    );
    await page.getByRole("button", { name: "Искать «заречинс»" }).click();
    await expect(summary(page)).toHaveText("По запросу «заречинс» ничего не найдено");
  },
);

test("who finds nothing is told what was tried and what would help", async ({ page, site }) => {
  await open(page, site.address, "?q=набережная&topic=Река&from=2020-01-01");
  await expect(summary(page)).toHaveText("По запросу «набережная» ничего не найдено");
  await expect(page.locator(".nothing")).toContainText("Искали слова во всех формах");
  await expect(page.locator(".nothing").getByRole("button")).toHaveText([
    "Искать без фильтров (1)",
  ]);
  await expect(page.getByRole("heading", { name: "Темы" })).toBeVisible();
  await page.getByRole("button", { name: "Искать без фильтров (1)" }).click();
  await expect(results(page)).toHaveCount(1);
  await open(page, site.address, "?q=тоннель+-набережная");
  await page.getByRole("button", { name: "Искать без минуса (1)" }).click();
  await expect(field(page)).toHaveValue("тоннель");
});

test(
  "a finished search is told to the page, and offered again until it is forgotten",
  LARGE,
  async ({ page, site }) => {
    await page.addInitScript(() => {
      const told: unknown[] = [];
      Object.assign(window, { told });
      document.addEventListener("vestnik:search", (event) => {
        told.push((event as CustomEvent).detail);
      });
    });
    await open(page, site.address);
    await field(page).pressSequentially("мос");
    await expect(results(page).first()).toBeVisible();
    await field(page).fill("мост");
    await field(page).press("Enter");
    const told = () => page.evaluate(() => (window as unknown as { told: unknown[] }).told);
    await expect.poll(told).toEqual([{ query: "мост", count: ALL }]);
    await open(page, site.address);
    await page.getByRole("button", { name: "мост", exact: true }).click();
    await expect(summary(page)).toHaveText(`Найдено ${ALL} результата`);
    await open(page, site.address);
    await page.getByRole("button", { name: "Стереть" }).click();
    await expect(page.getByText("Недавние запросы")).toHaveCount(0);
    await page.reload();
    await expect(page.getByRole("heading", { name: "Свежее" })).toBeVisible();
    await expect(page.getByText("Недавние запросы")).toHaveCount(0);
  },
);

/** Of the first, search-faults.spec.ts has tests too. */
const PARTS = ["**/search/pagefind.js*", "**/pack/manifest.json"];

for (const file of TRIES_ALL ? PARTS : PARTS.slice(1)) {
  test(`a search that did not arrive is tried again: ${file}`, async ({ browser, site }) => {
    const context = await browser.newContext({ serviceWorkers: "block", locale: "ru-RU" });
    const page = await context.newPage();
    await page.route(file, (route) => route.abort());
    await open(page, site.address, "?q=мост");
    await expect(page.getByRole("alert")).toContainText("Поиск не загрузился");
    await page.unroute(file);
    await page.getByRole("button", { name: "Повторить" }).click();
    await expect(summary(page)).toHaveText(`Найдено ${ALL} результата`);
    await expect(page.getByRole("alert")).toHaveCount(0);
    await context.close();
  });
}

for (const width of TRIES_ALL ? [390, 1440] : [390]) {
  test.describe(`at ${width} pixels`, () => {
    test.use({ viewport: { width, height: 800 } });

    test("nothing moves when results come, however late", async ({ page, site }) => {
      await page.route(/\.pack|manifest\.json|pagefind\.js/, async (route) => {
        // Long enough for a page to be drawn without what comes.
        await new Promise((resolve) => setTimeout(resolve, 100));
        await route.continue();
      });
      for (const search of ["", "?q=мост", "?q=vjcn&topic=Город", "?q=ъъъъъ"]) {
        await open(page, site.address, search);
        await expect(
          page.locator(search === "" ? ".search-fresh" : ".chosen, .result, .nothing").last(),
        ).toBeAttached();
        await expect(page.locator(".facet:not([hidden])").first()).toBeAttached();
        await page.waitForTimeout(300);
        expect(await layoutShift(page), search).toBe(0);
      }
    });

    test("axe finds nothing", async ({ page, site }) => {
      for (const search of [
        "",
        "?q=vjcn&topic=Город&year=2025&sort=date",
        "?q=ъъъъъ&kind=Статья",
      ]) {
        await open(page, site.address, search);
        await expect(
          page.locator("[data-facet=topic] input, [data-facet=kind] input").first(),
        ).toBeAttached();
        if (width < 600) await page.getByRole("button", { name: /Фильтры/ }).click();
        expect(await violations(page), search).toEqual([]);
      }
    });
  });
}

test("on a phone the filters are behind a switch that says how many are set", async ({
  page,
  site,
}) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await open(page, site.address, "?q=мост&topic=Город&year=2025");
  const filters = page.getByRole("button", { name: "Фильтры (2)" });
  await expect(box(page, /^Город/)).toBeHidden();
  await filters.click();
  await box(page, /^Город/).uncheck();
  await expect(page.getByRole("button", { name: "Фильтры (1)" })).toBeVisible();
});

test(
  "a search that did not arrive can be narrowed down all the same",
  LARGE,
  async ({ browser, site }) => {
    const viewport = { width: 390, height: 800 };
    const context = await browser.newContext({
      serviceWorkers: "block",
      locale: "ru-RU",
      viewport,
    });
    const page = await context.newPage();
    await page.route("**/pack/manifest.json", (route) => route.abort());
    await open(page, site.address, "?q=мост&topic=Город");
    await expect(page.getByRole("alert")).toContainText("Поиск не загрузился");
    await page.getByRole("button", { name: "Фильтры (1)" }).click();
    await expect(page.getByRole("group", { name: "Дата" })).toBeVisible();
    await page.unroute("**/pack/manifest.json");
    await page.getByRole("checkbox", { name: "Город", exact: true }).uncheck();
    await expect(summary(page)).toHaveText(`Найдено ${ALL} результата`);
    await expect(box(page, /^Город \d/)).toBeVisible();
    await context.close();
  },
);

/** All that moved without a reader's doing since the page began, as browsers measure it. */
function layoutShift(page: Page): Promise<number> {
  return page.evaluate(() => {
    const observer = new PerformanceObserver(() => {});
    observer.observe({ type: "layout-shift", buffered: true });
    const shifts = observer.takeRecords() as unknown as { value: number }[];
    return shifts.reduce((sum, { value }) => sum + value, 0);
  });
}
