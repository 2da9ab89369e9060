import { type BrowserContext, expect, type Page } from "@playwright/test";
import { LARGE } from "../sizes.ts";
import { BRIDGES, writeSearchArchive } from "./search-archive.ts";
import { testSite } from "./site.ts";

const { flags, remove } = writeSearchArchive();
process.once("exit", remove);
const test = testSite(flags);

/** The articles and the headline. */
const ALL = `Найдено ${BRIDGES + 1} результата`;
const ONE = "Найден 1 результат";

const summary = (page: Page) => page.locator(".search-summary");
const field = (page: Page) => page.getByRole("searchbox", { name: "Что найти" });
const boxField = (page: Page) => page.locator("#masthead-query");
const boxOptions = (page: Page) => page.locator(".masthead [role=option]");

async function openTab(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

async function searchFor(page: Page, query: string, found: string): Promise<void> {
  await field(page).fill(query);
  await field(page).press("Enter");
  await expect(summary(page)).toHaveText(found);
}

test("what was searched for in one tab is offered in another", async ({ page, context, site }) => {
  const other = await openTab(context, site.address);
  await page.goto(`${site.address}search/`);
  await searchFor(page, "мост", ALL);
  await searchFor(page, "набережная", ONE);
  // A tab that was open all the time knows it too.
  await boxField(other).click();
  await expect(boxOptions(other)).toHaveText(["набережная", "мост"]);
  await other.goto(`${site.address}search/`);
  const offered = other.locator(".recent").getByRole("listitem");
  await expect(offered).toHaveText(["набережная", "мост"]);
  await offered.filter({ hasText: "мост" }).getByRole("button").click();
  await expect(summary(other)).toHaveText(ALL);
  await expect(summary(page)).toHaveText(ONE);
});

test(
  "what is erased in one tab is not offered in another",
  LARGE,
  async ({ page, context, site }) => {
    await page.goto(`${site.address}search/`);
    await searchFor(page, "мост", ALL);
    const other = await openTab(context, site.address);
    await boxField(other).click();
    await expect(boxOptions(other)).toHaveText(["мост"]);
    await other.getByRole("button", { name: "Стереть" }).click();
    await field(page).fill("");
    await expect(page.getByRole("heading", { name: "Свежее" })).toBeVisible();
    await expect(page.locator(".recent")).toHaveCount(0);
  },
);

test("searches of two tabs at once do not mix", LARGE, async ({ page, context, site }) => {
  await page.goto(`${site.address}search/?q=мост`);
  const other = await openTab(context, `${site.address}search/?q=мост`);
  await Promise.all([
    expect(summary(page)).toHaveText(ALL),
    expect(summary(other)).toHaveText(ALL),
  ]);
  await Promise.all([
    page.getByRole("checkbox", { name: /^Город/ }).check(),
    searchFor(other, "набережная", ONE),
  ]);
  await expect(summary(page)).toHaveText("Найдено 3 результата");
  await expect(field(page)).toHaveValue("мост");
  await expect(other.locator(".chosen")).toBeHidden();
  expect(decodeURI(new URL(page.url()).search)).toBe("?q=мост&topic=Город");
  expect(decodeURI(new URL(other.url()).search)).toBe("?q=набережная");
});

test("each tab goes back through its own searches", LARGE, async ({ page, context, site }) => {
  await page.goto(`${site.address}search/?q=мост`);
  const other = await openTab(context, `${site.address}search/?q=набережная`);
  await expect(summary(other)).toHaveText(ONE);
  await searchFor(page, "тоннель", ONE);
  await searchFor(other, "заречинск", `Найдено ${BRIDGES} результата`);
  await page.goBack();
  await expect(field(page)).toHaveValue("мост");
  await expect(summary(page)).toHaveText(ALL);
  await expect(field(other)).toHaveValue("заречинск");
  await other.goBack();
  await expect(field(other)).toHaveValue("набережная");
  await expect(summary(other)).toHaveText(ONE);
  await page.goForward();
  await expect(field(page)).toHaveValue("тоннель");
});
