import { beforeAll, describe, expect, test } from "vitest";
import {
  type SeenAbbreviation,
  seenAbbreviations,
} from "../../../src/index/leaf/explained-abbreviations.ts";
import { Dictionary } from "../../../src/index/lexicon/dictionary.ts";
import { namedAbbreviations } from "../../../src/index/lexicon/named-abbreviations.ts";
import { breakWords } from "../../../src/language/index.ts";

describe("seenAbbreviations", () => {
  test.each([
    [
      "Всемирная организация здравоохранения (ВОЗ) сообщила",
      "Всемирная организация здравоохранения",
    ],
    ["на сайте Фонда борьбы с коррупцией (ФБК).", "Фонда борьбы с коррупцией"],
    ["партия «Единая Россия» (ЕР)—первая", "Единая Россия"],
    [
      "по данным «Научно-исследовательского института» (НИИ)",
      "Научно-исследовательского института",
    ],
    ["в Социал-демократической партии (СП)", "Социал-демократической партии"],
    ["Союз «Сила и истина» (СИ)", "Сила и истина"],
    ["Союз «Сила и истина» (СИИ)", "Сила и истина"],
    ["Экономический форум йогуртов (ЭФЙ)", "Экономический форум йогуртов"],
    ["Ёмкая единая машина (ЕЕМ)", "Ёмкая единая машина"],
    ["World Health Organization (WHO)", "World Health Organization"],
  ])("%s", (text, name) => {
    const abbreviation = /\((\p{Lu}+)\)/u.exec(text)?.[1];
    expect(seenAbbreviations([breakWords(text)])).toEqual([
      { abbreviation, name, pages: 1, isUsed: false },
    ]);
  });

  test.each([
    "Организация Всемирная здравоохранения (ВОЗ)",
    "Всемирная торговая организация здравоохранения (ВОЗ)",
    "Всемирная организация. Здравоохранения (ВОЗ)",
    "Всемирная организация здравоохранения, как известно (ВОЗ)",
    "Всемирная организация здравоохранения(ВОЗ)",
    "Всемирная организация здравоохранения (воз)",
    "организация здравоохранения (ВОЗ)",
    "Программное обеспечение (ПО)",
    "А Б В Г Д Е Ж З И (АБВГДЕЖЗИ)",
    "Фонд и (ФИ)",
  ])("%s says nothing", (text) => {
    expect(seenAbbreviations([text])).toEqual([]);
  });

  test("a page counts once, and tells whether it uses the abbreviation again", () => {
    const name = "Лига рыболовов";
    const once = `${name} (ЛР) и ещё раз ${name} в МЛР`;
    expect(seenAbbreviations([once, once])).toEqual([
      { abbreviation: "ЛР", name, pages: 2, isUsed: false },
    ]);
    expect(seenAbbreviations([once, `${name} (ЛР). Глава ЛР ушёл`])).toEqual([
      { abbreviation: "ЛР", name, pages: 2, isUsed: true },
    ]);
  });
});

describe("namedAbbreviations", () => {
  let dictionary: Dictionary;

  beforeAll(async () => {
    dictionary = await Dictionary.load();
  });

  function seen(name: string, pages: number, isUsed = false): SeenAbbreviation {
    return { abbreviation: "ЛР", name, pages, isUsed };
  }

  function linesOf(own: readonly SeenAbbreviation[], synonyms: string[][] = []): string[] {
    return namedAbbreviations(own, synonyms, dictionary).map(({ line }) => line);
  }

  test("two pages say it, in whatever form, or one that uses the abbreviation again", () => {
    expect(linesOf([seen("Лига рыболовов", 1)])).toEqual([]);
    expect(linesOf([seen("Лига рыболовов", 1, true)])).toEqual(["ЛР\tЛига рыболовов"]);
    expect(linesOf([seen("Лига рыболовов", 1), seen("Лига рыболовов", 1)])).toEqual([
      "ЛР\tЛига рыболовов",
    ]);
  });

  test("forms of a name are one name, which is told as dictionaries give it", () => {
    const forms = [
      seen("Лиги рыболовов", 5),
      seen("Лигой рыболовов", 1),
      seen("Лига рыболовов", 1),
    ];
    expect(linesOf(forms)).toEqual(["ЛР\tЛига рыболовов"]);
  });

  test("of two names one must be twice as common", () => {
    const [fishers, editors] = [seen("Лига рыболовов", 3, true), seen("Лига редакторов", 2, true)];
    expect(linesOf([fishers, editors])).toEqual([]);
    expect(linesOf([seen("Лиги рыболовов", 1), fishers, editors])).toEqual(["ЛР\tЛига рыболовов"]);
  });

  test("what editors say of an abbreviation is all that is said", () => {
    const own = [seen("Лига рыболовов", 2)];
    expect(linesOf(own, [["лр", "Литературная Россия"]])).toEqual([]);
    expect(linesOf(own, [["рыболовы", "Лига рыболовов"]])).toHaveLength(1);
  });

  test("it is found beside itself and beside all forms of the longest word", () => {
    const [found] = namedAbbreviations([seen("Лига рыболовов", 2)], [], dictionary);
    expect(found?.keys).toEqual(expect.arrayContaining(["лр", "рыболов", "рыболовами"]));
    expect(found?.keys).not.toContain("лига");
  });
});
