import { expect, test } from "vitest";
import { type TermPlan, withoutCommon } from "../../../src/search/engine/plan.ts";
import type { IndexEntry } from "../../../src/search/engine/search-index.ts";
import { segmentNamed } from "./segments.ts";

const chunk = { postings: "a", positions: "b", positionsSize: 1 };
const segment = segmentNamed("closed");

function entryOf(beginning: string, count: number): IndexEntry {
  const locator = { chunk: 0, offset: 0, count };
  const said = { beginning, endings: "", isStem: false, words: [beginning], alone: [] };
  return { ...said, locator, chunk, segment };
}

function plan(term: string, pages: number, found = true): TermPlan {
  const alternatives = found ? [{ entry: entryOf(term, pages), weight: 1 }] : [];
  return { term, alternatives, corrections: [], pages };
}

const terms = (plans: readonly TermPlan[], pages: number): string[] =>
  withoutCommon(plans, pages).map(({ term }) => term);

test("a word of most pages is left out beside a rarer one", () => {
  expect(terms([plan("год", 8000), plan("рапс", 3)], 10_000)).toEqual(["рапс"]);
});

test("it is asked for where nothing else can be found", () => {
  expect(terms([plan("год", 8000)], 10_000)).toEqual(["год"]);
  expect(terms([plan("год", 8000), plan("ъъъ", 0, false)], 10_000)).toEqual(["год", "ъъъ"]);
});

test("in a small archive every word counts", () => {
  expect(terms([plan("год", 20), plan("рапс", 1)], 22)).toEqual(["год", "рапс"]);
});
