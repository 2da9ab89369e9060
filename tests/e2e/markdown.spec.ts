import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import sharp from "sharp";
import { LARGE, TRIES_ALL } from "../sizes.ts";
import { wave } from "../unit/content/media-samples.ts";
import { violations } from "./axe.ts";
import { temporaryFolder } from "./commands.ts";
import { testSite } from "./site.ts";

/** All that the text of news may hold. */
const TEXT = `---
title: Через реку открыт новый мост
date: 23.11.2026
topics: [Город]
---

Мост соединил два берега[^длина]. Его ждали двадцать лет, а строили четыре года; о пользе мостов
для здоровья писала и ВОЗ, и ещё раз ВОЗ.

::: важно
Движение откроют в **6:00**. Объезд — по [набережной](/).
:::

![Опора моста](opora.png "Опора моста. Фото Анны Беловой")

![Беседа с мостостроителем](beseda.wav)

![Опора утром](opora.png "Утром")
![Опора днём](opora-2.png "Днём")

::: подробнее Как считали "проезды"
Считали *камерами*; перепись пешеходов не велась.
:::

> Мы построили его "раньше срока".
>
> И дешевле, чем думали.
>
> — Иван Петров, мэр Заречинска

## Сколько проехало

|          | Январь, автомобилей | Февраль, автомобилей | Март, автомобилей | Апрель, автомобилей |
| -------- | ------------------- | -------------------- | ----------------- | ------------------- |
| Мост     | 12 400              | 9 800                | 31 250            | —                   |
| Паром    | 310                 | 28                   | 4                 | 0                   |

Раньше длину называли иначе[^2], а теперь так[^длина].

[Открытие моста: как это было](https://rutube.ru/video/0a1b2c3d/)

https://t.me/zarechinsk/123

> Просто слова без имени.

::: исправлено 24.11.2026
В первой версии была неверная длина моста: 240 м, а не 420.
:::

\`\`\`
${"очень длинная строка ".repeat(12)}конец строки
\`\`\`

- раз
- *два*

*[ВОЗ]: Всемирная организация здравоохранения
[^длина]: По данным "Мостостроя": 420 м.
[^2]: В [проекте](https://example.org/proekt) — 410 м.
`;

const { folder, remove } = temporaryFolder();
for (const name of ["content", "data"]) mkdirSync(join(folder, name));
writeFileSync(join(folder, "content", "most.md"), TEXT);

const test = testSite(["--content", join(folder, "content"), "--data", join(folder, "data")]);

test.beforeAll(async () => {
  const picture = { width: 900, height: 500, channels: 3 as const, background: "#3a6ea5" };
  for (const name of ["opora.png", "opora-2.png"]) {
    await sharp({ create: picture })
      .png()
      .toFile(join(folder, "content", name));
  }
  writeFileSync(join(folder, "content", "beseda.wav"), wave());
});

test.afterAll(remove);

const ARTICLE = "articles/most/";

