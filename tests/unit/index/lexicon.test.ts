import { beforeAll, expect, test } from "vitest";
import { loadDictionary, type Reading } from "../../../src/index/lexicon/dictionary.ts";
import { groupByLemma } from "../../../src/index/lexicon/groups.ts";
import { findHomonyms } from "../../../src/index/lexicon/homonyms.ts";
import { cutShards, toLines } from "../../../src/index/lexicon/shards.ts";
import { decodeShard } from "../../../src/language/index.ts";

let read: (word: string) => Reading;

beforeAll(async () => {
  read = await loadDictionary();
});

test.each([
  ["красного", ["красныи"]],
  ["людей", ["человек"]],
  ["шёл", ["идти"]],
  ["covid", ["covid"]],
  ["стали", ["стать"]],
])("%s is a form of %j", (word, lemmas) => {
  expect(read(word).lemmas).toEqual(lemmas);
});

test("a name that no dictionary knows goes by its stem as well", () => {
  expect(read("куньшанем").lemmas).toContain("~куньшан");
  expect(read("куньшань").lemmas).toContain("~куньшан");
});

function linesOf(pages: Readonly<Record<string, readonly string[]>>): string[] {
  const counts = new Map<string, number>();
  for (const word of Object.values(pages).flat()) counts.set(word, (counts.get(word) ?? 0) + 1);
  const groups = [...groupByLemma(counts, read).values()];
  const indexed = Object.entries(pages).map(([id, words]) => ({ id, words }));
  return toLines(groups, findHomonyms(groups, indexed));
}

test("a lemma has the dictionary's forms and is asked for once for each Pagefind stem", () => {
  const entries = decodeShard(linesOf({ ru_1: ["красный", "красного", "красные"] }).join("\n"));
  const red = entries.find(({ beginning }) => beginning === "красн");
  expect(red?.endings).toEqual(expect.arrayContaining(["ая", "ого", "ому", "ыи", "ых"]));
  expect(red?.asks.map(({ word }) => word)).toEqual(["красного", "красныи"]);
});

test("a word that shares its stem with another one says which pages hold it", () => {
  const entries = decodeShard(linesOf({ ru_1: ["вместе"], ru_2: ["вместо"] }).join("\n"));
  const asks = entries.flatMap((entry) => entry.asks).filter(({ word }) => word === "вместо");
  expect(asks.map(({ homonyms }) => homonyms)).toEqual([expect.stringMatching(/^0000\d$/)]);
});

test("a shard is never cut between words that share their first letters", () => {
  const lines = ["абвгд\t1", "абвгде\t2", "абвгдж\t3", "абвзд\t4"];
  expect(cutShards(lines, 1).map(({ start, text }) => [start, text.split("\n").length])).toEqual([
    ["абвгд", 3],
    ["абвзд", 1],
  ]);
});
