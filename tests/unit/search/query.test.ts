import { describe, expect, test } from "vitest";
import {
  findSynonyms,
  writtenApart,
  writtenInDigits,
  writtenTogether,
} from "../../../src/search/engine/asked-synonyms.ts";
import { parseQuery } from "../../../src/search/engine/query.ts";
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
      sequence: ["где", "новый", "мост", "через", "реку"],
      names: new Set(),
      phrases: ["новый мост"],
      isQuoted: true,
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

  test.each([
    ['"новый мост" Минск', ["новый мост"], true],
    ['"новый мост" через реку в Минске', ["новый мост"], false],
    ["«Пояс и путь» “шёлковый путь” конференция", ["Пояс и путь", "шёлковый путь"], true],
    ['премьера "Выжившие"', ["Выжившие"], false],
    ['"Выжившие"', ["Выжившие"], true],
    ['"и в"', ["и в"], true],
    ['"незакрытая', [], false],
    ['"…" мост', [], false],
  ])("%s must stand so only where quotation marks are nearly all", (text, phrases, isQuoted) => {
    expect(parseQuery(text)).toMatchObject({ phrases, isQuoted });
  });

  test.each([
    ["Смерть Роберта Мугабе в Санкт-Петербурге", ["роберта", "мугабе", "санкт", "петербурге"]],
    ["как «Зенит» сыграл с ЦСКА", ["зенит", "цска"]],
    // Any word begins a query with a capital, and of words that all do nothing is told.
    ["Новости сегодня", []],
    ["Новый Мост Через Реку", []],
    ["КУРС ВАЛЮТ", []],
  ])("names in «%s» are %j", (text, names) => {
    expect([...parseQuery(text).names]).toEqual(names);
  });

  test("a number of a telephone is no number in groups", () => {
    expect(parseQuery("29 123-45-67").terms).toEqual(["29", "123", "45", "67"]);
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

test.each([
  [
    ["1000", "2026", "123"],
    ["1 000", "2 026"],
  ],
  [
    ["40кг", "a320neo", "мост"],
    ["40 кг", "a 320 neo"],
  ],
  [
    ["1с", "а320", "3f9c2a71b"],
    ["1 c", "a 320"],
  ],
  [["5и", "за2"], []],
])("%j may be written apart: %j", (terms, apart) => {
  const others = writtenApart(terms).map(({ others: [pieces = []] }) => pieces.join(" "));
  expect(others).toEqual(apart);
});

test("words may be one, where no other part of the lexicon has to be fetched to know it", () => {
  const spans = writtenTogether(["видео", "конференция", "и", "её", "архив", "2026", "года"]);
  expect(spans.map(({ terms, others }) => [terms, others])).toEqual([
    [["видео", "конференция"], [["видеоконференция"]]],
  ]);
  expect(writtenTogether(["мост", "река"])).toEqual([]);
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

test("a number in words is looked for in digits as well", () => {
  expect(writtenInDigits(["в", "шестьдесят", "восьмую", "годовщину"])).toEqual([
    { terms: ["шестьдесят", "восьмую"], others: [["68"]], isSpelling: true },
  ]);
  expect(writtenInDigits(["восьмая", "годовщина"])).toEqual([]);
});
