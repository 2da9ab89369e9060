import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { encodeWords } from "../../../src/index/leaf/leaf-file.ts";
import { LeafWord } from "../../../src/index/leaf/page-words.ts";
import { MergedWords } from "../../../src/index/segment/merged-words.ts";
import type { ByteReader } from "../../../src/search/format/index.ts";
import { fc } from "../language/property.ts";
import { temporaryFolder } from "../temporary.ts";

/** Where a word stands in one page. */
interface WordInPage {
  readonly page: number;
  readonly weight: number;
  readonly positions: readonly number[];
}

const PAGES = 5;
const positions = fc.uniqueArray(fc.nat(500), { minLength: 1, maxLength: 5 });
const occurrence = fc.record({
  page: fc.nat(PAGES - 1),
  weight: fc.integer({ min: 1, max: 999 }),
  positions: positions.map((list) => list.sort((a, b) => a - b)),
});
const occurrences = fc
  .uniqueArray(occurrence, { minLength: 1, selector: ({ page }) => page })
  .map((list) => list.sort((a, b) => a.page - b.page));
const leaf = fc.dictionary(fc.stringMatching(/^[а-д]{1,3}$/), occurrences, { maxKeys: 12 });

/** Reads one page of what MergedWords.read returned. */
function readPage(from: ByteReader): WordInPage {
  const [page, weight, count] = [from.number(), from.number(), from.number()];
  return { page, weight, positions: [...from.rising(count)] };
}

function wordsOf(pages: Readonly<Record<string, WordInPage[]>>): LeafWord[] {
  return Object.entries(pages).map(([word, own]) => {
    const entry = new LeafWord(word);
    for (const { page, weight, positions } of own) {
      // All but the first place weigh nothing, so that they weigh together what they have to.
      for (const [at, position] of positions.entries())
        entry.add(page, position, at === 0 ? weight : 0);
    }
    return entry;
  });
}

test("the words of all leaves come in order, each with all its pages", () => {
  const folder = temporaryFolder();
  fc.assert(
    fc.property(fc.array(leaf, { maxLength: 7 }), (leaves) => {
      const files = leaves.map((words, number) => {
        const file = join(folder, `${number}.bin`);
        writeFileSync(file, encodeWords(wordsOf(words)));
        return file;
      });
      const slots = leaves.map((_, number) =>
        Uint32Array.from({ length: PAGES }, (_page, page) => number * PAGES + page),
      );
      const merged = MergedWords.merge(files, slots, join(folder, "merged.bin"));
      const expected = new Map<string, WordInPage[]>();
      for (const [number, words] of leaves.entries()) {
        for (const [word, own] of Object.entries(words)) {
          const moved = own.map((one) => ({ ...one, page: number * PAGES + one.page }));
          expected.set(word, [...(expected.get(word) ?? []), ...moved]);
        }
      }
      expect(merged.words).toEqual([...expected.keys()].sort());
      for (const [number, word] of merged.words.entries()) {
        const from = merged.read(number);
        const read = Array.from({ length: merged.counts[number] ?? 0 }, () => readPage(from));
        expect(read.sort((a, b) => a.page - b.page)).toEqual(expected.get(word));
      }
      merged.close();
    }),
  );
});

test("a word that is longer than what is read at a time is read whole", () => {
  const folder = temporaryFolder();
  const pages = Array.from({ length: 40_000 }, (_, page) => ({
    page,
    weight: 24,
    positions: [page],
  }));
  const file = join(folder, "leaf.bin");
  const words = wordsOf({ а: pages.slice(0, 3), б: pages, в: pages.slice(0, 2) });
  writeFileSync(file, encodeWords(words));
  const slots = [Uint32Array.from(pages.keys())];
  const merged = MergedWords.merge([file], slots, join(folder, "merged.bin"));
  expect(merged.counts).toEqual([3, 40_000, 2]);
  const from = merged.read(1);
  expect(pages.map(() => readPage(from))).toEqual(pages);
  merged.close();
});

test("words are read in any order, though no more than a piece of them is held", () => {
  const folder = temporaryFolder();
  const pages = Array.from({ length: 3000 }, (_, page) => ({
    page,
    weight: 24,
    positions: [page],
  }));
  const names = Array.from("абвгдежзиклмнопрстуфхцчшщыэюя", (letter) => `${letter}${letter}`);
  const lists = names.map((_, number) => pages.slice(number));
  const file = join(folder, "leaf.bin");
  writeFileSync(
    file,
    encodeWords(wordsOf(Object.fromEntries(names.map((n, i) => [n, lists[i] ?? []])))),
  );
  const slots = [Uint32Array.from(pages.keys())];
  const merged = MergedWords.merge([file], slots, join(folder, "merged.bin"));
  expect(statSync(join(folder, "merged.bin")).size).toBeGreaterThan((3 * 2 ** 18) / 2);
  // 11 is prime to the number of words, so that each has its turn, far from the one before.
  for (let turn = 0; turn < names.length; turn++) {
    const number = (turn * 11) % names.length;
    const from = merged.read(number);
    expect(lists[number]?.map(() => readPage(from))).toEqual(lists[number]);
  }
  merged.close();
});
