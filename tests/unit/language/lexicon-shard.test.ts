import { expect, test } from "vitest";
import {
  dayNumber,
  decodeHomonyms,
  decodeShard,
  encodeEntry,
  encodeHomonyms,
  shardOf,
} from "../../../src/language/index.ts";
import { fc } from "./property.ts";

test("an entry is read back as it was written", () => {
  const entries = [
    {
      beginning: "красн",
      endings: ["ого", "ыи"],
      asks: [
        { word: "красного", places: null },
        { word: "красныи", places: [{ volume: 0, homonyms: "0000a" }, { volume: 36 }] },
      ],
      weight: 3,
    },
    { beginning: "куньшан", endings: null, asks: [{ word: "куньшань", places: null }], weight: 0 },
    {
      beginning: "людеи",
      endings: [""],
      asks: [{ word: "человеку", places: [{ volume: 2 }] }],
      weight: 1,
    },
  ];
  const text = entries.map(encodeEntry).join("\n");
  expect(text.split("\n")[0]).toBe("красн\tого,ыи\tого,ыи!0:0000a.10\t3");
  expect(decodeShard(text)).toEqual(entries);
});

test("page lists are read back as they were written", () => {
  const id = fc.nat(0xfffffff).map((number) => `ru_${number.toString(16)}`);
  const pages = fc.uniqueArray(fc.tuple(id, fc.boolean()), { selector: ([name]) => name });
  fc.assert(
    fc.property(pages, (list) => {
      const all = list.map(([name]) => name);
      const meant = new Set(list.filter(([, own]) => own).map(([name]) => name));
      const read = decodeHomonyms(encodeHomonyms(all, meant));
      expect(read.count).toBe(all.length);
      expect(all.toSorted().filter((_, index) => read.meant[index])).toEqual([...meant].sort());
    }),
  );
});

test("days are counted from 1970, and what is no day is not a number", () => {
  expect(dayNumber("1970-01-02")).toBe(1);
  expect(dayNumber("2026-11-24")).toBe(20_781);
  expect(dayNumber("вчера")).toBeNaN();
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
