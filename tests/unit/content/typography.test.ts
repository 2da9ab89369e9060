import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { typography } from "../../../src/content/typography.ts";
import { fc } from "../language/property.ts";

const file = readFileSync(new URL("../../fixtures/typography.txt", import.meta.url), "utf8");
const cases = file
  .split("\n")
  .filter((line) => line.includes(" → "))
  .map((line) => line.split(" → ") as [string, string]);

describe("what an editor types becomes what a reader sees", () => {
  test("there are cases", () => expect(cases.length).toBeGreaterThan(15));

  test.each(cases)("%s", (typed, seen) => {
    expect(typography(typed).replaceAll("\u00a0", "·")).toBe(seen);
  });
});

test("letters and digits are never changed", () => {
  const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const piece = fc.constantFrom("дом", "Мир", "5", "2026", '"', "-", " ", "--", "...", "А.", "из");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join("");
      expect(words(typography(text))).toEqual(words(text));
    }),
  );
});

test("setting a text twice is setting it once", () => {
  for (const [typed] of cases) {
    expect(typography(typography(typed))).toBe(typography(typed));
  }
});
