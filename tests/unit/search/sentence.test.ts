import { expect, test } from "vitest";
import { endsSentence, isBound } from "../../../src/search/engine/sentence.ts";

test.each([
  ["1", "200"],
  ["12", "345"],
  ["3,5", "тыс."],
  ["3,\u2060", "5"],
  ["12:\u2060", "30"],
  ["тыс.", "рублей"],
  ["млн", "человек"],
  ["40", "кг"],
  ["20", "%"],
  ["№", "5"],
  ["2025", "году"],
  ["г.", "Заречинск"],
  ["А.", "Пушкин"],
  ["стр.", "12"],
])("%s %s is not parted", (before, after) => {
  expect(isBound(before, after)).toBe(true);
});

test.each([
  ["мост", "открыт"],
  ["2025.", "Мост"],
  ["200,", "300"],
  ["1000", "2000"],
  ["тыс.", "Мост"],
  ["года.", "Мост"],
])("%s %s may be parted", (before, after) => {
  expect(isBound(before, after)).toBe(false);
});

test.each([
  ["открыт.", "Мост", true],
  ["открыт?»", "—", false],
  ["открыт!»", "«Мост", true],
  ["тыс.", "Мост", true],
  ["тыс.", "рублей", false],
  ["т.", "д.", false],
  ["А.", "Пушкин", false],
  ["открыт", "Мост", false],
  ["открыт.", "25", true],
  ["открыт", undefined, true],
])("%s %s ends a sentence: %s", (before, after, ends) => {
  expect(endsSentence(before, after)).toBe(ends);
});
