import { expect, test } from "vitest";
import {
  assignSlots,
  blockBitsFor,
  blockOf,
  dayNumber,
  encodeImpact,
  FREQUENCIES,
  fileBody,
  fileFor,
  fileHead,
  nameAt,
  roundedAverage,
  shardOf,
  slotBitsFor,
  WrongFileError,
} from "../../../../src/search/format/index.ts";
import { fc } from "../../language/property.ts";

const HASH = 2 ** 32 - 1;
const hashes = fc
  .array(fc.nat(HASH), { minLength: 1, maxLength: 300 })
  .map((all) => all.sort((a, b) => a - b));

test("each page has a slot of its own, in the order of hashes, however they crowd", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        hashes,
        hashes.map((all) => all.map(() => HASH)),
      ),
      (own) => {
        const bits = slotBitsFor(own.length);
        const slots = [...assignSlots(own, bits)];
        expect(slots.every((slot, at) => at === 0 || slot > (slots[at - 1] ?? 0))).toBe(true);
        expect(slots.at(-1)).toBeLessThan(2 ** bits);
      },
    ),
  );
});

test("a page that comes moves few others", () => {
  const own = Array.from({ length: 1000 }, (_, at) => (at * 2_654_435_769) % 2 ** 32).sort(
    (a, b) => a - b,
  );
  const bits = slotBitsFor(1001);
  const before = assignSlots(own, bits);
  const after = new Map(
    assignSlots(
      [...own, 7].sort((a, b) => a - b),
      bits,
    ).entries(),
  );
  const moved = own.filter((_, page) => before[page] !== after.get(page + 1));
  expect(moved.length).toBeLessThan(10);
});

test("slots leave room for a third of pages more, and blocks are some of them", () => {
  expect([1, 85, 86, 10_000, 100_000].map(slotBitsFor)).toEqual([7, 7, 8, 14, 18]);
  expect([7, 14, 18].map(blockBitsFor)).toEqual([7, 7, 8]);
  expect([0, 127, 128, 300].map((slot) => blockOf(slot, 7))).toEqual([0, 0, 1, 2]);
});

test("an impact stands for a frequency that is right to 2.5 %", () => {
  const weight = fc.double({ min: 0.05, max: 300, noNaN: true });
  const length = fc.integer({ min: 1, max: 5000 });
  fc.assert(
    fc.property(weight, length, (own, words) => {
      const exact = own / (0.4 + (0.6 * words) / 512);
      if (exact < 2 ** -6.9 || exact > 2 ** 8.9) return;
      const read = FREQUENCIES[encodeImpact(own, words, 512)] ?? 0;
      expect(Math.abs(Math.log2(read / exact))).toBeLessThan(1 / 32 + 1e-9);
    }),
  );
});

test("more than a byte can say is the most or the least that it says, and never nothing", () => {
  expect(encodeImpact(1e9, 1, 500)).toBe(255);
  expect(encodeImpact(1 / 24, 1e6, 10)).toBe(1);
  expect(encodeImpact(1, 100, 100)).toBe(112);
  expect(FREQUENCIES[112]).toBe(1);
});

test("an average moves by quarters of an octave, and is 1 at least", () => {
  expect([0, 1, 250, 256, 260, 300, 305].map(roundedAverage).map(Math.round)).toEqual([
    1, 1, 256, 256, 256, 304, 304,
  ]);
});

test("a file is taken only under its own kind, name and format", () => {
  const bytes = new TextEncoder().encode(`${fileHead("words", "abcdefghij")}text`);
  expect(new TextDecoder().decode(fileBody(bytes, "words", "abcdefghij"))).toBe("text");
  expect(() => fileBody(bytes, "ends", "abcdefghij")).toThrow(WrongFileError);
  expect(() => fileBody(bytes, "words", "abcdefghik")).toThrow(WrongFileError);
  expect(() => fileBody(bytes.subarray(0, 9), "words", "abcdefghij")).toThrow(WrongFileError);
});

test("files are named one behind the other", () => {
  const list = { starts: ["б", "к", "с"], files: "aaaaaaaaaabbbbbbbbbbcccccccccc" };
  expect(fileFor(list, "вода")).toBe("aaaaaaaaaa");
  expect(nameAt(list.files, 2)).toBe("cccccccccc");
  expect(fileFor({ starts: [], files: "" }, "слово")).toBe("");
});

test("the shard of a word is the last that does not start behind it", () => {
  const letters = fc.string({ unit: fc.constantFrom("а", "б", "в"), maxLength: 4 });
  fc.assert(
    fc.property(fc.uniqueArray(letters, { minLength: 1 }), letters, (list, word) => {
      const starts = list.toSorted();
      const naive = starts.findLastIndex((start) => start <= word);
      expect(shardOf(starts, word)).toBe(Math.max(0, naive));
    }),
  );
});

test("days are counted from 1970, and what is no day is not a number", () => {
  expect(dayNumber("1970-01-02")).toBe(1);
  expect(dayNumber("2026-11-24")).toBe(20_781);
  expect(dayNumber("вчера")).toBeNaN();
});
