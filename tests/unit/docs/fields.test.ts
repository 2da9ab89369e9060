import { expect, test } from "vitest";
import {
  articleSchema,
  headlineSchema,
  siteSchema,
  standingSchema,
} from "../../../src/content/index.ts";
import { SITE } from "../site/samples.ts";
import { codeIn, documentAt, tableUnder } from "./documents.ts";

const EDITORS = documentAt("docs/editors.md");

const namesIn = (table: readonly string[][]): string[] => table.map(([cell]) => codeIn(cell));

test("the table of an article's fields is the schema's", () => {
  const names = namesIn(tableUnder(EDITORS, "## Статья"));
  expect(names.toSorted()).toEqual(Object.keys(articleSchema(SITE).shape).toSorted());
});

test("the table says which of them an article cannot do without", () => {
  const rows = tableUnder(EDITORS, "## Статья");
  const required = rows.filter(([, , cell]) => cell === "да").map(([cell]) => codeIn(cell));
  const issues = articleSchema(SITE).safeParse({}).error?.issues ?? [];
  expect(required).toEqual(issues.map(({ path }) => path.join(".")));
});

test("the table of the site's settings is the schema's", () => {
  const names = namesIn(tableUnder(EDITORS, "## Настройки сайта"));
  expect(names.toSorted()).toEqual(Object.keys(siteSchema.shape).toSorted());
});

test("the table of the fields of a page that is no news is the schema's", () => {
  const names = namesIn(tableUnder(EDITORS, "## Страницы"));
  expect(names.toSorted()).toEqual(Object.keys(standingSchema().shape).toSorted());
});

test("the list of a headline's fields is the schema's", () => {
  const [, list = ""] = /\nПоля: (.+?)\. /s.exec(EDITORS.text) ?? [];
  const names = [...list.matchAll(/`(\w+)`/g)].map(([, name]) => name);
  expect(names.toSorted()).toEqual(Object.keys(headlineSchema(SITE.timeZone).shape).toSorted());
});
