import { expect, test } from "vitest";
import { transliterate } from "../../../src/language/index.ts";
import { cases, fc } from "./property.ts";

// The Russian column of ICAO Doc 9303, part 3, section 6 B, written out once more.
test("the whole Russian alphabet", () => {
  expect(transliterate("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")).toBe(
    "abvgdeezhziiklmnoprstufkhtschshshchieyeiuia",
  );
});

test.each([
  ["Куньшань", "kunshan"],
  ["Щёлково", "shchelkovo"],
  ["Подъезд", "podieezd"],
  ["Київ, Ґданськ", "kiiv, gdansk"],
  ["Магілёў", "magileu"],
  ["Café Übung", "cafe ubung"],
  ["и\u0306од", "iod"],
  ["Ӥ и ѐ", "i i e"],
  ["№ 5 — 北京", "no 5 — 北京"],
])("%s becomes %s", (text, expected) => {
  expect(transliterate(text)).toBe(expected);
});

test("any text goes in, and Cyrillic letters of the table never come out", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(transliterate(text)).not.toMatch(/[а-яёіїєґў]/);
    }),
    { numRuns: cases(2000) },
  );
});
