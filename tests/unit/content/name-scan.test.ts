import { expect, test } from "vitest";
import { frontMatterIn, scanNames } from "../../../src/content/model/name-scan.ts";

test.each([
  ["topics: Город", ["Город"]],
  ["topics: [Город, 'Мир: новости', \"C#\"]", ["Город", "Мир: новости", "C#"]],
  ["topics: [Город,\n  Мир]", ["Город", "Мир"]],
  ["topics:\n  - Город\n  # - Двор\n\n  - Мир", ["Город", "Мир"]],
  ["topics:\n- Город\n# Двор\n- Мир", ["Город", "Мир"]],
  ["topics : [Город]", ["Город"]],
  ['"topics": [Город]', ["Город"]],
  ["topics: [Город\n]", ["Город"]],
  ["topics: *x\nsummary: &x Город", []],
  ["summary: &x Город\ntopics: *x", ["Город"]],
  ["summary: |\n  topics: Мир\ntopics: Город", ["Город"]],
  ["summary: topics", []],
  ["topics:", []],
  ["topics: []", []],
  ["topics: [", []],
])("of %j", (field, topics) => {
  const scan = scanNames("topics");
  for (const _ of [1, 2]) expect(scan(`title: А\n${field}\ndraft: true`)).toEqual(topics);
});

test("in one line, as a group of fields", () => {
  expect(scanNames("topics")("{title: А, topics: [Город]}")).toEqual(["Город"]);
});

test("only between the fences, whatever ends lines", () => {
  const bytes = Buffer.from("\uFEFF---\r\ntopics: Город\r\n---\r\n\r\ntopics: Мир\r\n");
  expect(scanNames("topics")(frontMatterIn(bytes))).toEqual(["Город"]);
  expect(frontMatterIn(Buffer.from("topics: Мир\n"))).toBe("");
});

test("of a name alone, and of other fields", () => {
  const text = "title: А\nauthors:\n  - Анна Смирнова\n  - П. Волков\nsection: Город\ntopics: Мир";
  expect(scanNames("authors")(text)).toEqual(["Анна Смирнова", "П. Волков"]);
  expect(scanNames("section")(text)).toEqual(["Город"]);
});
