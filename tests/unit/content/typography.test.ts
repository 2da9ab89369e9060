import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { typography, unclearQuotation } from "../../../src/content/typography/typography.ts";

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

describe("the mark that keeps quotation marks from being set is told", () => {
  test.each([
    ['дом "Река', 4, "unclosed"],
    ['дом "Река, "Мост" и "Сад"', 4, "unclosed"],
    ['дом Река" у', 8, "unopened"],
    ['"Мост", река" у "Сада"', 12, "unopened"],
    ['пустые "" у', 8, "empty"],
    ['""Мост"" у', 0, "doubled"],
    ['"а "б "в "г""""', 9, "deep"],
    ['" Мост " и " Река "', 7, "direction"],
    ['"Крик 3" и 27"', 7, "measure"],
    ['<b c="d">"Мост</b>', 9, "unclosed"],
    ['https://e.org/a--b "Мост', 19, "unclosed"],
  ])("%s", (text, index, why) => {
    expect(unclearQuotation(text)).toEqual({ index, why });
    expect(typography(text).match(/["«»„“]/g)).toEqual(text.match(/["«»„“]/g));
  });

  test.each(['"Мост"', '27"', "«Мост", "Мост»", "«Мост „Река“", "«а «б» в»", '<b c="d>'])(
    "but nothing of %s",
    (text) => expect(unclearQuotation(text)).toBeUndefined(),
  );
});

test("setting a text twice is setting it once", () => {
  for (const [typed] of cases) {
    expect(typography(typography(typed))).toBe(typography(typed));
  }
});
