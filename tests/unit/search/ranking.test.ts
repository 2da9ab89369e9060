import { expect, test } from "vitest";
import { fuse, type TermHits } from "../../../src/search/engine/fuse.ts";
import { near, union } from "../../../src/search/engine/near.ts";
import type { PageData, RawResult } from "../../../src/search/engine/pagefind.ts";
import type { Postings } from "../../../src/search/engine/postings.ts";
import { volume } from "./volume.ts";

const PAGES = 1000;

function postings(
  pages: Readonly<Record<string, readonly number[]>>,
  frequency?: number,
): Postings {
  return new Map(
    Object.entries(pages).map(([id, places]) => {
      const data = (): Promise<PageData> => Promise.reject(new Error("not loaded in this test"));
      const result: RawResult = { id, score: 1, words: places, data };
      return [id, { frequency: frequency ?? places.length, places, result }];
    }),
  );
}

function term(name: string, ...found: [weight: number, postings: Postings][]): TermHits {
  return { term: name, found: found.map(([weight, own]) => ({ weight, volume, postings: own })) };
}

const order = (terms: readonly TermHits[]): string[] => fuse(terms, PAGES).map(({ id }) => id);

test("each place has its reason", () => {
  const common = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`z${index}`, [5]]));
  const ranked = order([
    term("редкое", [1, postings({ both: [10], near: [10], often: [1, 2, 3], once: [1] })]),
    term("частое", [1, postings({ both: [200], near: [12], ...common })]),
  ]);
  expect(ranked.slice(0, 4)).toEqual([
    "near", // both words, side by side
    "both", // both words, far apart
    "often", // the rare word three times
    "once", // the rare word once; then those with the common word alone
  ]);
  expect(ranked[4]).toBe("z0"); // equals stand in the order of their ids
});

test("forms of one word add up, and a synonym counts less than the word", () => {
  const forms: [number, Postings][] = [
    [1, postings({ word: [1], forms: [1] })],
    [1, postings({ forms: [2] })],
    [0.7, postings({ synonym: [1] })],
  ];
  expect(order([term("слово", ...forms)])).toEqual(["forms", "word", "synonym"]);
});

test("a page that holds more of the words comes before one that holds one of them often", () => {
  const ranked = order([
    term("а", [1, postings({ all: [1], one: [1, 2, 3, 4, 5, 6, 7, 8] })]),
    term("б", [1, postings({ all: [2] })]),
    term("в", [1, postings({ all: [3] })]),
  ]);
  expect(ranked).toEqual(["all", "one"]);
});

test("nothing asked, nothing found", () => {
  expect(fuse([], PAGES)).toEqual([]);
});

test("words of a phrase stand near each other, whatever their order", () => {
  const found = near([
    postings({ together: [10], apart: [10], reversed: [11], half: [1] }),
    postings({ together: [11], apart: [50], reversed: [10] }),
  ]);
  expect([...found.keys()]).toEqual(["together", "reversed"]);
  expect(found.get("together")).toMatchObject({ frequency: 1, places: [10, 11] });
});

test("the forms of a word are one word", () => {
  const all = union([postings({ a: [1] }), postings({ a: [5], b: [2] })]);
  expect(all.get("a")).toMatchObject({ frequency: 2, places: [1, 5] });
  expect([...all.keys()]).toEqual(["a", "b"]);
});
