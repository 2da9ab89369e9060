import { describe, expect, test } from "vitest";
import { editDistance, nearestWord } from "../../../src/language/index.ts";
import { fc } from "./property.ts";

describe("editDistance", () => {
  test.each([
    ["", "", 0],
    ["", "дом", 3],
    ["дом", "дом", 0],
    ["дом", "дым", 1],
    ["дом", "домик", 2],
    ["президент", "преизидент", 1],
    ["титул", "ититул", 1],
    ["заголовок", "загловоок", 2],
    ["аб", "ба", 1],
    ["са", "абс", 3],
  ])("%s and %s are %i slips apart", (a, b, slips) => {
    expect(editDistance(a, b)).toBe(slips);
  });

  const word = fc.string({ unit: fc.constantFrom("а", "б", "в"), maxLength: 6 });

  test("agrees with the recursive definition", () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b)).toBe(byDefinition(a, b));
      }),
    );
  });

  test("is symmetric", () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
      }),
    );
  });
});

function byDefinition(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length;
  const candidates = [
    byDefinition(a.slice(1), b) + 1,
    byDefinition(a, b.slice(1)) + 1,
    byDefinition(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1),
  ];
  if (a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0]) {
    candidates.push(byDefinition(a.slice(2), b.slice(2)) + 1);
  }
  return Math.min(...candidates);
}

describe("nearestWord", () => {
  const fields = ["title", "date", "updated", "summary"];

  test.each([
    ["titel", "title"],
    ["Title", "title"],
    ["dat", "date"],
    ["sumary", "summary"],
    ["author", undefined],
    ["", undefined],
  ])("%s means %s", (typed, meant) => {
    expect(nearestWord(typed, fields)).toBe(meant);
  });
});
