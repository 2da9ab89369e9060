import { expect, test } from "vitest";
import { withExcerpts } from "../../../src/search/engine/excerpt.ts";
import type { LoadedPage } from "../../../src/search/engine/segment.ts";

function excerptOf(content: string, stems: readonly string[]): string {
  const facts = { url: "/", raw_url: "/", word_count: 1, filters: {}, meta: {}, anchors: [] };
  const page: LoadedPage = { ...facts, content };
  return withExcerpts(page, new Set(stems)).excerpt;
}

test.each([
  ["Стоит мост.", "Стоит <mark>мост</mark>."],
  ["«Мост», и точка", "«<mark>Мост</mark>», и точка"],
  ["(мост)", "(<mark>мост</mark>)"],
  ["мост—мост!", "<mark>мост—мост</mark>!"],
  ["на Мост/\u2060 набережную", "на <mark>Мост</mark>/набережную"],
  ["до/\u2060 мост—\u2060", "до/<mark>мост</mark>—"],
  ["<b>мост</b>", "&lt;<mark>b&gt;мост&lt;/b</mark>&gt;"],
])("a word is marked without the signs around it: %s", (content, excerpt) => {
  expect(excerptOf(content, ["мост"])).toBe(excerpt);
});

test.each([
  ["Парад в Mocкве.", "москв", "Парад в <mark>Mocкве</mark>."],
  ["Выбросы CO₂ растут", "co2", "Выбросы <mark>CO₂</mark> растут"],
  ["Мешок 40кг муки", "кг", "Мешок <mark>40кг</mark> муки"],
])("a word is marked however it is spelled: %s", (content, stem, excerpt) => {
  expect(excerptOf(content, [stem])).toBe(excerpt);
});
