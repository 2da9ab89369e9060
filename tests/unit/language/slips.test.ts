import { describe, expect, test } from "vitest";
import {
  fromPinyin,
  skeleton,
  slipCost,
  soundDistance,
  soundKey,
} from "../../../src/language/index.ts";
import { fc } from "./property.ts";

describe("what slips cost", () => {
  test.each([
    ["корова", "корова", 0],
    ["карова", "корова", 0.5], // an unstressed vowel
    ["грип", "гриб", 0.5], // a voiced consonant at the end
    ["програма", "программа", 0.4], // one letter of two alike
    ["болшой", "большой", 0.4], // a soft sign
    ["зкаон", "закон", 0.6], // two letters swapped
    ["закрн", "закон", 0.7], // the key beside
    ["закын", "закон", 1], // any other letter
    ["макон", "закон", 1.4], // the first letter
  ])("%s for %s: %d", (typed, meant, cost) => {
    expect(slipCost(typed, meant)).toBeCloseTo(cost);
  });
});

const soundsOf = (word: string): string => soundKey(skeleton(word));

describe("sounds", () => {
  test.each([
    ["Шумахер", "шумохерр"],
    ["Samsung", "самсунг"],
    ["BMW", "бмв"],
    ["Шукшин", "Šukšin"],
    ["Reddit", "реддит"],
    ["винегрет", "винигред"],
  ])("%s has the key of %s", (one, other) => {
    expect(soundsOf(one)).toBe(soundsOf(other));
  });

  test.each([
    ["Шумахер", "Schumacher", 0.5],
    ["ютуб", "YouTube", 0.4],
    ["Кремль", "Kreml", 0],
  ])("%s is near %s", (one, other, far) => {
    expect(soundDistance(skeleton(one), skeleton(other))).toBeCloseTo(far);
  });

  test("another consonant is another word", () => {
    expect(soundDistance(skeleton("порт"), skeleton("port"))).toBe(0);
    expect(soundDistance(skeleton("порт"), skeleton("pont"))).toBe(1);
  });
});

describe("Chinese names", () => {
  test.each([
    ["jiangsu", "цзянсу"],
    ["kun'shan'", "куньшань"],
    ["heilongjiang", "хэйлунцзян"],
    ["guangzhou", "гуанчжоу"],
    ["xuzhou", "сюйчжоу"],
  ])("%s is %s", (latin, russian) => {
    expect(fromPinyin(latin)).toContain(russian);
  });

  test("no other word is Chinese, and none has too many readings", () => {
    expect(fromPinyin("moskva")).toEqual([]);
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."xiangu"), maxLength: 12 }), (word) => {
        expect(fromPinyin(word).length).toBeLessThan(100);
      }),
    );
  });
});
