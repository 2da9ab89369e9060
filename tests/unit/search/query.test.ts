import { describe, expect, test } from "vitest";
import { parseQuery } from "../../../src/search/engine/query.ts";
import { findSynonyms } from "../../../src/search/engine/synonyms.ts";
import { fc } from "../language/property.ts";

describe("parseQuery", () => {
  test("a minus before a number excludes nothing: it is below zero", () => {
    expect(parseQuery("мороз до −25 или -30 -снег")).toMatchObject({
      terms: ["мороз", "25", "30"],
      excluded: ["снег"],
    });
  });

  test("words, phrases and what is excluded", () => {
    expect(parseQuery("Где «новый мост» через реку -проект -Северо-Запад?")).toEqual({
      terms: ["новый", "мост", "реку"],
      stopWords: ["где", "через"],
      phrases: ["новый мост"],
      excluded: ["проект", "северо", "запад"],
      open: false,
    });
  });

  test("a hyphen inside a word excludes nothing", () => {
    expect(parseQuery("северо-западный")).toMatchObject({
      terms: ["северо", "западный"],
      excluded: [],
      open: true,
    });
  });

  test("a number in groups is one number", () => {
    expect(parseQuery("около 1 000 000 рублей за 20 000").terms).toEqual([
      "около",
      "1000000",
      "рублей",
      "20000",
    ]);
  });

  test("any text is taken apart, within bounds", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 3000 }), (text) => {
        const { terms, stopWords } = parseQuery(text);
        expect(terms.length).toBeLessThanOrEqual(32);
        expect(stopWords.length).toBeLessThanOrEqual(32);
      }),
    );
  });
});

describe("findSynonyms", () => {
  const groups = [
    [[["кнр"]], [["китаи", "китая", "китаем"]]],
    [
      [["нан"]],
      [
        ["национальная", "национальнои"],
        ["академия", "академии"],
        ["наук", "наука"],
      ],
    ],
    [[["млн"]], [["миллион", "миллиона", "млн"]]],
    [
      [["#"], ["мин"]],
      [["#"], ["минута", "минуту", "минут"]],
    ],
  ];

  test.each([
    [["китая"], [{ terms: ["китая"], others: [["кнр"]] }]],
    [["президент", "нан"], [{ terms: ["нан"], others: [["национальная", "академия", "наук"]] }]],
    [
      ["национальной", "академии", "наук"],
      [{ terms: ["национальной", "академии", "наук"], others: [["нан"]] }],
    ],
    [["академии", "наук"], []],
    // An abbreviation may be a form of what it stands for, and is no other name of itself.
    [["млн"], [{ terms: ["млн"], others: [["миллион"]] }]],
    [["миллиона"], [{ terms: ["миллиона"], others: [["млн"]] }]],
    // Beside a number alone a measure is meant.
    [["15", "мин"], [{ terms: ["15", "мин"], others: [["15", "минута"]] }]],
    [["15", "минут"], [{ terms: ["15", "минут"], others: [["15", "мин"]] }]],
    [["поле", "мин"], []],
    [["мин", "15"], []],
    [["минуту"], []],
    [[], []],
  ])("%j", (terms, matches) => {
    expect(findSynonyms(terms, groups)).toEqual(matches);
  });
});
