import { expect, type Page } from "@playwright/test";
import { LARGE } from "../sizes.ts";
import { writeSearchArchive } from "./search-archive.ts";
import { testSite } from "./site.ts";

/** What a result says, in the list and in the box. */
const { flags, remove } = writeSearchArchive();
process.once("exit", remove);
const test = testSite(flags);

const results = (page: Page) => page.locator(".results .result");

async function open(page: Page, address: string, search: string): Promise<void> {
  await page.goto(`${address}search/${search}`);
  await expect(results(page).first()).toBeVisible();
}

test("a title is marked by any form of a word, though its excerpt is from elsewhere", async ({
  page,
  site,
}) => {
  await open(page, site.address, "?q=гостям+стакана");
  await expect(results(page).locator(".result-title mark")).toHaveText(["гостей"]);
  await expect(results(page).locator(".result-excerpt mark")).toHaveText(["гости", "стакан"]);
  await open(page, site.address, "?q=вести");
  await expect(results(page).locator(".result-title mark")).toHaveText(["весть"]);
  await page.goto(`${site.address}archive/`);
  await page.locator("#masthead-query").fill("гостям стакана");
  const option = page.locator(".masthead .box-result");
  await expect(option.locator(".box-title mark")).toHaveText(["гостей"]);
  await expect(option.locator(".box-excerpt")).toContainText("гости");
});

test("an excerpt says where it is cut, and parts no number", LARGE, async ({ page, site }) => {
  const excerpt = page.locator(".result-excerpt");
  await open(page, site.address, "?q=стаканы");
  await expect(excerpt).toHaveText(/^… 12:30\sони выпили последний стакан чая\. .*[^.]…$/);
  await open(page, site.address, "?q=полудню");
  await expect(excerpt).toHaveText(
    /^… музыканты играли вальс\. К полудню .* было 1\s200, и в 12:30\s/,
  );
  await open(page, site.address, "?q=фонари");
  await expect(excerpt).toHaveText(/^Вечером на набережной зажгли фонари\./);
  await open(page, site.address, "?q=ночи");
  await expect(excerpt).toHaveText(/до самой ночи\.$/);
});

test("a result says its topics, those that were chosen too", LARGE, async ({ page, site }) => {
  const facts = results(page).first().locator(".result-facts");
  await open(page, site.address, "?q=мост&topic=Город&sort=date");
  await expect(facts).toHaveText(/^Статья · Город · Мосты · /);
  await open(page, site.address, "?q=мост&topic=Мосты&sort=date");
  await expect(facts).toHaveText(/^Статья · Город · Мосты · /);
});

test("a filter with one value is no choice, unless it is set", async ({ page, site }) => {
  const facet = (name: string) => page.getByRole("group", { name, exact: true });
  await open(page, site.address, "?q=набережная");
  await expect(facet("Дата")).toBeVisible();
  for (const name of ["Тип", "Тема", "Год"]) await expect(facet(name)).toBeHidden();
  await open(page, site.address, "?q=набережная&year=2026");
  await expect(facet("Год").getByRole("checkbox")).toBeChecked();
  await open(page, site.address, "?q=мост");
  for (const name of ["Тип", "Тема", "Год"]) await expect(facet(name)).toBeVisible();
});

test("a note above the results is no callout of an article", LARGE, async ({ page, site }) => {
  await open(page, site.address, "?q=vjcn");
  const note = page.locator(".search-note");
  await expect(note).toContainText("Показаны результаты по запросу «мост»");
  await expect(note).toHaveCSS("background-color", "rgba(0, 0, 0, 0)");
  await expect(note).toHaveCSS("border-left-width", "0px");
  await expect(note).toHaveCSS("padding-left", "0px");
});

test("what every query needs is asked for before fonts and styles", async ({ request, site }) => {
  const html = await (await request.get(`${site.address}search/`)).text();
  const links = [
    ...html.matchAll(
      /(?:href|src)="[^"]*?(pagefind\.js|search-page|manifest\.json|\.woff2|\.css)/g,
    ),
  ];
  const [engine, script, manifest, ...rest] = links.map(([, file]) => file);
  expect([engine, script, manifest]).toEqual(["pagefind.js", "search-page", "manifest.json"]);
  expect(rest).toContain(".woff2");
});
