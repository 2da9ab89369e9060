import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../temporary.ts";
import { buildIn, refusalOf } from "./build-in.ts";
import { put, read } from "./newspaper.ts";
import { hashesIn } from "./tiny-archive.ts";

/** An article of a series, of a day or of none. */
function part(number: number, day?: string, more = ""): string {
  const date = day === undefined ? "" : `date: ${day}\n`;
  return `---\ntitle: Часть ${number}\n${date}series: Мосты\n${more}---\n\nТекст.\n`;
}

/** The titles of a list, in its order. */
function titlesIn(page: string, list: RegExp): string[] {
  const [own = ""] = list.exec(page) ?? [];
  return [...own.matchAll(/Часть\s(\d+)/g)].map(([, number = ""]) => number);
}

const PARTS = /<nav class="series-parts".*?<\/nav>/s;
const LIST = /<ul class="news-list">.*?<\/ul>/s;

describe("the parts of a series", () => {
  const folder = temporaryFolder({
    "content/a.md": part(3, "2026-03-01"),
    "content/b.md": part(1, "2025-01-01"),
    "content/c.md": part(4),
    "content/d.md": part(2, "2026-01-01"),
    "content/e.md": part(5, "2026-04-01", "draft: true\n"),
    "content/f.md": part(6, "2999-04-01"),
    "content/g.md": "---\ntitle: Другое\ndate: 2026-02-01\n---\n\nТекст.\n",
  });
  beforeAll(async () => {
    await buildIn(folder);
  });

  test("are listed from the first to the last, what has no date behind them", () => {
    const page = read(folder, "series/mosty/index.html");
    expect(titlesIn(page, LIST)).toEqual(["1", "2", "3", "4"]);
    expect(page).toContain("Серия: 4 части");
    expect(read(folder, "sitemaps/pages.xml")).toContain("/series/mosty/</loc>");
  });

  test("stand on each of their pages in order, that one marked", () => {
    const page = read(folder, "articles/d/index.html");
    expect(titlesIn(page, PARTS)).toEqual(["1", "2", "3", "4"]);
    expect(page).toContain('<span aria-current="page">Часть\u00a02</span>');
    expect(page).toContain('<a href="/series/mosty/">Мосты</a>');
    expect(page).toContain('"isPartOf":{"@type":"CreativeWorkSeries","name":"Мосты"');
    expect(read(folder, "articles/g/index.html")).not.toMatch(/series|isPartOf/);
  });

  test("of which only a draft is left are no series", async () => {
    const own = temporaryFolder({
      "content/a.md": part(1, "2026-01-01", "draft: true\n"),
      "content/b.md": "---\ntitle: Другое\n---\n\nТекст.\n",
    });
    await buildIn(own);
    expect(existsSync(join(own, "site/series"))).toBe(false);
  });

  test("that come and go make what a clean build makes", async () => {
    put(folder, { "content/h.md": part(7, "2024-01-01") });
    await buildIn(folder);
    expect(titlesIn(read(folder, "articles/d/index.html"), PARTS)).toEqual([
      "7",
      "1",
      "2",
      "3",
      "4",
    ]);
    const clean = temporaryFolder();
    await buildIn(folder, { output: join(clean, "site"), cache: join(clean, "cache") });
    expect(hashesIn(join(clean, "site"))).toEqual(hashesIn(join(folder, "site")));
  });
});

test("a long series has pages of years, the first parts first; a part names those around it", async () => {
  const articles = Array.from({ length: 45 }, (_, index) => {
    const day = `${2024 + Math.floor(index / 20)}-01-${String((index % 20) + 1).padStart(2, "0")}`;
    return [`content/p${index + 1}.md`, part(index + 1, day)] as const;
  });
  const folder = temporaryFolder(Object.fromEntries(articles));
  await buildIn(folder);
  const page = read(folder, "series/mosty/index.html");
  expect(titlesIn(page, LIST)).toEqual(Array.from({ length: 30 }, (_, index) => String(index + 1)));
  expect(page).toMatch(/series\/mosty\/2024\/.*series\/mosty\/2025\/.*series\/mosty\/2026\//s);
  const year = read(folder, "series/mosty/2025/index.html");
  expect(titlesIn(year, LIST).slice(0, 2)).toEqual(["21", "22"]);
  const around = titlesIn(read(folder, "articles/p22/index.html"), PARTS);
  expect(around).toEqual(["18", "19", "20", "21", "22", "23", "24", "25", "26"]);
});

test("series of slices that would have one page are refused, and both are named", async () => {
  const folder = temporaryFolder({
    "content/a.md": "---\ntitle: А\ndate: 2020-01-01\nseries: Уголь\n---\n\nТекст.\n",
    "content/b.md": "---\ntitle: Б\ndate: 2026-01-01\nseries: Угол\n---\n\nТекст.\n",
    "_data/site.yaml": "volumeItems: 1\n",
  });
  const refusal = await refusalOf(buildIn(folder), folder);
  expect(refusal).toContain("…/content/b.md:4:9: Серии «Уголь» (");
  expect(refusal).toContain("и «Угол» дают один адрес «/series/ugol/».");
  expect(readFileSync(join(folder, "_data/site.yaml"), "utf8")).toContain("volumeItems");
});
