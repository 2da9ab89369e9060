import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { buildIn, refusalOf } from "./build-in.ts";
import { buildNewspaper, newspaper, read } from "./newspaper.ts";
import { hashesIn } from "./tiny-archive.ts";

describe("pages that are no news", () => {
  let folder = "";
  beforeAll(async () => {
    folder = newspaper();
    await buildNewspaper(folder);
  });

  test("lie where their files say, with the Markdown and the pictures of articles", () => {
    const page = read(folder, "kontakty/index.html");
    expect(page).toContain("<h1>Контакты</h1>");
    expect(page).toContain("«горячей линии»\u00a0— внизу");
    expect(page).toContain('src="/kontakty/dom.svg"');
    expect(page).toContain(
      '<meta name="description" content="Как написать и\u00a0позвонить в\u00a0редакцию «Волжских вестей»."/>',
    );
    expect(page).toContain('content="https://volga.example/kontakty/card.png"');
    expect(existsSync(join(folder, "site/kontakty/card.png"))).toBe(true);
    expect(existsSync(join(folder, "site/kontakty/dom.svg"))).toBe(true);
    expect(read(folder, "redaktsiia/istoriia/index.html")).toContain("1924");
    expect(read(folder, "contacts.html")).toContain("url=/kontakty/");
  });

  test("stand in the map of pages, and in no list of news", () => {
    const map = read(folder, "sitemaps/pages.xml");
    expect(map).toContain("<loc>https://volga.example/redaktsiia/istoriia/</loc>");
    const lists = ["rss.xml", "feed.json", "sitemap-news.xml", "sitemaps/2026.xml"];
    for (const path of [...lists, "archive/index.html", "index.html"]) {
      expect(read(folder, path)).not.toMatch(/Первый номер|Реклама и размещение<\/(?:h|title)/);
    }
  });

  test("are counted among no articles", async () => {
    expect((await buildNewspaper(folder)).articles).toBe(3);
  });

  test("are drafts until they are not", () => {
    expect(existsSync(join(folder, "site/vakansii"))).toBe(false);
  });
});

test("a word in a page makes no news anew", async () => {
  const folder = newspaper();
  await buildIn(folder, { project: folder });
  const before = hashesIn(join(folder, "site"));
  const file = join(folder, "content/pages/reklama.md");
  writeFileSync(file, `${readFileSync(file, "utf8")}\nСкидок нет.\n`);
  const { slices } = await buildIn(folder, { project: folder });
  expect(slices).toEqual({ made: 1, reused: 1 });
  const after = hashesIn(join(folder, "site"));
  const changed = Object.keys(after).filter((path) => after[path] !== before[path]);
  expect(changed.filter((path) => path.endsWith(".html"))).toEqual(["reklama/index.html"]);
});

test.each([
  ["content/pages/search.md", "Адрес «/search/» занят самим сайтом."],
  ["content/pages/Архив.md", undefined],
  ["content/pages/about.md", "Адрес «/about/» занят страницей о сайте."],
  ["content/pages/articles.md", "Адрес «/articles/» занят самим сайтом."],
  ["content/pages/index.md", "Из имени файла не выходит адрес страницы."],
])("%s: %s", async (path, message) => {
  const folder = newspaper({ [path]: "---\ntitle: Страница\n---\n\nТекст.\n" });
  if (message === undefined) {
    await buildNewspaper(folder);
    expect(existsSync(join(folder, "site/arkhiv/index.html"))).toBe(true);
    return;
  }
  const refusal = await refusalOf(buildNewspaper(folder), folder);
  expect(refusal).toContain(message);
  expect(refusal).toContain(path);
  expect(refusal).toContain("Как исправить");
});

test("an address has one owner: both files are named", async () => {
  const folder = newspaper({
    "content/2026/most.md": "---\ntitle: Мост\naliases: [/kontakty/]\n---\n\nТекст.\n",
    "content/pages/Контакты.md": "---\ntitle: Ещё контакты\n---\n\nТекст.\n",
  });
  const refusal = await refusalOf(buildNewspaper(folder), folder);
  expect(refusal).toContain("уже занят страницей …/content/pages/kontakty.md");
  expect(refusal).toContain("…/content/pages/Контакты.md");
});

test("a page says no date and no topics", async () => {
  const folder = newspaper({
    "content/pages/reklama.md": "---\ntitle: Реклама\ndate: 2026-11-23\n---\n\nТекст.\n",
  });
  const refusal = await refusalOf(buildNewspaper(folder), folder);
  expect(refusal).toContain("reklama.md:3:1: Неизвестное поле «date»");
});

test("links to a draft are told with their place", async () => {
  const folder = newspaper({
    "content/2026/most.md": "---\ntitle: Мост\n---\n\nНам [нужны люди](/vakansii/).\n",
  });
  const refusal = await refusalOf(buildNewspaper(folder), folder);
  expect(refusal).toContain("most.md:5:");
  expect(refusal).toContain("на сайте нет «/vakansii/»");
});
