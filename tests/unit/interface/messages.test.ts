import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  baseOf,
  english,
  localeOf,
  type MessageKey,
  type Plural,
  placeholdersIn,
  russian,
  text,
  textWith,
} from "../../../src/interface/index.ts";

const KEYS = Object.keys(russian) as MessageKey[];
const LANGUAGES = { ru: russian, en: english } as const;

const formsOf = (message: string | Plural): string[] =>
  typeof message === "string" ? [message] : Object.values(message);

const namesIn = (message: string | Plural): string[] =>
  [...new Set(formsOf(message).flatMap(placeholdersIn))].sort();

test("both languages say the same: the same strings, with the same values in them", () => {
  expect(Object.keys(english)).toEqual(KEYS);
  for (const key of KEYS) {
    expect(typeof english[key], key).toBe(typeof russian[key]);
    expect(namesIn(english[key]), key).toEqual(namesIn(russian[key]));
  }
});

test.each(Object.entries(LANGUAGES))(
  "plurals of %s have a form for each count",
  (language, all) => {
    const rules = new Intl.PluralRules(language);
    const counts = Array.from({ length: 200 }, (_, count) => rules.select(count));
    for (const key of KEYS) {
      const message: string | Plural = all[key];
      if (typeof message === "string") continue;
      expect(Object.keys(message).sort(), key).toEqual([...new Set(counts)].sort());
    }
  },
);

test("no string is empty, and none is in the letters of the other language", () => {
  for (const key of KEYS) {
    for (const form of [...formsOf(russian[key]), ...formsOf(english[key])]) {
      expect(form.trim(), key).not.toBe("");
    }
    for (const form of formsOf(english[key])) expect(form, key).not.toMatch(/\p{Script=Cyrillic}/u);
  }
});

/** All code that readers' strings may be named in. */
function code(): string {
  const files = readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !/^interface\/(?:russian|english)/.test(name))
    .map((name) => join("src", name));
  return files.map((file) => readFileSync(file, "utf8")).join("\n");
}

test("every string is shown somewhere", () => {
  const all = code();
  expect(KEYS.filter((key) => !all.includes(`"${key}"`))).toEqual([]);
});

test("pages, feeds and scripts have no words of their own", () => {
  const own = ["src/site", "src/reader", "src/search/ui"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => join(folder, name)),
  );
  const withWords = own.filter((file) => {
    const bare = readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
    return /[«"'`>][^\n]*\p{Script=Cyrillic}{3}/u.test(bare);
  });
  // What an editor is told of a page that replaces none.
  expect(withWords).toEqual(["src/site/eleventy/overrides.ts"]);
});

describe("a string", () => {
  const russianSite = { language: "ru" };

  test("has its values and the form of its count", () => {
    expect(text(russianSite, "search.count", { count: 21 })).toBe("21 результат");
    expect(text(russianSite, "search.count", { count: 3 })).toBe("3 результата");
    expect(text({ language: "en-GB" }, "search.count", { count: 1 })).toBe("1 result");
    expect(text(russianSite, "search.asTyped", { query: "{x} $& <b>" })).toBe(
      "Искать «{x} $& <b>»",
    );
  });

  test("has elements in its places", () => {
    const link = { href: "/" };
    expect(textWith(russianSite, "article.source", { source: link })).toEqual(["Источник: ", link]);
  });

  test("is the newspaper's own where it has one", () => {
    const own = { language: "en", messages: { "page.topics": "Subjects" } };
    expect(text(own, "page.topics")).toBe("Subjects");
    expect(text(own, "page.articles")).toBe("Articles");
  });

  test("of a language that is not spoken here is English, counted as in English", () => {
    expect(baseOf("be").messages).toBe(english);
    expect(text({ language: "be" }, "search.count", { count: 21 })).toBe("21 results");
    const messages = { "search.count": { one: "{count} вынік", few: "{count} вынікі", many: "-" } };
    expect(text({ language: "be", messages }, "search.count", { count: 21 })).toBe("21 вынік");
  });
});

test("what Intl cannot read of a tag is left out", () => {
  expect(["ru", "en-GB", "en-a", "zh-Hans"].map(localeOf)).toEqual([
    "ru",
    "en-GB",
    "en",
    "zh-Hans",
  ]);
});
