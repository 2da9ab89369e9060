import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { feedProblems, isFeedFile } from "../../../scripts/audit/feeds.ts";
import { PROJECT } from "../../../src/build/index.ts";
import { renderPages } from "../../../src/build/pages/render.ts";
import { ArchiveOverview } from "../../../src/build/slices/archive-overview.ts";
import type { SliceFacts } from "../../../src/build/tasks/slice-files.ts";
import {
  type ArticleSummary,
  type Headline,
  type Site,
  UNDATED,
} from "../../../src/content/index.ts";
import { type Assets, feedSource } from "../../../src/site/index.ts";
import { pagesMap, yearMap } from "../../../src/site/maps/entries.ts";
import { toOpenSearch } from "../../../src/site/maps/opensearch.ts";
import { mapPaths } from "../../../src/site/maps/parts.ts";
import { toRobots } from "../../../src/site/maps/robots.ts";
import { shortName } from "../../../src/site/maps/short-name.ts";
import { toNewsSitemap, toSitemap, toSitemapIndex } from "../../../src/site/maps/sitemap.ts";
import { toWebManifest } from "../../../src/site/maps/web-manifest.ts";
import { FEED_PAGES, LIST_PAGES, YEAR_PAGES } from "../../../src/site/rendered.ts";
import { temporaryFolder } from "../temporary.ts";
import { article, date, headline, lists, SITE, TOPIC, topic } from "./samples.ts";

const YEAR = {
  name: "2026",
  articles: [
    article("b", { date: date("2026-11-23T14:30:00+03:00"), updated: date("2026-11-25") }),
    article("a", { date: date("2026-11-22") }),
  ],
  headlines: [
    headline("x", { date: date("2026-11-23T08:00:00+03:00") }),
    headline("y", { date: date("2026-11-23") }),
    headline("z", { date: date("2026-11-20") }),
  ],
};

describe("the map of a year", () => {
  test("holds articles and days of headlines with what is known of their changes", async () => {
    const [map, ...others] = yearMap(YEAR);
    expect(others).toEqual([]);
    expect(map).toEqual({
      path: "/sitemaps/2026.xml",
      entries: [
        { path: "/articles/b/", changed: "2026-11-25" },
        { path: "/articles/a/", changed: "2026-11-22" },
        { path: "/headlines/2026/11/23/", changed: "2026-11-23T08:00:00+03:00" },
        { path: "/headlines/2026/11/20/", changed: "2026-11-20" },
      ],
    });
    expect(await feedProblems(map?.path ?? "", toSitemap(SITE, map?.entries ?? []))).toEqual([]);
  });

  test("is cut where it would be too long", () => {
    const parts = yearMap(YEAR, 3);
    expect(parts.map(({ path }) => path)).toEqual(["/sitemaps/2026.xml", "/sitemaps/2026-2.xml"]);
    expect(parts.map(({ entries }) => entries.length)).toEqual([3, 1]);
    expect(mapPaths("2026", 4, 3)).toEqual(parts.map(({ path }) => path));
    expect(mapPaths("2026", 3, 3)).toEqual(["/sitemaps/2026.xml"]);
    expect(mapPaths("2026", 0)).toEqual([]);
    expect(mapPaths("2026", 50_001)).toHaveLength(2);
  });

  test("says nothing of when an undated article changed, and lists no headlines without a day", () => {
    const undated = { name: UNDATED, articles: [article("c")], headlines: [headline("w")] };
    const [map] = yearMap(undated);
    expect(map?.path).toBe("/sitemaps/bez-daty.xml");
    expect(toSitemap(SITE, map?.entries ?? [])).not.toContain("lastmod");
    expect(map?.entries).toHaveLength(1);
    expect(yearMap({ ...undated, articles: [] })).toEqual([]);
  });
});

const SHELF = lists({
  articles: YEAR.articles,
  headlines: YEAR.headlines,
  months: [{ name: "2026-11", path: "/archive/2026/11/", count: 2 }],
  topics: [
    {
      ...topic([article("a", { date: date("2026-11-22") })]),
      years: [{ name: "2026", path: "/topics/gorod/2026/", count: 1 }],
    },
  ],
  news: [YEAR.articles[0], YEAR.articles[1]].filter((one) => one !== undefined),
  maps: ["/sitemaps/2026.xml"],
});

test("the map of pages lists what looks over the archive", async () => {
  const [map] = pagesMap(SHELF);
  expect(map).toEqual({
    path: "/sitemaps/pages.xml",
    entries: [
      { path: "/", changed: "2026-11-25" },
      { path: "/headlines/", changed: "2026-11-23T08:00:00+03:00" },
      { path: "/archive/", changed: "2026-11-25" },
      { path: "/topics/", changed: "2026-11-22" },
      { path: "/about/", changed: undefined },
      { path: "/topics/gorod/", changed: "2026-11-22" },
      { path: "/archive/2026/11/" },
      { path: "/topics/gorod/2026/" },
    ],
  });
  const xml = toSitemap(SITE, map?.entries ?? []);
  expect(xml).toContain("<loc>https://vesti.example/news/topics/gorod/2026/</loc>");
  expect(await feedProblems("/sitemaps/pages.xml", xml)).toEqual([]);
});

