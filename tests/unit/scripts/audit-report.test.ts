import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { addressOf, kindPages } from "../../../scripts/audit/pages.ts";
import { type CheckResult, isRight, summary, writeReport } from "../../../scripts/audit/report.ts";
import { temporaryFolder } from "../temporary.ts";

const RIGHT: CheckResult = {
  check: "links",
  site: "seed",
  seconds: 1.2,
  findings: [{ page: "all pages", what: "10 links", value: "ok", ok: true }],
};
const WRONG: CheckResult = {
  check: "axe",
  site: "archive",
  seconds: 30,
  findings: [
    { page: "front", what: "light", value: "ok", ok: true },
    { page: "search", what: "dark", value: "1", ok: false, details: ["button-name: #open"] },
  ],
};

test("one wrong finding makes a check wrong", () => {
  expect([isRight(RIGHT), isRight(WRONG)]).toEqual([true, false]);
});

test("the summary tells what is wrong and not what is right", () => {
  const text = summary([RIGHT, WRONG]);
  expect(text).toMatch(/seed +links +ok/);
  expect(text).toMatch(/archive +axe +1 FAILED/);
  expect(text).toContain("search, dark: 1\n  button-name: #open");
  expect(text).not.toContain("front, light");
});

test("the report is written for people and for programs", () => {
  const folder = join(temporaryFolder(), "audit");
  writeReport([RIGHT, WRONG], folder);
  expect(JSON.parse(readFileSync(join(folder, "audit.json"), "utf8"))).toEqual([RIGHT, WRONG]);
  expect(readFileSync(join(folder, "audit.md"), "utf8")).toContain(
    "| search | dark | 1 | **failed** | button-name: #open |",
  );
});

test("a page of each kind is found, the long article by its headings and picture", () => {
  const folder = temporaryFolder({
    "index.html": "",
    "404.html": "",
    "search/index.html": "",
    "articles/a/index.html": "<h2>1</h2>",
    "articles/b/index.html": "<h2>1</h2><figure></figure>",
    "articles/c/index.html": "<h2>1</h2><h2>2</h2>",
    "headlines/index.html": "",
    "headlines/2026/11/23/index.html": "",
    "archive/index.html": "",
    "archive/2026/11/index.html": "",
    "topics/index.html": "",
    "topics/gorod/index.html": "",
  });
  const pages = new Map(kindPages(folder, "мост").map(({ kind, path }) => [kind, path]));
  expect(Object.fromEntries(pages)).toEqual({
    front: "",
    article: "articles/a/",
    "article-long": "articles/b/",
    headlines: "headlines/",
    "headlines-day": "headlines/2026/11/23/",
    topic: "topics/gorod/",
    topics: "topics/",
    archive: "archive/",
    month: "archive/2026/11/",
    search: "search/",
    "search-results": "search/?q=%D0%BC%D0%BE%D1%81%D1%82",
    "not-found": "no-such-page/",
  });
});

test("a page's address is its folder", () => {
  expect(addressOf("articles/most/index.html")).toBe("articles/most/");
  expect(addressOf("index.html")).toBe("");
  expect(addressOf("404.html")).toBe("404.html");
});
