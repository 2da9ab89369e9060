import { expect, test } from "vitest";
import type { FoundPage, PublishedSearch } from "../../../src/build/checks/published-search.ts";
import { searchTitle } from "../../../src/build/checks/title-search.ts";

const others = (count: number): FoundPage[] =>
  Array.from({ length: count }, (_, number) => ({ url: `/articles/other-${number}/` }));

/** A search that answers by the text it is asked, or by «text@day» where it is asked for one day. */
function searchOf(answers: Readonly<Record<string, readonly FoundPage[]>>): PublishedSearch {
  return {
    search: async (text, options) => {
      const day = options?.published === undefined ? "" : `@${options.published.from}`;
      const pages = answers[text + day] ?? [];
      return { results: pages.map((found) => ({ data: async () => found })) };
    },
  };
}

const OWN = { url: "/articles/own/" };
const DAY = "2026-11-20";

const outcome = (answers: Parameters<typeof searchOf>[0], title = "Погода", day?: string) =>
  searchTitle(searchOf(answers), { title, path: "/articles/own/", day });

test("an article is found among the first hundred results or those of its day, and not behind", async () => {
  const behind = { Погода: [...others(100), OWN] };
  expect(await outcome({ Погода: [...others(99), OWN] }, "Погода", DAY)).toBe("found");
  expect(await outcome(behind, "Погода", DAY)).toBe("missing");
  expect(await outcome({ ...behind, [`Погода@${DAY}`]: others(300) }, "Погода", DAY)).toBe(
    "missing",
  );
  const ofDay = { ...behind, [`Погода@${DAY}`]: [...others(300), OWN] };
  expect(await outcome(ofDay, "Погода", DAY)).toBe("found");
});

test("one without a date is found among all results", async () => {
  expect(await outcome({ Погода: [...others(1999), OWN] })).toBe("found");
  expect(await outcome({ Погода: others(2000) })).toBe("missing");
});

test("of more results than can be looked at nobody says that one is missing", async () => {
  expect(await outcome({ Погода: others(2001) })).toBe("found");
  const answers = { Погода: others(101), [`Погода@${DAY}`]: others(2001) };
  expect(await outcome(answers, "Погода", DAY)).toBe("found");
});

test("an address is the same, spelled by the browser or by the file's name", async () => {
  const search = searchOf({ Мост: [{ url: "/articles/%D0%BC%D0%BE%D1%81%D1%82/" }] });
  const own = { title: "Мост", path: "/articles/мост/", day: undefined };
  expect(await searchTitle(search, own)).toBe("found");
});

test.each(["!!!", "❤️", "«…»", ""])("there is nothing to look for in «%s»", async (title) => {
  expect(await outcome({}, title)).toBe("found");
});

test.each([
  ["Ночью до −25 °C", "Ночью до 25"],
  ["Минск -столица", "Минск столица"],
  ["«Ты да я» — спектакль д’Арк", "Ты да спектакль"],
])("where «%s» finds nothing, its plain words do", async (title, words) => {
  expect(await outcome({ [words]: [OWN] }, title)).toBe("by-words");
  expect(await outcome({ [words]: others(3) }, title)).toBe("missing");
});

test.each(["2-й", "9-1-1", "Москва—Минск", "а/б", "Я"])("«%s» has no plain word", async (title) => {
  expect(await outcome({}, title)).toBe("no-words");
});
