import { beforeAll, expect, test } from "vitest";
import { Dictionary } from "../../../src/index/lexicon/dictionary.ts";
import { toDates, toFacets } from "../../../src/index/lexicon/facets.ts";
import { type Grouping, groupByLemma } from "../../../src/index/lexicon/groups.ts";
import { findHomonyms } from "../../../src/index/lexicon/homonyms.ts";
import { cutShards, toLines } from "../../../src/index/lexicon/shards.ts";
import { toSuggestions } from "../../../src/index/lexicon/suggestions.ts";
import {
  countPages,
  type IndexedPage,
  type Vocabulary,
} from "../../../src/index/lexicon/vocabulary.ts";
import { decodeHomonyms, decodeShard } from "../../../src/language/index.ts";

let dictionary: Dictionary;

beforeAll(async () => {
  dictionary = await Dictionary.load();
});

test.each([
  ["красного", ["красныи"]],
  ["людей", ["человек"]],
  ["шёл", ["идти"]],
  ["covid", ["covid"]],
  ["стали", ["стать"]],
  ["москвой", ["москва"]],
  ["путина", ["путин", "путина"]],
])("%s is a form of %j", (word, lemmas) => {
  expect(dictionary.read(word).lemmas).toEqual(lemmas);
});

test("a name that no dictionary knows goes by its stem as well", () => {
  expect(dictionary.read("куньшанем").lemmas).toContain("~куньшан");
  expect(dictionary.read("куньшань").lemmas).toContain("~куньшан");
});

/** The words of each page, by its id. */
type Texts = Readonly<Record<string, readonly string[]>>;

function vocabularyOf(texts: Texts): Vocabulary {
  const words = [...new Set(Object.values(texts).flat())];
  const pages = Object.entries(texts).map(([id, own]) => {
    return { id, words: own.map((word) => words.indexOf(word)), filters: {}, meta: {} };
  });
  return { words, pages, averageLength: 1 };
}

function groupingOf(vocabulary: Vocabulary): Grouping {
  return groupByLemma(vocabulary.words, countPages(vocabulary), (word) => dictionary.read(word));
}

function linesOf(texts: Texts): string[] {
  const grouping = groupingOf(vocabularyOf(texts));
  return toLines(
    grouping,
    () => null,
    (lemma) => dictionary.formsOf(lemma),
  );
}

test("a lemma has the dictionary's forms and is asked for once for each Pagefind stem", () => {
  const entries = decodeShard(linesOf({ ru_1: ["красный", "красного", "красные"] }).join("\n"));
  const red = entries.find(({ beginning }) => beginning === "красн");
  expect(red?.endings).toEqual(expect.arrayContaining(["ая", "ого", "ому", "ыи", "ых"]));
  expect(red?.asks.map(({ word }) => word)).toEqual(["красного", "красныи"]);
});

test("a word that shares its stem with another one says which pages hold it", () => {
  const vocabulary = vocabularyOf({ ru_1: ["вместе"], ru_2: ["вместо"] });
  const { lines, keys } = findHomonyms(groupingOf(vocabulary), vocabulary.pages);
  expect(keys).toEqual(["вместе\tвмест\t00000", "вместо\tвмест\t00001"]);
  expect(lines.map((line) => decodeHomonyms(line.split("\t")[1] ?? "").meant)).toEqual([
    [true, false],
    [false, true],
  ]);
});

test("a shard is never cut between words that share their first letters", () => {
  const lines = ["абвгд\t1", "абвгде\t2", "абвгдж\t3", "абвзд\t4"];
  expect(cutShards(lines, 1).map(({ start, text }) => [start, text.split("\n").length])).toEqual([
    ["абвгд", 3],
    ["абвзд", 1],
  ]);
});

test("suggestions are lemmas, and names as they are written most; the commonest first", () => {
  const vocabulary = vocabularyOf({
    ru_1: ["красного", "красные", "краску", "куньшанем"],
    ru_2: ["красный", "куньшань"],
    ru_3: ["куньшань"],
  });
  const counts = countPages(vocabulary);
  expect(toSuggestions(groupingOf(vocabulary), vocabulary.words, counts)).toEqual([
    "кра\tкрасный\t3",
    "кра\tкраска\t1",
    "кра\tкрасное\t1",
    "кун\tкуньшань\t3",
  ]);
});

test("facets and dates are tables of the pages in the order of their ids", () => {
  const pages: IndexedPage[] = [
    { id: "ru_b", words: [], filters: { topic: ["Река", "Город"] }, meta: {} },
    { id: "ru_a", words: [], filters: { topic: ["Река"] }, meta: { published: "1970-01-11" } },
  ];
  expect([...toFacets(pages)]).toEqual([
    ["topic", { values: ["Город", "Река"], pages: [[1], [1, 0]] }],
  ]);
  expect(toDates(pages)).toEqual([10, null]);
  expect(toDates(pages.slice(0, 1))).toBeUndefined();
});