test("the index and robots.txt name every map", async () => {
  const index = toSitemapIndex(SITE, SHELF);
  expect([...index.matchAll(/<loc>(.*)<\/loc>/g)].map(([, address]) => address)).toEqual([
    "https://vesti.example/news/sitemaps/pages.xml",
    "https://vesti.example/news/sitemaps/2026.xml",
  ]);
  expect(await feedProblems("/sitemap.xml", index)).toEqual([]);
  const robots = toRobots(SITE, SHELF);
  expect(robots).toBe(`User-agent: *
Allow: /

Sitemap: https://vesti.example/news/sitemap.xml
Sitemap: https://vesti.example/news/sitemap-news.xml
Sitemap: https://vesti.example/news/sitemaps/pages.xml
Sitemap: https://vesti.example/news/sitemaps/2026.xml
`);
  expect(await feedProblems("/robots.txt", robots)).toEqual([]);
  expect(toRobots(SITE, { ...SHELF, news: [] })).not.toContain("news.xml");
});

test("the map of news tells Google what it wants to know", async () => {
  const xml = toNewsSitemap({ ...SITE, language: "ru-RU" }, [...SHELF.news, article("undated")]);
  expect(await feedProblems("/sitemap-news.xml", xml)).toEqual([]);
  expect(xml).toContain("<news:name>Вестник города &amp; области</news:name>");
  expect(xml).toContain("<news:language>ru</news:language>");
  expect(xml).toContain("<news:publication_date>2026-11-23T14:30:00+03:00<");
  expect(xml).not.toContain("undated");
});

test.each([
  ["/sitemap-news.xml", toNewsSitemap(SITE, SHELF.news), /<news:title>.*/, ""],
  ["/sitemap-news.xml", toNewsSitemap(SITE, SHELF.news), />ru</, ">ru-RU<"],
  ["/sitemap.xml", toSitemapIndex(SITE, SHELF), /<loc>https:\/\/vesti.example/, "<loc>"],
  ["/sitemap.xml", toSitemapIndex(SITE, SHELF), /pages/, "2026"],
  ["/sitemaps/2026.xml", toSitemapIndex(SITE, SHELF), /$/, " "],
  ["/sitemaps/2026.xml", toSitemap(SITE, []), /$/, " "],
  ["/sitemaps/2026.xml", toSitemap(SITE, [{ path: "/", changed: "2026-11-23" }]), /-23/, "-32"],
  ["/opensearch.xml", toOpenSearch(SITE), /\{searchTerms\}/, ""],
  ["/opensearch.xml", toOpenSearch(SITE), /<ShortName>/, "<ShortName>Длинное имя "],
  ["/manifest.webmanifest", toWebManifest(SITE), /512x512/g, "256x256"],
  ["/robots.txt", toRobots(SITE, SHELF), /https:\/\/vesti.example/, ""],
])("a broken %s is found", async (path, text, from, to) => {
  const broken = text.replace(from, to);
  expect(broken).not.toBe(text);
  expect(await feedProblems(path, broken)).not.toEqual([]);
});

test("browsers learn how to search and what the site is", async () => {
  for (const site of [SITE, { ...SITE, name: "Я", pathPrefix: "/" }]) {
    expect(await feedProblems("/opensearch.xml", toOpenSearch(site))).toEqual([]);
    expect(await feedProblems("/manifest.webmanifest", toWebManifest(site))).toEqual([]);
  }
  expect(toOpenSearch(SITE)).toContain(
    'template="https://vesti.example/news/search/?q={searchTerms}"',
  );
  expect(JSON.parse(toWebManifest(SITE))).toMatchObject({ start_url: "/news/", scope: "/news/" });
});

test.each([
  ["Вестник", 16, "Вестник"],
  ["Вестник города и области", 16, "Вестник города и"],
  ["Вестник, город и область", 12, "Вестник"],
  ["Вестник-города-и-области", 16, "Вестник-города-и"],
  ["😀😀😀", 3, "😀"],
])("%s in %i characters is %s", (name, most, short) => {
  expect(shortName(name, most)).toBe(short);
});

