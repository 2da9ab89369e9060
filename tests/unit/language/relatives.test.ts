import { describe, expect, test } from "vitest";
import { fold, kindOf, relativesOf, stem } from "../../../src/language/index.ts";

const areRelatives = (word: string, kind: string, other: string): boolean =>
  relativesOf(word).some((one) => one.kind === kind && one.stem === fold(stem(other)));

describe("relatives", () => {
  test.each([
    ["румынский", "place", "румыния"],
    ["румынии", "adjective", "румынская"],
    ["тонганский", "place", "тонга"],
    ["шанхайская", "place", "шанхай"],
    ["уругвайский", "place", "уругвай"],
    ["норвежского", "place", "норвегия"],
    ["турецкий", "place", "турция"],
    ["греческий", "place", "греция"],
    ["крымский", "place", "крым"],
    ["абаканского", "place", "абакане"],
    ["заводской", "noun", "завод"],
    ["политический", "noun", "политик"],
    ["революционные", "noun", "революция"],
    ["кедровый", "noun", "кедр"],
    ["отрекаться", "noun", "отречение"],
    ["отречения", "verb", "отрекается"],
    ["похитить", "noun", "похищение"],
    ["запрещать", "verb", "запретили"],
    ["арестовать", "noun", "арест"],
    ["помилование", "verb", "помиловал"],
    ["госпитализация", "verb", "госпитализировали"],
  ])("%s has as %s %s", (word, kind, other) => {
    expect(areRelatives(word, kind, other)).toBe(true);
  });

  test.each([
    ["жираф", "жир"],
    ["видеть", "вид"],
    ["маска", "мама"],
    ["крупный", "крупа"],
    ["образец", "образ"],
    ["странный", "страна"],
    ["самоанский", "само"],
    ["органический", "орган"],
    ["погреб", "погребать"],
    ["погреб", "погребенный"],
    ["погреб", "погребальный"],
    ["приятий", "приятный"],
  ])("%s has nothing to do with %s", (word, other) => {
    const kinds = ["noun", "place", "adjective", "verb"].filter((kind) =>
      areRelatives(word, kind, other),
    );
    expect(kinds).toEqual([]);
  });
});

test("a noun of four letters makes an adjective in -ск- only where it is a place", () => {
  expect(areRelatives("светский", "noun", "свет")).toBe(false);
  expect(areRelatives("светский", "place", "свет")).toBe(true);
});

test.each([
  [["новый", "нового"], "adjective"],
  [["дал", "дали", "дало"], "verb"],
  [["четверть", "четверти"], "noun"],
])("%j is a kind of word: %s", (forms, kind) => {
  expect(kindOf(forms)).toBe(kind);
});
