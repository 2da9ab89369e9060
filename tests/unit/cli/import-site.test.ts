import { expect, test } from "vitest";
import { siteLines } from "../../../src/cli/import-site.ts";
import { temporaryFolder } from "../temporary.ts";

const FACTS = { name: "Река: порт", description: "О реке", author: "Анна", language: "en-us" };

function linesFor(site: string): string[] {
  return siteLines(FACTS, temporaryFolder({ "site.yaml": site }));
}

test("a newspaper that is just begun gets lines that can be copied", () => {
  expect(linesFor("name: Моя газета\ndescription: Новости\nlanguage: ru\n")).toEqual([
    "",
    "Из источника — в _data/site.yaml:",
    '  name: "Река: порт"',
    "  description: О реке",
    "  language: en",
    "  # автор: Анна",
  ]);
});

test("what an editor has chosen is not spoken of", () => {
  expect(linesFor("name: Вестник порта\ndescription: Всё о порте\n")).toEqual([]);
  expect(linesFor("name: Вестник порта\ndescription: Новости\n")).toContain(
    "  description: О реке",
  );
});

test("nothing is said where the source says nothing", () => {
  expect(siteLines({}, temporaryFolder({ "site.yaml": "name: Моя газета\n" }))).toEqual([]);
});
