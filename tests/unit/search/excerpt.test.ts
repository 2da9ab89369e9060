import { expect, test } from "vitest";
import { withExcerpts } from "../../../src/search/engine/excerpt.ts";
import type { LoadedPage } from "../../../src/search/engine/segment.ts";

function dataOf(content: string, stems: readonly string[], title = "") {
  const facts = {
    url: "/",
    raw_url: "/",
    word_count: 1,
    filters: {},
    meta: { title },
    anchors: [],
  };
  const page: LoadedPage = { ...facts, content };
  return withExcerpts(page, new Set(stems));
}

function excerptOf(content: string, stems: readonly string[]): string {
  return dataOf(content, stems).excerpt;
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

/** So many words that an excerpt holds no more than a part of them. */
function words(count: number): string {
  return Array.from({ length: count }, () => "слово").join(" ");
}

test.each([
  ["Мосты и\u00a0мостик: «о мосте»", "<mark>Мосты</mark> и\u00a0мостик: «о <mark>мосте</mark>»"],
  ["Дорога — мост/набережная", "Дорога — <mark>мост</mark>/набережная"],
  ["<b>Мост</b>", "&lt;<mark>b&gt;Мост&lt;/b</mark>&gt;"],
  ["Дорога", "Дорога"],
])("a title is marked by the forms that its excerpt is: %s", (title, marked) => {
  expect(dataOf("Стоит мост.", ["мост"], title).markedTitle).toBe(marked);
});

test("an excerpt tells where it is cut in the midst of a sentence", () => {
  const cutOf = (content: string) => dataOf(content, ["мост"]).isCut;
  expect(cutOf("Стоит мост.")).toEqual({ start: false, end: false });
  expect(cutOf(`${words(9)} мост ${words(40)}`)).toEqual({ start: true, end: true });
  expect(cutOf(`Слово. Вот же где он стоит: мост ${words(40)}`)).toMatchObject({ start: true });
  expect(cutOf(`Слово. Вот где он стоит: мост ${words(40)}`)).toMatchObject({ start: false });
  // Thirty words from four before the mark.
  expect(cutOf(`мост ${words(28)} слово. Слово ${words(9)}`)).toMatchObject({ end: false });
  expect(cutOf(`мост ${words(28)} тыс. слово ${words(9)}`)).toMatchObject({ end: true });
});

test("the edges of an excerpt part no number", () => {
  const begun = (text: string) => excerptOf(`${words(9)} ${text} мост ${words(40)}`, ["мост"]);
  expect(begun("1 200 из них там")).toMatch(/^1\u00a0200\u00a0из них там <mark>/);
  expect(begun("в 12:\u2060 30 часов он там")).toMatch(/^12:30\u00a0часов он там <mark>/);
  expect(begun("за 3,\u2060 5 тыс. рублей он там")).toMatch(
    /^3,5\u00a0тыс\.\u00a0рублей он там <mark>/,
  );
  const ended = (text: string) => excerptOf(`мост ${words(28)} ${text} ${words(40)}`, ["мост"]);
  expect(ended("1 200 рублей")).toMatch(/ слово 1\u00a0200\u00a0рублей$/);
  expect(ended("12:\u2060 30, когда")).toMatch(/ слово 12:30,$/);
  expect(ended("5 млн человек")).toMatch(/ слово 5\u00a0млн\u00a0человек$/);
});