describe("the lists", () => {
  const listsOf = (
    years: Readonly<Record<string, readonly ArticleSummary[]>>,
    headlines: readonly Headline[] = [],
    site: Pick<Site, "name"> = SITE,
  ) => {
    const archive = {
      headlines,
      about: `<p>${site.name}</p>`,
      topics: [],
      authors: [],
      sections: [],
    };
    return new ArchiveOverview([sliceOf(years)], archive).lists();
  };

  test("counts what years' maps hold", () => {
    const years = { "2026": YEAR.articles, [UNDATED]: [article("c")] };
    const headlines = [
      ...YEAR.headlines,
      headline("v", { date: date("2024-01-01") }),
      headline("w"),
    ];
    expect(listsOf(years, headlines).maps).toEqual([
      "/sitemaps/2026.xml",
      "/sitemaps/2024.xml",
      "/sitemaps/bez-daty.xml",
    ]);
    expect(listsOf({ "2026": YEAR.articles }, [headline("w")]).maps).toEqual([
      "/sitemaps/2026.xml",
    ]);
  });

  test("takes for news the two days before the newest article, over the turn of a year too", () => {
    const at = (slug: string, iso: string) => article(slug, { date: date(iso) });
    const { news, about } = listsOf({
      "2026": [at("e", "2026-01-01T12:00:00+03:00"), at("d", "2026-01-01")],
      "2025": [at("c", "2025-12-30T12:00:00+03:00"), at("b", "2025-12-30")],
      "2024": [at("a", "2024-12-31")],
      [UNDATED]: [article("u")],
    });
    expect(news.map(({ slug }) => slug)).toEqual(["e", "d", "c"]);
    expect(about).toBe(`<p>${SITE.name}</p>`);
  });

  test("knows of no news where nothing has a date, and of 1,000 at most", () => {
    expect(listsOf({ [UNDATED]: [article("u")] }, YEAR.headlines).news).toEqual([]);
    const many = Array.from({ length: 1001 }, (_, index) => {
      return article(`n-${index}`, { date: date("2026-11-23") });
    });
    expect(listsOf({ "2026": many }).news).toHaveLength(1000);
  });
});

/** A slice on disk, with the lists that its reading left. */
function sliceOf(years: Readonly<Record<string, readonly ArticleSummary[]>>) {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "lists"));
  const ofYears = Object.entries(years).map(([year, articles]) => {
    writeFileSync(join(folder, "lists", `${year}.json`), JSON.stringify(articles));
    return [year, { digest: year, articles: articles.length, months: {}, labels: [] }] as const;
  });
  const facts: SliceFacts = {
    digest: "",
    cards: "",
    pictures: "",
    articles: Object.values(years).flat().length,
    standing: [],
    slugs: [],
    series: [],
    images: {},
    redirects: [],
    pinned: [],
    years: Object.fromEntries(ofYears),
  };
  return { folder, facts };
}

test.each([true, false])("the pages write every file, dates known: %s", async (isDated) => {
  const day = isDated ? date("2026-11-23") : undefined;
  const articles = [article("most", { date: day, topics: [TOPIC] })];
  const headlines = [headline("h", { date: day })];
  const name = isDated ? "2026" : UNDATED;
  const data = lists({
    articles,
    headlines,
    topics: [topic(articles)],
    news: isDated ? articles : [],
    maps: mapPaths(name, 1),
  });
  const year = { name, articles, headlines, hasMonths: false, labels: [] };
  const feeds = { ...feedSource(data), texts: {} };
  const common = { site: SITE, assets: ASSETS };
  const groups = [
    { group: "lists", modules: LIST_PAGES, data: { ...common, lists: data } },
    { group: "feeds", modules: FEED_PAGES, data: { ...common, feeds } },
    { group: "year", modules: YEAR_PAGES, data: { ...common, years: [year] } },
  ] as const;
  const folder = join(temporaryFolder(), "site");
  for (const pages of groups) await renderPages(pages, folder, PROJECT);
  const written = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const files = written.filter(isFeedFile).map((file) => `/${file}`);
  expect(files.sort()).toEqual([...EVERYWHERE, ...(isDated ? DATED : UNDATED_FILES)].sort());
  for (const file of files) {
    expect(await feedProblems(file, readFileSync(join(folder, file), "utf8"))).toEqual([]);
  }
});

const ASSETS: Assets = {
  styles: "/assets/site.css",
  listStyles: "/assets/lists-AAAAAAAA.css",
  searchStyles: "/assets/search.css",
  searchScript: "/assets/search.js",
  rescueScript: "/assets/search-rescue.js",
  themeScript: "/assets/theme.js",
  readerScript: "/assets/reader.js",
  offlineScript: "/assets/offline-list-AAAAAAAA.js",
  fonts: [],
};

const EVERYWHERE = [
  "/rss.xml",
  "/feed.json",
  "/topics/gorod/rss.xml",
  "/topics/gorod/feed.json",
  "/sitemap.xml",
  "/sitemaps/pages.xml",
  "/robots.txt",
  "/opensearch.xml",
  "/manifest.webmanifest",
];
const DATED = ["/atom.xml", "/topics/gorod/atom.xml", "/sitemap-news.xml", "/sitemaps/2026.xml"];
const UNDATED_FILES = ["/sitemaps/bez-daty.xml"];
