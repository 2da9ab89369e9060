import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../temporary.ts";
import { buildIn, refusalOf } from "./build-in.ts";
import { buildNewspaper, edit, newspaper, put, read } from "./newspaper.ts";
import { hashesIn } from "./tiny-archive.ts";

/** The example newspaper with the menu that its sections make. */
function withSections(files: Readonly<Record<string, string>> = {}): string {
  const folder = newspaper({ "_data/site.yaml": "name: Вести\n", ...files });
  return folder;
}

describe("sections of a newspaper", () => {
  let folder = "";
  beforeAll(async () => {
    folder = withSections();
    await buildNewspaper(folder);
  });

  test("have a front page with a lead, and are the menu", () => {
    const page = read(folder, "gorod/index.html");
    expect(page).toMatch(
      /class="lead-story".*\/articles\/most\/.*class="river".*\/articles\/paromy\//,
    );
    expect(page).not.toContain("/articles/muzei/");
    expect(page).toContain('<a href="/gorod/" aria-current="page">Город</a>');
    expect(read(folder, "index.html")).toMatch(
      /<a href="\/gorod\/">Город<\/a>.*<a href="\/afisha\/">Афиша<\/a>.*<a href="\/headlines\/">/,
    );
    expect(read(folder, "afisha/rss.xml")).toContain("Музей покажет");
    expect(read(folder, "sitemaps/pages.xml")).toContain("/gorod/</loc>");
  });

  test("without articles have a page all the same, for menus lead there", () => {
    expect(read(folder, "sport/index.html")).toContain("Статей пока нет.");
  });

  test("stand above the titles of their articles, and on the way to them", () => {
    const page = read(folder, "articles/muzei/index.html");
    expect(page).toContain(
      '<p class="kicker"><a class="topic" href="/afisha/">Афиша</a><a class="topic" href="/topics/kultura/">Культура</a></p>',
    );
    expect(page).toContain('"position":2,"name":"Афиша"');
    expect(page).toContain('"articleSection":["Афиша","Культура"]');
    // A topic that is called as its section is, is not said twice.
    expect(read(folder, "articles/most/index.html")).toContain(
      '<p class="kicker"><a class="topic" href="/gorod/">Город</a></p>',
    );
  });

  test("drafts stand in none; an edit makes what a clean build makes", async () => {
    const own = withSections();
    await buildNewspaper(own);
    put(own, {
      "content/2026/gol.md": "---\ntitle: Гол\nsection: Спорт\ndraft: true\n---\n\nТекст.\n",
    });
    await buildNewspaper(own);
    expect(read(own, "sport/index.html")).toContain("Статей пока нет.");
    edit(own, "content/2026/gol.md", "draft: true\n", "");
    edit(own, "_data/sections.yaml", "slug: afisha", "slug: kultura");
    await buildNewspaper(own);
    expect(read(own, "sport/index.html")).toContain("/articles/gol/");
    expect(existsSync(join(own, "site/afisha"))).toBe(false);
    const clean = temporaryFolder();
    const options = { project: own, output: join(clean, "site"), cache: join(clean, "cache") };
    await buildIn(own, options);
    expect(hashesIn(join(clean, "site"))).toEqual(hashesIn(join(own, "site")));
  });

  test("whose address something else has are refused", async () => {
    const alias = withSections();
    edit(alias, "content/2026/muzei.md", "topics:", "aliases: [/sport/]\ntopics:");
    expect(await refusalOf(buildNewspaper(alias), alias)).toContain("«/sport/index.html»");
    const file = withSections({ "static/gorod/index.html": "<p>" });
    expect(await refusalOf(buildNewspaper(file), file)).toContain("файл static/gorod/index.html");
  });

  test("without the file there is nothing of them", async () => {
    const own = newspaper();
    rmSync(join(own, "_data/sections.yaml"));
    await buildNewspaper(own);
    expect(existsSync(join(own, "site/gorod"))).toBe(false);
    expect(read(own, "articles/most/index.html")).toContain(
      '<p class="kicker"><a class="topic" href="/topics/gorod/">Город</a></p>',
    );
  });
});

test("a section of many articles has pages of years", async () => {
  const articles = Array.from({ length: 33 }, (_, index) => {
    const day = `${index < 20 ? 2025 : 2026}-01-${String((index % 20) + 1).padStart(2, "0")}`;
    const text = `---\ntitle: Статья ${index}\ndate: ${day}\nsection: Спорт\n---\n\nТекст.\n`;
    return [`content/a${index}.md`, text] as const;
  });
  const folder = temporaryFolder({
    ...Object.fromEntries(articles),
    "_data/sections.yaml": "- Спорт\n",
  });
  await buildIn(folder);
  expect(read(folder, "sport/index.html")).toContain('href="/sport/2025/"');
  const year = read(folder, "sport/2025/index.html");
  expect(year).toContain('<p class="kicker"><a href="/sport/">Спорт</a></p>');
  expect(year.match(/class="card-title/g)).toHaveLength(20);
});
