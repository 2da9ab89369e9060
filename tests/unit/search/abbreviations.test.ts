import { expect, test } from "vitest";
import { findAbbreviations } from "../../../src/search/engine/asked-abbreviations.ts";
import { engineOver, found } from "./archive.ts";

const LINE = "ВОЗ\tВсемирной организации здравоохранения";

test("an abbreviation stands for its name, as the archive writes it", () => {
  expect(findAbbreviations(["глава", "воз"], [LINE])).toEqual([
    {
      terms: ["воз"],
      others: [["всемирной", "организации", "здравоохранения"]],
      name: "Всемирной организации здравоохранения",
    },
  ]);
});

test("a name stands for its abbreviation in any form, word behind word", () => {
  const terms = ["глава", "всемирная", "организация", "здравоохранения"];
  expect(findAbbreviations(terms, [LINE])).toEqual([
    { terms: terms.slice(1), others: [["воз"]], name: "ВОЗ" },
  ]);
  expect(findAbbreviations(["организация", "всемирная", "здравоохранения"], [LINE])).toEqual([]);
});

test("a query that holds both needs neither, and a form of another word is no abbreviation", () => {
  const terms = ["всемирная", "организация", "здравоохранения", "воз"];
  expect(findAbbreviations(terms, [LINE])).toEqual([]);
  expect(findAbbreviations(["возы"], [LINE])).toEqual([]);
});

test("stop words of a name are not asked for, and forms of it in two segments are one", () => {
  const lines = ["ФБК\tФонд борьбы с коррупцией", "ФБК\tФонда борьбы с коррупцией"];
  expect(findAbbreviations(["фбк"], lines)).toEqual([
    {
      terms: ["фбк"],
      others: [["фонд", "борьбы", "коррупцией"]],
      name: "Фонд борьбы с коррупцией",
    },
  ]);
});

test("what the archive itself explains is found by both, exact words first", async () => {
  const engine = await engineOver({
    both: "Лига морских рыболовов (ЛМР) выбрала главу. В ЛМР двести человек.",
    full: "Вчера о том же писали в Лиге морских рыболовов.",
    short: "Вчера о том же писали в ЛМР.",
    apart: "Рыболовы поймали окуня, лига закрылась, а морских судов всё больше и больше.",
  });
  expect((await found(engine, "ЛМР")).names).toEqual(["both", "short", "full"]);
  expect((await engine.search("ЛМР")).synonyms).toEqual([
    { from: "лмр", to: ["Лига морских рыболовов"] },
  ]);
  const { names } = await found(engine, "лигу морских рыболовов");
  expect(names.slice(0, 2)).toEqual(["both", "full"]);
  expect(names).toContain("short");
  expect((await engine.search("лига морских рыболовов")).synonyms).toEqual([
    { from: "лига морских рыболовов", to: ["ЛМР"] },
  ]);
  expect((await engine.search("лига морских рыболовов ЛМР")).synonyms).toEqual([]);
});
