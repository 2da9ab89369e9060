import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { toFilterFile, writeWordFilter } from "../../../src/index/lexicon/dictionary-words.ts";
import { OpenCorpora } from "../../../src/index/lexicon/opencorpora.ts";
import { PackFiles } from "../../../src/index/written-files.ts";
import {
  ByteReader,
  FILTER_FILES,
  fileBody,
  filterFileOf,
  filterKeyOf,
  isInFilter,
  nameAt,
  packFile,
} from "../../../src/search/format/index.ts";
import { temporaryFolder } from "../temporary.ts";

const folder = temporaryFolder();
const names = writeWordFilter(new PackFiles(folder, "dictionary"));
const bodies = Array.from({ length: FILTER_FILES }, (_, number) => {
  const name = nameAt(names, number);
  const bytes = gunzipSync(readFileSync(`${folder}/${packFile(name)}`));
  return fileBody(bytes, "dictionary", name);
});

/** Whether the published filter knows a word, as a browser asks it. */
function isKnown(word: string): boolean {
  const key = filterKeyOf(word);
  return isInFilter(bodies[filterFileOf(key)] ?? new Uint8Array(), key);
}

test("the filter that is kept knows the forms of the dictionary that is installed", async () => {
  const dictionary = await OpenCorpora.load();
  const words =
    "ёж черепаха идти красивый трое сумев кофе вниз Псков лучший пять щи свой".toLowerCase();
  const forms = words.split(" ").flatMap((word) => {
    return dictionary.read(word).flatMap((reading) => dictionary.formsOf(reading));
  });
  expect(forms.length).toBeGreaterThan(200);
  expect(forms.filter((form) => !isKnown(form))).toEqual([]);
});

test("most slips are no words", () => {
  const words = "самовар самоваром черепаха трамвайный ёлками перечитывая".split(" ");
  expect(words.filter((word) => !isKnown(word))).toEqual([]);
  // The last is the stem of «газпром», with nothing behind it.
  const slips = "самовпр черепхаа трмавайный перечтиывая эверанда кпуста газпр".split(" ");
  expect(slips.filter(isKnown)).toEqual([]);
});

test("a file is small, and all together are", () => {
  const sizes = bodies.map(({ length }) => length);
  expect(Math.max(...sizes)).toBeLessThan(7_000);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(400_000);
});

test("the filter is made of stems with what follows them, each once", () => {
  const file = toFilterFile(["лодка", "лодкой", "лодок", "весло", "вёсла"]);
  const from = new ByteReader(file);
  const counts = Array.from({ length: FILTER_FILES }, () => {
    return new ByteReader(from.bytes(from.number())).number();
  });
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(3);
  expect(from.isAtEnd).toBe(true);
});
