import { expect, test } from "vitest";
import {
  encodeFilter,
  FILTER_FILES,
  filterFileOf,
  isInFilter,
} from "../../../../src/search/format/index.ts";
import { fc } from "../../language/property.ts";

const word = fc.stringMatching(/^[а-я]{1,9}$/);

test("a set knows each of its words, however many there are", () => {
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 300 }), (words) => {
      const body = encodeFilter(words);
      expect(words.filter((one) => !isInFilter(body, one))).toEqual([]);
    }),
  );
});

test("its bytes do not depend on the order of the words", () => {
  const words = ["стог", "снег", "лес"];
  expect(encodeFilter(words)).toEqual(encodeFilter(words.toReversed()));
});

/** Words that mean nothing, all different. */
function made(count: number, end: string): string[] {
  return Array.from({ length: count }, (_, number) => `слово${number}${end}`);
}

test("one other word in 128 is taken for one of the set, with nine bits a word", () => {
  const [own, others] = [made(1000, "а"), made(10_000, "б")];
  const body = encodeFilter(own);
  expect(body.length).toBeLessThan((1000 * 9) / 8);
  const taken = others.filter((one) => isInFilter(body, one)).length / others.length;
  expect(taken).toBeGreaterThan(0.7 / 128);
  expect(taken).toBeLessThan(1.3 / 128);
});

test("a file that ends too early is an error, where its end is needed", () => {
  const words = made(100, "а");
  const body = encodeFilter(words);
  const read = () => words.map((one) => isInFilter(body.subarray(0, body.length / 2), one));
  expect(read).toThrow(RangeError);
  expect(isInFilter(encodeFilter([]), "снег")).toBe(false);
});

test("words go to all files alike", () => {
  const counts = new Array<number>(FILTER_FILES).fill(0);
  for (const one of made(64_000, "а"))
    counts[filterFileOf(one)] = (counts[filterFileOf(one)] ?? 0) + 1;
  expect(Math.min(...counts)).toBeGreaterThan(850);
  expect(Math.max(...counts)).toBeLessThan(1150);
});
