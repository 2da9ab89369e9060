import { describe, expect, test } from "vitest";
import {
  asLatinLayout,
  asRussianLayout,
  fold,
  isStopWord,
  skeleton,
  wordParts,
  words,
} from "../../../src/language/index.ts";
import { fc } from "./property.ts";

const russian = fc.string({ unit: fc.constantFrom(..."абвгдеёжзийклмнопрстуфхцчшщъыьэюя") });

describe("the keyboard", () => {
  test.each([
    ["ufpghjv", "газпром"],
    ["Ghtpbltyn", "президент"],
    ["[jhjij", "хорошо"],
    ["'rjyjvbrf", "экономика"],
    ["@rhfcyfz gkjoflm@", '"красная площадь"'],
    ["rjkjybz #5", "колония №5"],
    ["Nehwbz& Bhfy?", "турция? иран,"],
  ])("%s was meant to be %s", (typed, meant) => {
    expect(asRussianLayout(typed)).toBe(meant);
  });

  test("what is typed on one layout and read on the other comes back", () => {
    fc.assert(
      fc.property(russian, (text) => {
        expect(asRussianLayout(asLatinLayout(text))).toBe(text);
      }),
    );
  });
});

describe("skeletons", () => {
  test.each([
    ["Куньшань", ["kunshan", "kun'shan'"]],
    ["Москва", ["moskva", "moskva'"]],
    ["академия", ["akademiya", "akademija", "akademiia"]],
    ["Хрущёв", ["khrushchev", "hruschev", "xrushhyov"]],
    ["ёлка", ["yolka", "elka"]],
    ["жертва", ["zhertva"]],
    ["немецкий", ["nemetskii", "nemetskij"]],
    ["счастье", ["schaste", "shchaste"]],
    ["Цюрих", ["tsyurikh", "czjurih"]],
    ["Ксения", ["xeniya", "kseniya"]],
    ["хлеб", ["xleb", "hleb"]],
  ])("%s is spelled %j", (word, spellings) => {
    for (const spelling of spellings) expect(skeleton(spelling), spelling).toBe(skeleton(word));
  });
});

test.each([
  ["Ёжик", "ежик"],
  ["пре\u0301зидент", "президент"],
  ["на\u00adука", "наука"],
  ["Йод", "иод"],
])("%s folds to %s", (word, folded) => {
  expect(fold(word)).toBe(folded);
});

test("words keep their compounds, and compounds have parts", () => {
  expect(words("Северо-западный ветер, д’Артаньян — 20 млн!")).toEqual([
    "Северо-западный",
    "ветер",
    "д’Артаньян",
    "20",
    "млн",
  ]);
  expect(wordParts("северо-западный")).toEqual(["северо", "западный"]);
});

test("stop words are known in every case and with ё or е", () => {
  expect(["Что", "её", "ее", "КОТОРЫЙ"].every(isStopWord)).toBe(true);
  expect(["президент", "год", "мир"].some(isStopWord)).toBe(false);
});