test("axe finds nothing, in light and in dark and on a narrow screen", async ({ page, site }) => {
  for (const colorScheme of ["light", "dark"] as const) {
    // Each width in one of the schemes, or in both.
    for (const width of TRIES_ALL ? [320, 1280] : [colorScheme === "light" ? 320 : 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      await page.goto(site.address + ARTICLE);
      const about = colorScheme === "light" ? "everything" : "colours";
      expect(await violations(page, about), `${colorScheme}, ${width} px`).toEqual([]);
    }
  }
});

test("a footnote is led to and back from, by its names", async ({ page, site }) => {
  await page.goto(site.address + ARTICLE);
  const notes = page.locator(".footnotes");
  await expect(notes.getByRole("heading", { name: "Примечания" })).toBeVisible();
  await page.getByLabel("Примечание 2", { exact: true }).click();
  await expect(page).toHaveURL(/#note_2$/);
  await expect(page.locator(":target")).toContainText("410 м.");
  await page.getByLabel("Назад к тексту, примечание 2").click();
  await expect(page.locator(":target")).toHaveText("2");
  await expect(page.locator(":target")).toBeInViewport();
  await page.getByLabel("Назад к тексту, примечание 1, место 2").click();
  await expect(page).toHaveURL(/#ref_1_2$/);
  const ids = await page.locator("[id]").evaluateAll((all) => all.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
});

test("on a narrow screen the table scrolls alone, by the keyboard too", async ({ page, site }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto(site.address + ARTICLE);
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(await overflow()).toBeLessThanOrEqual(0);
  const table = page.getByRole("region", { name: "Таблица" });
  expect(await table.evaluate((node) => node.scrollWidth > node.clientWidth)).toBe(true);
  await table.focus();
  for (let press = 0; press < 3; press++) await page.keyboard.press("ArrowRight");
  await expect.poll(() => table.evaluate((node) => node.scrollLeft)).toBeGreaterThan(0);
  await expect(page.getByRole("rowheader")).toHaveText(["Мост", "Паром"]);
  await expect(page.getByRole("columnheader")).toHaveCount(4);
});

test("a table says that there is more of it at its side", LARGE, async ({ page, site }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto(site.address + ARTICLE);
  const table = page.getByRole("region", { name: "Таблица" });
  const edge = async () => {
    const { x, y, width, height } = (await table.boundingBox()) ?? {
      x: 0,
      y: 0,
      width: 0,
      height: 0,
    };
    const clip = { x: x + width - 3, y: y + height - 8, width: 2, height: 2 };
    const { data } = await sharp(await page.screenshot({ clip }))
      .raw()
      .toBuffer({ resolveWithObject: true });
    return data[0] ?? 0;
  };
  await table.scrollIntoViewIfNeeded();
  const before = await edge();
  await table.evaluate((node) => node.scrollTo({ left: node.scrollWidth, behavior: "instant" }));
  await expect.poll(edge).toBeGreaterThan(before + 10);
});

test("a recording of one's own plays, and is not loaded before", async ({ page, site }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(site.address + ARTICLE, { waitUntil: "networkidle" });
  expect(asked.filter((address) => address.endsWith(".wav"))).toEqual([]);
  const audio = page.locator("audio");
  await expect(audio).toHaveAttribute("aria-label", "Беседа с мостостроителем");
  await expect(page.locator("figure.media figcaption")).toHaveText("Беседа с мостостроителем");
  await audio.evaluate((node: HTMLAudioElement) => {
    node.muted = true;
    return node.play();
  });
  await expect.poll(() => audio.evaluate((node: HTMLAudioElement) => node.duration)).toBe(1);
  await expect
    .poll(() => audio.evaluate((node: HTMLAudioElement) => node.currentTime))
    .toBeGreaterThan(0);
});

test(
  "a gallery is a list of pictures, each of which opens its file",
  LARGE,
  async ({ page, site }) => {
    await page.goto(site.address + ARTICLE);
    const gallery = page.locator(".gallery");
    await expect(gallery.getByRole("listitem")).toHaveText(["Утром", "Днём"]);
    await gallery.scrollIntoViewIfNeeded();
    const [first, second] = await gallery.getByRole("listitem").all();
    const tops = await Promise.all(
      [first, second].map(async (one) => (await one?.boundingBox())?.y),
    );
    expect(tops[0]).toBe(tops[1]);
    const href = await page.getByRole("link", { name: "Опора днём" }).getAttribute("href");
    const file = await page.request.get(new URL(href ?? "", page.url()).href);
    expect(file.headers()["content-type"]).toBe("image/png");
  },
);

test("what is folded is found, marked and opened", async ({ page, site }) => {
  await page.goto(site.address + ARTICLE);
  const folded = page.getByText("перепись пешеходов");
  await expect(page.locator("summary")).toHaveText("Как считали «проезды»");
  await expect(folded).toBeHidden();
  await page.goto(`${site.address}search/?q=перепись`);
  await page.getByRole("link", { name: "Через реку открыт новый мост" }).first().click();
  await expect(page).toHaveURL(/found=/);
  await expect(folded).toBeVisible();
  await expect(folded).toBeInViewport();
});

test("on paper everything is whole, and nothing is folded", async ({ page, site }) => {
  await page.setViewportSize({ width: 718, height: 1047 });
  await page.emulateMedia({ media: "print" });
  await page.goto(site.address + ARTICLE);
  for (const box of await page.locator(".prose pre, .table").all()) {
    expect(await box.evaluate((node) => node.scrollWidth - node.clientWidth)).toBeLessThanOrEqual(
      0,
    );
  }
  await expect(page.locator("pre")).toContainText("конец строки");
  await expect(page.getByText("перепись пешеходов")).toBeVisible();
  await expect(page.locator("audio")).toBeHidden();
});

test(
  "words in italics and bold words of notes have faces of their own, which others do not load",
  LARGE,
  async ({ page, site }) => {
    const fonts: string[] = [];
    page.on("request", (request) =>
      fonts.push(request.url().replace(/^.*\/([a-z-]+-\d+(?:-italic)?).*$/, "$1")),
    );
    const later = ["literata-400-italic", "golos-text-700"];
    await page.goto(site.address, { waitUntil: "networkidle" });
    expect(fonts.filter((name) => later.includes(name))).toEqual([]);
    await page.goto(site.address + ARTICLE, { waitUntil: "networkidle" });
    for (const name of later) expect(fonts).toContain(name);
  },
);

test(
  "photographs are dimmed in the dark theme, until one is pointed at",
  LARGE,
  async ({ page, site }) => {
    await page.emulateMedia({ colorScheme: "dark" });
    await page.goto(site.address + ARTICLE);
    const picture = page.locator("figure > picture img").first();
    const filter = () => picture.evaluate((node) => getComputedStyle(node).filter);
    expect(await filter()).toBe("brightness(0.82)");
    await picture.hover();
    expect(await filter()).toBe("none");
    await page.locator("[data-theme-switch]").click();
    await page.mouse.move(0, 0);
    expect(await filter()).toBe("none");
  },
);

test("cards of videos and posts are links, and load nothing", LARGE, async ({ page, site }) => {
  // The page of a test fails where anything is asked of another host.
  await page.goto(site.address + ARTICLE, { waitUntil: "networkidle" });
  const video = page.getByRole("link", { name: "Видео · rutube.ru Открытие моста: как это было" });
  await expect(video).toHaveAttribute("rel", "noopener nofollow");
  await expect(page.getByRole("link", { name: "Запись · t.me Читать в Телеграме" })).toBeVisible();
  await expect(page.locator("iframe, video, .prose script")).toHaveCount(0);
});

test(
  "on paper an abbreviation is told in full where it stands first",
  LARGE,
  async ({ page, site }) => {
    await page.goto(site.address + ARTICLE);
    const told = () =>
      page
        .locator("abbr")
        .evaluateAll((all) => all.map((node) => getComputedStyle(node, "::after").content));
    expect(await told()).toEqual(["none", "none"]);
    await page.emulateMedia({ media: "print" });
    const [first, second] = await told();
    expect(first).toContain("Всемирная организация здравоохранения");
    expect(second).toBe("none");
  },
);
