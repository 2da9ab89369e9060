import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test as base, expect, type Page } from "@playwright/test";
import { LARGE, TRIES_ALL } from "../sizes.ts";
import { violations } from "./axe.ts";
import { buildNewspaper, once, serveBuilt } from "./built-sites.ts";
import { temporaryFolder } from "./commands.ts";

/** The example newspaper, which is shaped by all that an editor may say of it. */
const example = once(async () => {
  const { folder } = temporaryFolder();
  cpSync("tests/fixtures/newspaper", folder, { recursive: true });
  mkdirSync(join(folder, "static/zvuk"));
  writeFileSync(join(folder, "static/zvuk/tishina.wav"), silence());
  return (await serveBuilt(await buildNewspaper(folder))).address;
});

const test = base.extend<{ address: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from it.
  address: async ({}, use) => use(await example()),
});

/** What the page complained of: styles and pictures that the policy refuses are among it. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  return complaints;
}

const PAGES = [
  "",
  "kontakty/",
  "about/",
  "articles/most/",
  "articles/paromy/",
  "authors/",
  "authors/anna-smirnova/",
  "gorod/",
  "afisha/",
  "sport/",
  "series/perepravy-cherez-volgu/",
];

test("a page that is no news is in the menu, and is read as articles are", async ({
  page,
  address,
}) => {
  await page.goto(address);
  await page.getByRole("navigation", { name: "Разделы" }).getByText("Контакты").click();
  await expect(page).toHaveURL(`${address}kontakty/`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Контакты");
  await expect(page.locator(".sections [aria-current]")).toHaveText("Контакты");
  await expect(page.locator("main img")).toHaveJSProperty("complete", true);
  await expect(page.locator("main figcaption")).toHaveText("Дом на\u00a0набережной");
  await page.getByRole("link", { name: "О мосте" }).click();
  await expect(page).toHaveURL(`${address}articles/most/`);
});

test("a byline leads to the author, and the author to articles and to the others", async ({
  page,
  address,
}) => {
  await page.goto(`${address}articles/paromy/`);
  await page.locator(".authors").getByRole("link", { name: "Анна Смирнова" }).click();
  await expect(page).toHaveURL(`${address}authors/anna-smirnova/`);
  const photo = page.getByRole("img", { name: "Анна Смирнова" });
  await expect(photo).toHaveJSProperty("complete", true);
  const box = await photo.boundingBox();
  expect(box?.width).toBeGreaterThan(100);
  expect(box?.height).toBeCloseTo(box?.width ?? 0, 0);
  await expect(page.locator(".news-list .card-title")).toHaveCount(2);
  await page.locator(".kicker").getByRole("link", { name: "Авторы" }).click();
  await expect(page.locator(".author-list li")).toHaveCount(2);
});

test("an article leads to the front page of its section", LARGE, async ({ page, address }) => {
  await page.goto(`${address}articles/paromy/`);
  await page.locator(".kicker").getByRole("link", { name: "Город" }).click();
  await expect(page).toHaveURL(`${address}gorod/`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Город");
  await expect(page.locator(".lead-story h2")).toHaveText("Мост через Волгу открыт");
  await expect(page.locator(".river .card")).toHaveCount(1);
});

test("a part of a series leads to the others, in order", LARGE, async ({ page, address }) => {
  await page.goto(`${address}articles/most/`);
  const parts = page.getByRole("navigation", { name: "Серия Переправы через Волгу" });
  await expect(parts.getByRole("listitem")).toHaveText([
    "Паромы встанут на\u00a0зиму первого декабря",
    "Мост через Волгу открыт",
  ]);
  await expect(parts.locator("[aria-current]")).toHaveText("Мост через Волгу открыт");
  await parts.getByRole("link", { name: "Переправы через Волгу" }).click();
  await expect(page.locator(".news-list .card-title").first()).toHaveText(/^Паромы/);
});

test("a headline leads to its story in one press, and says that it leads away", async ({
  page,
  address,
}) => {
  const story = "https://www.gorod.example/most";
  for (const path of ["", "headlines/", "headlines/2026/11/23/", "topics/gorod/"]) {
    await page.goto(address + path);
    const link = page.getByRole("link", { name: /^Мост через Волгу открыт для машин/ });
    await expect(link, path).toHaveAttribute("href", story);
    await expect(link, path).toHaveAccessibleName(
      "Мост через Волгу открыт для машин gorod.example",
    );
  }
  await page.goto(`${address}search/?q=открыт+для+машин`);
  const result = page.locator(".results .result").first();
  await expect(result.getByRole("link")).toHaveAttribute("href", story);
  await expect(result.locator(".result-facts")).toContainText("gorod.example\u00a0↗");
  const rss = await (await page.request.get(`${address}rss.xml`)).text();
  expect(rss).toContain(`<link>${story}</link>`);
});

test(
  "a headline without a story is text, and its place is behind a sign that shows itself",
  LARGE,
  async ({ page, address }) => {
    await page.goto(address);
    const item = page.locator(".headline-column li", { hasText: "В музее покажут" });
    const sign = item.getByRole("link");
    await expect(sign).toHaveText("#");
    const opacity = () => sign.evaluate((node) => getComputedStyle(node).opacity);
    expect(await opacity()).toBe("0");
    await item.hover();
    expect(await opacity()).toBe("1");
    await page.mouse.move(0, 0);
    await sign.focus();
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Tab");
    expect(await opacity()).toBe("1");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/headlines\/2026\/11\/22\/#v-muzee/);
    await expect(page.locator("li:target")).toBeVisible();
  },
);

test("is found, and is told from news", LARGE, async ({ page, address }) => {
  await page.goto(`${address}search/?q=горячая+линия`);
  const result = page.locator(".results .result");
  await expect(result).toHaveCount(1);
  await expect(result.locator(".result-facts")).toHaveText("Страница");
  await result.getByRole("link").click();
  await expect(page).toHaveURL(`${address}kontakty/`);
});

test("the logo and the colour are those of the theme", async ({ page, address }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(`${address}kontakty/`);
  const logo = page.locator(".logo").and(page.locator(":visible"));
  await expect(logo).toHaveAttribute("src", "/assets/logo.svg");
  await expect(logo).toHaveJSProperty("complete", true);
  expect((await logo.boundingBox())?.width).toBeGreaterThan(100);
  const line = page.locator(".masthead");
  await expect(line).toHaveCSS("border-top-color", "rgb(11, 90, 138)");
  await page.getByRole("button", { name: "Тёмная тема" }).click();
  await expect(logo).toHaveAttribute("src", "/assets/logo-dark.svg");
  await expect(line).not.toHaveCSS("border-top-color", "rgb(11, 90, 138)");
});

/** Colours come from the same styles everywhere; sideways it is narrow pages that overflow. */
const DARK = TRIES_ALL ? PAGES : ["", "articles/most/", "authors/anna-smirnova/"];

