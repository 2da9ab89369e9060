import { expect, test } from "vitest";
import {
  decodeHomonyms,
  decodeShard,
  encodeEntry,
  encodeHomonyms,
  pageNumber,
  shardOf,
} from "../../../src/language/index.ts";
import { fc } from "./property.ts";

test("an entry is read back as it was written", () => {
  const entries = [
    {
      beginning: "красн",
      endings: ["ого", "ыи"],
      asks: [
        { word: "красного", homonyms: undefined },
        { word: "красныи", homonyms: "0000a" },
      ],
      weight: 3,
    },
    {
      beginning: "куньшан",
      endings: null,
      asks: [{ word: "куньшань", homonyms: undefined }],
      weight: 0,
    },
    {
      beginning: "людеи",
      endings: [""],
      asks: [{ word: "человеку", homonyms: undefined }],
      weight: 1,
    },
  ];
  const text = entries.map(encodeEntry).join("\n");
  expect(text.split("\n")[0]).toBe("красн\tого,ыи\tого,ыи!0000a\t3");
  expect(decodeShard(text)).toEqual(entries);
});

test("page lists are read back as they were written", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(0xffffff), { minLength: 1 }), fc.boolean(), (list, meant) => {
      const pages = new Set(list);
      expect(decodeHomonyms(encodeHomonyms({ meant, pages }))).toEqual({ meant, pages });
    }),
  );
});

test("a page's number is the end of its hash", () => {
  expect(pageNumber("ru_2f8b674")).toBe(0xf8b674);
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
