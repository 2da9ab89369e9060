import { expect, test } from "vitest";
import { type Candidate, judge } from "../../../src/search/engine/judgement.ts";
import type { IndexEntry } from "../../../src/search/engine/search-index.ts";
import { segmentNamed } from "./segments.ts";

const chunk = { postings: "a", positions: "b", positionsSize: 1 };
const segment = segmentNamed("closed");

/** A word of the archive, written as «word cost pages». */
function candidate(said: string): Candidate {
  const [to = "", cost, pages] = said.split(" ");
  const locator = { chunk: 0, offset: 0, count: Number(pages) };
  const own = { beginning: to, endings: "", isStem: false, words: [to], alone: [] };
  const entry: IndexEntry = { ...own, locator, chunk, segment };
  return { to, entries: [entry], cost: Number(cost) };
}

function judged(word: string, isWord: boolean, candidates: readonly string[]): string {
  const { replaced, asked } = judge(word, isWord, candidates.map(candidate));
  if (replaced.length > 0) return replaced.map(({ to }) => to).join(" ");
  return asked === undefined ? "—" : `${asked.to}?`;
}

test.each([
  // A slip that is no word is put right, by the nearest words alone, the commonest first.
  ["снежнаа", false, ["снежная 1 3", "нежная 2 90"], "снежная"],
  ["катор", false, ["катер 1 2", "кантор 1 40"], "кантор катер"],
  ["пчела", false, ["чпела 1 2"], "чпела"],
  // Two slips are believed in long words where nothing else is as near, and the first letter is right.
  ["тртуаарный", false, ["тротуарный 2 5"], "тротуарный"],
  ["тртуаарный", false, ["тротуарный 2 5", "ритуальный 2 5"], "—"],
  ["хироси", false, ["хороши 0.9 9"], "хороши?"],
  ["тртуаар", false, ["тротуар 2 5"], "тротуар?"],
  ["тртуаар", false, ["тротуар 2 5", "ритуал 2 5"], "—"],
  ["тратус", false, ["статус 2 5"], "—"],
  // One slip in the first letter is, of a longer word.
  ["кротуар", false, ["тротуар 1 5"], "тротуар"],
  ["кротуар", false, ["тротуар 1 5", "фротуар 1 1"], "тротуар?"],
  ["балет", false, ["валет 1 5"], "валет?"],
  // A name may be one letter from a short word, or from one that hardly stands anywhere.
  ["карни", false, ["карн 1 9"], "карн?"],
  ["логар", false, ["лотар 1 1"], "лотар?"],
  ["логар", false, ["лотар 1 2"], "лотар"],
  ["логар", false, ["лотар 0.7 1"], "лотар"],
  ["логтр", false, ["логар 1 1"], "логар"],
  ["логарр", false, ["лотарр 1 1"], "лотарр"],
  // A word of the language is meant as it is typed: at most somebody is asked.
  ["бобр", true, ["добр 1 12"], "добр?"],
  ["самовар", true, ["самовал 1 3"], "самовал?"],
  ["винегрет", true, ["винегпорт 2 3"], "—"],
  // Its ending may be the slip where the archive has its root.
  ["тротуарй", true, ["тротуары 1 4", "троттуара 1 9"], "тротуары"],
  // Four letters are one slip from too much.
  ["снгг", false, ["снег 1 40"], "снег?"],
  ["снг", false, [], "—"],
])("%s, a word: %s, beside %j: %s", (word, isWord, candidates, expected) => {
  expect(judged(word, isWord, candidates)).toBe(expected);
});

test("who is asked is told whether what was typed is a word", () => {
  expect(judge("бобр", true, [candidate("добр 1 12")]).asked?.isWord).toBe(true);
  expect(judge("бобд", false, [candidate("бобр 1 12")]).asked?.isWord).toBe(false);
});
