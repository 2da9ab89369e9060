import { afterEach, expect, test, vi } from "vitest";
import { decide, filesIn, nameOf, placed } from "../../../src/admin/browser/cms-hooks.ts";
import { withPlaceholders } from "../../../src/admin/browser/placeholders.ts";
import { draftOf } from "../../../src/content/index.ts";

const ZONE = "Asia/Vladivostok";
decide({ articles: "articles", content: "my/content", pages: "my/content/pages", timeZone: ZONE });

afterEach(() => {
  vi.useRealTimers();
});

test.each([
  ["my/content/most.md", "most"],
  ["my/content/2025/most.md", "2025/most"],
  ["my/content/2026/most/index.md", "2026/most/index"],
  ["my/content/pagesofold/most.md", "pagesofold/most"],
  ["my/content/pages/kontakty.md", undefined],
  ["my/content/.most.md", undefined],
  ["my/content/.git/most.md", undefined],
  ["my/contents/most.md", undefined],
  ["my/content/most.jpg", undefined],
])("of the articles, %s is %s", (path, place) => {
  expect(filesIn("my/content").exec(path)?.groups?.subPath).toBe(place);
});

test("pages that are no news are a collection of their own", () => {
  const files = filesIn("my/content/pages");
  expect(files.exec("my/content/pages/redaktsiia/istoriia.md")?.groups?.subPath).toBe(
    "redaktsiia/istoriia",
  );
  expect(files.test("my/content/most.md")).toBe(false);
});

test.each(["2026-12-31T12:00:00Z", "2026-12-31T15:00:00Z", "2027-01-01T00:00:00Z"])(
  "at %s a new article goes where `vestnik new` puts it",
  (moment) => {
    vi.useFakeTimers({ now: new Date(moment) });
    const title = `Щёлково: «Юный ёж» ${"и его друзья ".repeat(9)}`;
    const { path } = draftOf({ title, topics: [], now: Date.now() }, ZONE);
    expect(`${placed(nameOf(title), "articles")}.md`).toBe(path);
    expect(placed("kontakty", "pages")).toBe("kontakty");
  },
);

test("lists of lines are given as the CMS keeps them", () => {
  const values = {
    title: "А",
    topics: ["Город", "Река"],
    aliases: [],
    corrections: [{ text: "Б" }],
  };
  expect(withPlaceholders(values)).toEqual({
    title: "А",
    topics: [],
    "topics.0": "Город",
    "topics.1": "Река",
    aliases: [],
    corrections: [{ text: "Б" }],
  });
});