/** Of either scheme, some width; or all of both. */
const WIDTHS = TRIES_ALL
  ? { light: [390, 1440], dark: [390, 1440] }
  : { light: [390], dark: [1440] };

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of WIDTHS[colorScheme]) {
    test(`all of it is accessible, ${colorScheme}, ${width} wide`, async ({ page, address }) => {
      const complaints = complaintsOf(page);
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      for (const path of colorScheme === "light" ? PAGES : DARK) {
        await page.goto(address + path);
        const about = colorScheme === "light" ? "everything" : "colours";
        expect(await violations(page, about), path).toEqual([]);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, path).toBe(0);
      }
      expect(complaints).toEqual([]);
    });
  }
}

/** A second of silence. */
function silence(): Buffer {
  const head = Buffer.alloc(44);
  const [rate, bytes] = [8000, 8000];
  head.write("RIFF", 0);
  head.writeUInt32LE(36 + bytes, 4);
  head.write("WAVEfmt ", 8);
  for (const [value, at] of [
    [16, 16],
    [rate, 24],
    [rate, 28],
    [bytes, 40],
  ] as const) {
    head.writeUInt32LE(value, at);
  }
  for (const [value, at] of [
    [1, 20],
    [1, 22],
    [1, 32],
    [8, 34],
  ] as const) {
    head.writeUInt16LE(value, at);
  }
  head.write("data", 36);
  return Buffer.concat([head, Buffer.alloc(bytes, 128)]);
}

test("a sound that is opened by its own address can be heard", LARGE, async ({ page, address }) => {
  const complaints = complaintsOf(page);
  await page.goto(`${address}zvuk/tishina.wav`);
  const player = page.locator("video, audio");
  await expect(player).toHaveJSProperty("duration", 1);
  expect(complaints).toEqual([]);
});

test("files are served as they are", LARGE, async ({ page, address }) => {
  const price = await page.request.get(`${address}docs/price.pdf`);
  expect(price.headers()["content-type"]).toBe("application/pdf");
  const security = await page.request.get(`${address}.well-known/security.txt`);
  expect(await security.text()).toContain("Contact:");
  await page.goto(address);
  await expect(page.getByRole("link", { name: "Телеграм" })).toHaveAttribute("rel", "me");
  await expect(page.getByRole("link", { name: "red@volga.example" })).toBeVisible();
});
