import { expect, test } from "vitest";
import { type Headline, listPagePath } from "../../../src/content/index.ts";
import { groupByDay } from "../../../src/site/components/headlines.tsx";
import { Teaser, teaser } from "../../../src/site/components/news-list.tsx";
import { paginate } from "../../../src/site/components/pager.tsx";
import { leadFirst } from "../../../src/site/lead-first.ts";
import { article } from "./samples.ts";

test("a list is cut into pages, the last one shorter", () => {
  expect(paginate([1, 2, 3, 4, 5], 2)).toEqual([
    { items: [1, 2], number: 1, total: 3 },
    { items: [3, 4], number: 2, total: 3 },
    { items: [5], number: 3, total: 3 },
  ]);
  expect(paginate([1, 2], 2)).toHaveLength(1);
  expect(paginate([], 2)).toEqual([{ items: [], number: 1, total: 1 }]);
});

test("the first page of a list has the list's own address", () => {
  expect(listPagePath("/archive/", 1)).toBe("/archive/");
  expect(listPagePath("/archive/", 2)).toBe("/archive/page/2/");
});

test("a teaser ends with a whole word, and with a whole sign where there are no words", () => {
  const teaserOf = (lead: string): string => teaser(article("a", { lead }));
  expect(teaserOf("слово ".repeat(100))).toMatch(/^(?:слово )+слово…$/);
  for (const start of ["", "а"])
    expect(teaserOf(start + "👨".repeat(300))).toMatch(/^а?(?:👨)+…$/u);
});

test("headlines are cut into days, those without a date together", () => {
  const headline = (text: string, day?: string): Headline => ({
    kind: "headline",
    text,
    anchor: text,
    path: text,
    topics: [],
    date: day === undefined ? undefined : { iso: day, day, epoch: 0 },
  });
  const days = groupByDay([
    headline("а", "2026-11-23"),
    headline("б", "2026-11-23"),
    headline("в", "2026-11-22"),
    headline("г"),
    headline("д"),
  ]);
  expect(days.map((day) => day.headlines.map(({ text }) => text))).toEqual([
    ["а", "б"],
    ["в"],
    ["г", "д"],
  ]);
});

test("a teaser that says the title again is left out, whatever signs and letters stand in it", () => {
  const shown = (title: string, lead: string) =>
    Teaser({ class: "card-text", article: article("a", { title, lead }) });
  expect(shown("Мост через Сейму открыт", "«Мост через Сейму» открыт. Движение пошло.")).toBeNull();
  expect(shown("Актёры уехали", "Актеры уехали на гастроли.")).toBeNull();
  expect(shown("Мост", "Мостовую чинят.")).not.toBeNull();
  expect(shown("…", "Начало.")).not.toBeNull();
});

const PICTURE = { path: "/a.jpg", width: 600, height: 400, alt: "", variants: [] };

test("of the newest the first with a picture leads, unless another one is pinned", () => {
  const [plain, pictured] = [article("a"), article("b", { picture: PICTURE })];
  const slugs = (all: readonly { slug: string }[]): string[] => all.map(({ slug }) => slug);
  expect(slugs(leadFirst([plain, pictured]))).toEqual(["b", "a"]);
  expect(slugs(leadFirst([plain, pictured], plain))).toEqual(["a", "b"]);
  expect(slugs(leadFirst([plain]))).toEqual(["a"]);
  expect(leadFirst([])).toEqual([]);
  const many = Array.from({ length: 9 }, (_, index) => article(`n${index}`));
  expect(leadFirst([...many, pictured])[0]?.slug).toBe("n0");
});
