import { expect, test } from "vitest";
import { comparisonKey } from "../../../src/language/index.ts";

test.each([
  ["Кинофильм «Выжившие»: премьера", 'кинофильм "выжившие" — премьера'],
  ["Ещё  один\u00a0заголовок!", "Еще один заголовок"],
  ["на\u00adука", "наука"],
])("%s says the same as %s", (a, b) => {
  expect(comparisonKey(a)).toBe(comparisonKey(b));
});

test.each([
  ["Рост на 5%", "Рост на 5"],
  ["Матч 3:1", "Матч 31"],
  ["мел", "мель"],
])("%s says something else than %s", (a, b) => {
  expect(comparisonKey(a)).not.toBe(comparisonKey(b));
});

test("signs alone are their own key", () => {
  expect(comparisonKey(" ?! ")).toBe("?!");
});
