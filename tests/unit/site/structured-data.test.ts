import { render } from "preact-render-to-string";
import { expect, test } from "vitest";
import { blocksOf, structuredDataProblems } from "../../../scripts/audit/structured-data.ts";
import type { Article } from "../../../src/content/index.ts";
import {
  articleData,
  breadcrumbs,
  JsonLd,
  siteData,
} from "../../../src/site/structured-data/index.ts";
import { article, date, SITE, TOPIC } from "./samples.ts";

const html = (data: Parameters<typeof JsonLd>[0]["data"]): string => render(JsonLd({ data }));
const dataOf = (fields: Partial<Article>) => {
  return articleData(SITE, { article: article("most", fields), related: [] });
};
const parsed = (page: string) => JSON.parse(blocksOf(page)[0] ?? "");

const FULL: Partial<Article> = {
  title: "Мост </script><script>alert(1)</script> <!-- & «тире»",
  date: date("2026-11-23T14:30:00+03:00"),
  updated: date("2026-11-24"),
  authors: ["Анна Иванова"],
  topics: [TOPIC],
  source: { name: "Агентство", url: "/news/articles/other/" },
  picture: {
    path: "/articles/most/photo.jpg",
    alt: "Мост",
    caption: "Мост утром",
    width: 800,
    height: 600,
    variants: [],
  },
  corrections: [{ date: date("2026-11-24"), text: "Мост длиннее." }],
};

test("an article says all that it knows", async () => {
  const page = html(dataOf(FULL));
  expect(await structuredDataProblems(page)).toEqual([]);
  expect(parsed(page)).toMatchObject({
    "@type": "NewsArticle",
    headline: FULL.title,
    datePublished: "2026-11-23T14:30:00+03:00",
    dateModified: "2026-11-24",
    author: [{ "@type": "Person", name: "Анна Иванова" }],
    publisher: { name: SITE.name, logo: { url: "https://vesti.example/news/assets/icon-512.png" } },
    mainEntityOfPage: { "@id": "https://vesti.example/news/articles/most/" },
    image: [
      { url: "https://vesti.example/news/articles/most/photo.jpg", caption: "Мост утром" },
      { url: "https://vesti.example/news/articles/most/card.png" },
    ],
    articleSection: ["Город"],
    citation: "Агентство",
    isBasedOn: "https://vesti.example/news/articles/other/",
    correction: [{ "@type": "CorrectionComment", text: "Мост длиннее." }],
  });
});

test("an article whose picture messengers show has no card", () => {
  const photo = { path: "/articles/most/p.jpg", alt: "", width: 1500, height: 1000 };
  const variants = [{ format: "webp" as const, width: 1200, path: "/articles/most/p-1200.webp" }];
  const imagesOf = (path: string): string[] =>
    parsed(html(dataOf({ picture: { ...photo, path, variants } }))).image.map(
      ({ url }: { url: string }) => url.slice("https://vesti.example/news/articles/most/".length),
    );
  expect(imagesOf("/articles/most/p.jpg")).toEqual(["p.jpg"]);
  expect(imagesOf("/articles/most/p.avif")).toEqual(["p-1200.webp"]);
});

test("an article makes nothing up", async () => {
  const page = html(dataOf({}));
  expect(await structuredDataProblems(page)).toEqual([]);
  expect(Object.keys(parsed(page))).toEqual([
    "@context",
    "@type",
    "headline",
    "description",
    "url",
    "mainEntityOfPage",
    "inLanguage",
    "publisher",
    "image",
  ]);
  expect(page).not.toMatch(/date|author/i);
});

test("a source without an address is named only", () => {
  const data = dataOf({ source: { name: "Агентство" } });
  expect(data).toMatchObject({ citation: "Агентство" });
  expect(data).not.toHaveProperty("isBasedOn");
});

test("no text closes the script", () => {
  const page = html(dataOf(FULL));
  expect(page.match(/<\/?script|<!--/g)).toEqual(["<script", "</script"]);
});

test("the site can be searched, and a page's place in it is known", async () => {
  const site = html(siteData(SITE));
  expect(await structuredDataProblems(site)).toEqual([]);
  expect(site).toContain('"https://vesti.example/news/search/?q={search_term_string}"');
  const trail = [
    { name: "Вестник", path: "/" },
    { name: "Темы", path: "/topics/" },
    { name: "Город", path: "/topics/gorod/" },
  ];
  const way = html(breadcrumbs(SITE, trail));
  expect(await structuredDataProblems(way)).toEqual([]);
  expect(parsed(way).itemListElement[2]).toEqual({
    "@type": "ListItem",
    position: 3,
    name: "Город",
    item: "https://vesti.example/news/topics/gorod/",
  });
  expect(await structuredDataProblems(site + way + html(dataOf(FULL)))).toEqual([]);
});

test.each([
  [html(dataOf(FULL)), '"headline":"', '"headlines":"'],
  [html(dataOf(FULL)), "2026-11-23T14:30:00+03:00", "23.11.2026"],
  [html(dataOf(FULL)), '"url":"https://vesti.example', '"url":"'],
  [html(dataOf(FULL)), '"@type":"Person","name"', '"@type":"Person","names"'],
  [html(dataOf(FULL)), '"@context":"https://schema.org"', '"@context":"https://schema.example"'],
  [html(dataOf(FULL)), "}</script>", "</script>"],
  [html(siteData(SITE)), "{search_term_string}", ""],
  [html(breadcrumbs(SITE, [{ name: "Вестник", path: "/" }])), "", " "],
])("broken data is found: %#", async (page, from, to) => {
  const broken = page.replace(from, to);
  expect(broken).not.toBe(page);
  expect(await structuredDataProblems(broken)).not.toEqual([]);
});
