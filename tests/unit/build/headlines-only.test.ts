import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { checkTitles } from "../../../src/build/checks/title-check.ts";
import type { BuildReport } from "../../../src/build/index.ts";
import { temporaryFolder } from "../temporary.ts";
import { buildIn, refusalOf } from "./build-in.ts";

const ADDRESS = "https://vesti.example";
const SETTINGS = `name: Вести\ndescription: Новости\naddress: ${ADDRESS}\ntimeZone: UTC\n`;

/** More than a page of a day holds. */
const MANY = 250;

/** As editors write them: the newest on top. */
function dayOf(number: number): string {
  const minute = String(number % 60).padStart(2, "0");
  const time = `${String(Math.floor(number / 60)).padStart(2, "0")}:${minute}`;
  return `- text: Новость номер ${number}\n  date: 2026-11-23 ${time}\n`;
}

function headlinesOf(first: number): string {
  const numbers = Array.from({ length: MANY }, (_, index) => MANY - index);
  const undated = numbers.map((number) => `- Заметка номер ${number}\n`);
  return [...numbers.filter((number) => number <= first).map(dayOf), ...undated].join("");
}

function read(folder: string, path: string): string {
  return readFileSync(join(folder, "site", path), "utf8");
}

/** The addresses of headlines that a page or a feed leads to. */
function addressesIn(text: string): string[] {
  const found = text.matchAll(/(?:https:\/\/vesti\.example)?(\/headlines\/[\w/-]*#[\w-]+)/g);
  return [...new Set([...found].map(([, address = ""]) => address))];
}

function leadsToIt(folder: string, address: string): boolean {
  const [path = "", anchor = ""] = address.split("#");
  return read(folder, `${path}index.html`).includes(` id="${anchor}"`);
}

describe("a newspaper of headlines alone, many of them on one day and many without one", () => {
  let folder = "";
  let report: BuildReport;

  beforeAll(async () => {
    folder = temporaryFolder({
      "content/.keep": "",
      "_data/site.yaml": SETTINGS,
      "_data/headlines.yaml": headlinesOf(MANY),
    });
    report = await buildIn(folder);
  });

  test("is built whole", () => {
    expect(report).toMatchObject({ articles: 0, headlines: 2 * MANY, notices: [] });
    expect(read(folder, "archive/index.html")).toContain("Статей пока нет.");
    expect(existsSync(join(folder, "site/sitemap-news.xml"))).toBe(false);
  });

  test("has no page of all its headlines, and each address leads to the page that holds it", () => {
    const pages = ["", "page/2/", "2026/11/23/", "2026/11/23/page/2/"];
    const files = pages.map((page) => `headlines/${page}index.html`);
    for (const file of files) {
      // A page of 200 is 70 kB; all 500 would be more than twice as much.
      expect(statSync(join(folder, "site", file)).size).toBeLessThan(120_000);
    }
    const feeds = ["rss.xml", "feed.json", "atom.xml", "index.html"];
    const addresses = [...files, ...feeds].flatMap((file) => addressesIn(read(folder, file)));
    expect(new Set(addresses).size).toBe(2 * MANY);
    expect(addresses.filter((address) => !leadsToIt(folder, address))).toEqual([]);
  });

  test("leads from page to page, and maps list all of them", () => {
    const second = '"/headlines/2026/11/23/page/2/"';
    expect(read(folder, "headlines/index.html")).toContain(`href=${second}`);
    expect(read(folder, "headlines/index.html")).toContain('href="/headlines/page/2/"');
    expect(read(folder, "headlines/2026/11/23/index.html")).toContain(`href=${second}>← Новее`);
    const older = 'href="/headlines/2026/11/23/">Раньше →';
    expect(read(folder, "headlines/2026/11/23/page/2/index.html")).toContain(older);
    const year = read(folder, "sitemaps/2026.xml");
    expect(year).toContain(`${ADDRESS}/headlines/2026/11/23/</loc>`);
    expect(year).toContain(`${ADDRESS}/headlines/2026/11/23/page/2/</loc>`);
    expect(read(folder, "sitemaps/bez-daty.xml")).toContain(`${ADDRESS}/headlines/page/2/</loc>`);
    for (const [, map = ""] of read(folder, "sitemap.xml").matchAll(
      /<loc>(?:https:..[^/]+)\/(.*?)</g,
    ))
      expect(existsSync(join(folder, "site", map))).toBe(true);
  });

  test("is searched, and results lead to those pages too", async () => {
    const site = { folder: join(folder, "site"), address: `${ADDRESS}/`, language: "ru" };
    const page = (title: string, path: string) => ({ title, path, day: undefined, file: path });
    const found = await checkTitles(site, [
      page("Новость номер 250", "/headlines/2026/11/23/page/2/#novost-nomer-250"),
      page("Новость номер 50", "/headlines/2026/11/23/#novost-nomer-50"),
      page("Заметка номер 250", "/headlines/page/2/#zametka-nomer-250"),
    ]);
    expect(found).toEqual([]);
  });
});

test("what comes later on a day changes no address of what was there", async () => {
  const { readHeadlines } = await import("../../../src/content/model/headlines.ts");
  const { readSite } = await import("../../../src/content/model/settings.ts");
  const pathsOf = (first: number): Map<string, string> => {
    const files = { "site.yaml": SETTINGS, "headlines.yaml": headlinesOf(first) };
    const data = temporaryFolder(files);
    const headlines = readHeadlines(join(data, "headlines.yaml"), readSite(data, {}));
    return new Map(headlines.map(({ text, path }) => [text, path]));
  };
  const [before, after] = [pathsOf(205), pathsOf(MANY)];
  expect(before.get("Новость номер 200")).not.toContain("/page/");
  expect(before.get("Новость номер 201")).toContain("/page/2/");
  for (const [text, path] of before) expect(after.get(text)).toBe(path);
});

test("a newspaper of articles alone is one, and one of nothing is told so", async () => {
  const article = "---\ntitle: Мост\ndate: 2026-11-20\n---\n\nТекст.\n";
  const settings = { "_data/site.yaml": SETTINGS };
  const folder = temporaryFolder({ ...settings, "content/most.md": article });
  await expect(buildIn(folder)).resolves.toMatchObject({ articles: 1, headlines: 0, notices: [] });
  expect(read(folder, "headlines/index.html")).toContain("Заголовков пока нет.");
  const empty = temporaryFolder({ ...settings, "content/.keep": "", "_data/headlines.yaml": "" });
  expect(await refusalOf(buildIn(empty), empty)).toContain("публиковать нечего");
});
