import { expect, test } from "vitest";
import { fuse, type TermHits } from "../../../src/search/engine/fuse.ts";
import { following, near, sequence } from "../../../src/search/engine/near.ts";
import { pairsOf } from "../../../src/search/engine/pairs.ts";
import { phrasesOf } from "../../../src/search/engine/phrases.ts";
import type { Postings } from "../../../src/search/engine/ranked-postings.ts";
import { withWindows } from "../../../src/search/engine/windows.ts";
import { postingsOf as postings, segmentNamed } from "./segments.ts";

const PAGES = 1000;
const segment = segmentNamed("closed");

function term(name: string, ...found: [weight: number, postings: Postings][]): TermHits {
  return { term: name, found: found.map(([weight, own]) => ({ weight, segment, postings: own })) };
}

function order(terms: readonly TermHits[]): number[] {
  return withWindows(fuse(terms, PAGES), terms, PAGES).map(({ slot }) => slot);
}

test("each place has its reason", () => {
  const [near, both, often, once, first] = [40, 41, 42, 43, 60];
  const common = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [first + index, [5]]));
  const ranked = order([
    term("редкое", [1, postings({ [near]: [10], [both]: [10], [often]: [1, 2, 3], [once]: [1] })]),
    term("частое", [1, postings({ [near]: [12], [both]: [200], ...common })]),
  ]);
  expect(ranked.slice(0, 4)).toEqual([
    near, // both words, side by side
    both, // both words, far apart
    often, // the rare word three times
    once, // the rare word once; then those with the common word alone
  ]);
  expect(ranked[4]).toBe(first); // equals stand in the order of their slots
});

test("a page counts by the best of the lemmas that its word may be, and a synonym counts less", () => {
  const [form, twice, synonym] = [1, 2, 3];
  const lemmas: [number, Postings][] = [
    [1, postings({ [form]: [1], [twice]: [1, 9] })],
    [1, postings({ [form]: [1] })],
    [0.7, postings({ [synonym]: [1] })],
  ];
  expect(order([term("стали", ...lemmas)])).toEqual([twice, form, synonym]);
});

test("a page that holds more of the words comes before one that holds one of them often", () => {
  const [all, one] = [1, 2];
  const ranked = order([
    term("а", [1, postings({ [all]: [1], [one]: [1, 2, 3, 4, 5, 6, 7, 8] })]),
    term("б", [1, postings({ [all]: [2] })]),
    term("в", [1, postings({ [all]: [3] })]),
  ]);
  expect(ranked).toEqual([all, one]);
});

test("a word that is emphasised counts more than another one that is as rare", () => {
  const [first, second] = [1, 2];
  const [one, other] = [
    term("путин", [1, postings({ [first]: [1] })]),
    term("подписал", [1, postings({ [second]: [1] })]),
  ];
  const slots = (terms: readonly TermHits[]) => fuse(terms, PAGES).hits.map(({ slot }) => slot);
  expect(slots([one, { ...other, emphasis: 1.5 }])).toEqual([second, first]);
  expect(slots([{ ...one, emphasis: 1.5 }, other])).toEqual([first, second]);
});

test("equals of two segments stand in the order of the hashes that their slots are made of", () => {
  const [small, large] = [segmentNamed("fresh", 7), segmentNamed("closed", 10)];
  const found = [
    { weight: 1, segment: large, postings: postings({ 8: [1], 900: [1] }) },
    { weight: 1, segment: small, postings: postings({ 60: [1] }) },
  ];
  const ranked = fuse([{ term: "слово", found }], PAGES);
  expect(ranked.hits.map(({ slot }) => slot)).toEqual([8, 60, 900]);
  expect(ranked.holding).toEqual([3]);
});

test("nothing asked, nothing found", () => {
  expect(order([])).toEqual([]);
});

test("words without positions are ranked as well, but for their windows", () => {
  const { positions: _, ...plain } = postings({ 1: [1], 2: [1] });
  expect(order([term("а", [1, plain]), term("б", [1, postings({ 2: [2] })])])).toEqual([2, 1]);
});

test("words of a name stand near each other, whatever their order", () => {
  const [together, apart, reversed, half] = [1, 2, 3, 4];
  const found = near([
    [postings({ [together]: [10], [apart]: [10], [reversed]: [11], [half]: [1] })],
    [postings({ [together]: [11], [apart]: [50], [reversed]: [10] })],
  ]);
  expect([...found.slots]).toEqual([together, reversed]);
  expect([...found.frequencies]).toEqual([1, 1]);
  expect([...(found.positions?.positions ?? [])]).toEqual([10, 11]);
});

test("the lemmas of a word are one word of a phrase, and its words stand in order", () => {
  const [forms, reversed, apart, compound] = [1, 2, 3, 4];
  const red = [
    postings({ [forms]: [4] }),
    postings({ [reversed]: [5], [apart]: [1], [compound]: [7] }),
  ];
  const square = [postings({ [forms]: [5], [reversed]: [4], [apart]: [3], [compound]: [7] })];
  expect([...sequence([red, square], [0, 1]).slots]).toEqual([forms, compound]);
  expect([...sequence([red, square], [0, 2]).slots]).toEqual([forms, apart, compound]);
});

test("a word that stands twice in a phrase stands in two places", () => {
  const word = [postings({ 1: [4], 2: [4, 5] })];
  expect([...sequence([word, word], [0, 1]).slots]).toEqual([2]);
});

test("one word follows another where it stands so far behind it at most, or in one compound", () => {
  const first = postings({ 1: [4], 2: [9], 3: [7], 5: [1] });
  const second = postings({ 1: [5], 2: [4], 3: [7], 4: [1], 5: [1, 3] });
  expect([...following(first, second, 1).slots]).toEqual([1, 3, 5]);
  expect([...following(first, postings({ 1: [6], 5: [3] }), 2).slots]).toEqual([1, 5]);
  expect([...following(first, first, 1).slots]).toEqual([]);
});

test("words that follow one another in a query are a term, and stop words may stand between them", () => {
  const [together, swapped] = [1, 2];
  const war = term("война", [1, postings({ [together]: [1], [swapped]: [3] })]);
  const peace = term("мир", [1, postings({ [together]: [3], [swapped]: [1] })]);
  const [pair, ...others] = pairsOf(["война", "и", "мир"], [war, peace]);
  expect(others).toEqual([]);
  expect(pair?.term).toBe("война мир");
  expect(pair?.found.map(({ postings: { slots } }) => [...slots])).toEqual([[together]]);
  expect(pairsOf(["мир", "и", "не", "та", "война"], [war, peace])).toEqual([]);
  expect(pairsOf(["мир"], [peace])).toEqual([]);
});

test("a phrase of a longer query is a term, where the positions of all its words are loaded", () => {
  const [whole, half] = [1, 2];
  const own = term("пояс", [1, postings({ [whole]: [4], [half]: [1] })]);
  const way = term("путь", [1, postings({ [whole]: [6], [half]: [8] })]);
  const [phrase] = phrasesOf(["Пояс и путь"], [way, own]);
  expect(phrase?.found.map(({ postings: { slots } }) => [...slots])).toEqual([[whole]]);
  expect(phrasesOf(["Пояс", "Пояс и мир"], [own, way])).toEqual([]);
});
