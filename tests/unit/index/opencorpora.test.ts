import { beforeAll, expect, test } from "vitest";
import { Guesser } from "../../../src/index/lexicon/guess.ts";
import { OpenCorpora } from "../../../src/index/lexicon/opencorpora.ts";
import { cases } from "../language/property.ts";

let words: OpenCorpora;
let guesser: Guesser;

beforeAll(async () => {
  words = await OpenCorpora.load();
  guesser = await Guesser.load(words);
});

test("е in a word may stand for ё in the dictionary", () => {
  const lemmas = words.read("елка").map(({ lemma }) => lemma);
  expect(lemmas).toContain("ёлка");
  expect(words.read("ёлка").map(({ lemma }) => lemma)).toEqual(lemmas);
});

test("superlatives are put together with their prefix", () => {
  const [reading] = words.read("наилучший");
  expect(reading?.lemma).toBe("хороший");
  expect(words.formsOf({ lemma: "", base: "красив", paradigm: -1 })).toEqual([]);
});

test.each([
  ["вторым", "второй", "два"],
  ["двумя", "два", "второй"],
  ["тысячной", "тысячный", "тысяча"],
  ["ивановича", "иванович", "иван"],
  ["ивановной", "ивановна", "иванович"],
  ["иваном", "иван", "иванович"],
])("%s is a form of %s, and not of %s", (word, own, other) => {
  const lemmas = words.read(word).map(({ lemma }) => lemma);
  expect(lemmas).toContain(own);
  expect(lemmas).not.toContain(other);
  const forms = words
    .read(word)
    .filter(({ lemma }) => lemma === own)
    .map(words.formsOf, words);
  expect(forms.flat()).toContain(word);
  expect(forms.flat()).not.toContain(other);
});

test("each lemma is the first of its own forms", () => {
  const enough = cases(150_000);
  let checked = 0;
  for (const lemma of words.lemmas()) {
    if (checked % 1000 === 0) expect(words.formsOf(lemma)[0]).toBe(lemma.lemma);
    if (++checked === enough) break;
  }
  expect(checked).toBe(enough);
});

test.each([
  ["нанопрезидента", "нанопрезидент"],
  ["бармаглотом", "бармаглот"],
  ["хливкие", "хливкий"],
])("%s is guessed to be a form of %s", (word, lemma) => {
  expect(words.read(word)).toEqual([]);
  expect(guesser.guess(word).map((guess) => guess.lemma)).toContain(lemma);
});
