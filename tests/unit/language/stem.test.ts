import { readFileSync } from "node:fs";
import snowball from "snowball-stemmers";
import { expect, test } from "vitest";
import { stem } from "../../../src/language/index.ts";
import { cases, fc } from "./property.ts";

const reference = snowball.newStemmer("russian");
const texts = ["tests/fixtures/search/pages.txt", "docs/editors.md", "_data/headlines.yaml"];
const vocabulary = new Set(
  texts.flatMap(
    (file) =>
      readFileSync(file, "utf8")
        .toLowerCase()
        .match(/[а-яё]+/g) ?? [],
  ),
);

test("agrees with Snowball's own Russian stemmer on real words", () => {
  expect(vocabulary.size).toBeGreaterThan(400);
  for (const word of vocabulary) {
    expect(stem(word), word).toBe(reference.stem(word.replaceAll("ё", "е")));
  }
});

test("agrees with it on made-up words of Russian endings", () => {
  const endings = "ами ость ейше ивши вшись ующ нн ся ого ые ий ла ны ет ешь ь и н я".split(" ");
  const piece = fc.constantFrom("к", "ра", "сн", "о", "вы", "тя", ...endings);
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), (pieces) => {
      const word = pieces.join("");
      expect(stem(word)).toBe(reference.stem(word));
    }),
    { numRuns: cases(5000) },
  );
});
