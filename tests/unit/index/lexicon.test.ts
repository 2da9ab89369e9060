import { beforeAll, expect, test } from "vitest";
import { Dictionary } from "../../../src/index/lexicon/dictionary.ts";
import { toEntries } from "../../../src/index/lexicon/entries.ts";
import { type Grouping, groupByLemma } from "../../../src/index/lexicon/groups.ts";
import { toEnds } from "../../../src/index/lexicon/stem-lists.ts";
import { toSuggestions } from "../../../src/index/lexicon/suggestions.ts";

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
  // An abbreviation is itself, or the words that are spelled so.
  ["млн", ["млн"]],
  ["мин", ["мина"]],
  ["сша", ["сша"]],
])("%s is a form of %j", (word, lemmas) => {
  expect(dictionary.read(word).lemmas).toEqual(lemmas);
});

test("a name that no dictionary knows goes by its stem as well", () => {
  expect(dictionary.read("куньшанем").lemmas).toContain("~куньшан");
  expect(dictionary.read("куньшань").lemmas).toContain("~куньшан");
});

/** @param counts in how many pages each word stands */
function groupingOf(counts: Readonly<Record<string, number>>): Grouping {
  return groupByLemma(Object.keys(counts), Object.values(counts), (word) => dictionary.read(word));
}

function entriesOf(...words: readonly string[]) {
  const grouping = groupingOf(Object.fromEntries(words.map((word) => [word, 1])));
  return toEntries(grouping, dictionary);
}

test("a lemma has the dictionary's forms, and a word for each stem of those in the archive", () => {
  const red = entriesOf("красный", "красного", "красные").find(
    ({ beginning }) => beginning === "красн",
  );
  const endings = red?.endings.split(",");
  expect(endings).toEqual(expect.arrayContaining(["ая", "ого", "ому", "ыи", "ых"]));
  expect(red?.words).toEqual(["красного", "красныи"]);
});

test("an abbreviation is no form of what it stands for", () => {
  const forms = entriesOf("минуту").flatMap(({ beginning, endings }) =>
    endings.split(",").map((end) => beginning + end),
  );
  expect(forms).toContain("минута");
  expect(forms).not.toContain("мин");
});

test("forms that begin otherwise than their lemma are marked one by one", () => {
  const [year] = entriesOf("года", "годы", "лет", "лето").filter(
    ({ group }) => group.key === "год",
  );
  expect(year).toMatchObject({ words: ["года"], alone: ["лет"] });
});

test("forms of a lemma that begin otherwise are entries of the same group", () => {
  const people = entriesOf("людей").filter(({ group }) => group.key === "человек");
  const all = people.flatMap(({ beginning, endings }) =>
    endings.split(",").map((end) => beginning + end),
  );
  expect(all).toEqual(expect.arrayContaining(["людеи", "людям", "человек", "человеком"]));
  expect(people.length).toBeGreaterThan(1);
});

test("an unknown name has an entry of its stem, with the endings that the archive holds", () => {
  const [stem] = entriesOf("куньшанем", "куньшань").filter(({ isStem }) => isStem);
  expect(stem).toMatchObject({ beginning: "куньшан", endings: "ем,ь" });
});

test("the name of a place is marked as one, in all its entries", () => {
  const entries = entriesOf("румынии", "знамя");
  expect(entries.filter(({ isPlace }) => isPlace).map(({ group }) => group.key)).toEqual([
    "румыния",
  ]);
});

test("plain lemmas have the entries that making every form gives", () => {
  const texts = "мост моста стали сталь краткий красивее покрасивее ёж ежи люди шёл берёт белую";
  const more =
    "кончая коней кони окно окон о мой мои моя наши наш пила пил пили лечу лечить летать";
  const words = `${texts} ${more} правительства правительство республик республика`.split(" ");
  const grouping = groupingOf(Object.fromEntries(words.map((word) => [word, 1])));
  const formsOf = (lemma: Parameters<Dictionary["formsOf"]>[0]) => dictionary.formsOf(lemma);
  const isPlace = () => false;
  const whole = toEntries(grouping, { formsOf, isPlace, endsOf: () => undefined });
  expect(toEntries(grouping, dictionary)).toEqual(whole);
  const isPlain = toEntries(grouping, {
    formsOf: () => [],
    isPlace,
    endsOf: (one) => dictionary.endsOf(one),
  });
  expect(isPlain).not.toEqual(whole);
  expect(isPlain.find(({ beginning }) => beginning === "мост")).toEqual(
    whole.find(({ beginning }) => beginning === "мост"),
  );
});

test("stems are written backwards, with the rest of a word that has them", () => {
  expect(toEnds(groupingOf({ красного: 1, красный: 1 }).groups)).toEqual(
    ["ынсарк\tи", "нсарк\tого"].sort(),
  );
});

test("suggestions are lemmas, and names as they are written most; the commonest first", () => {
  const counts = { красного: 1, красные: 1, красный: 1, краску: 1, куньшанем: 1, куньшань: 2 };
  const grouping = groupingOf(counts);
  expect(toSuggestions(grouping, Object.keys(counts), Object.values(counts))).toEqual([
    "кра\tкрасный\t3",
    "кра\tкраска\t1",
    "кра\tкрасное\t1",
    "кун\tкуньшань\t3",
  ]);
});
