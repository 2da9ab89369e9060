import { beforeAll, describe, expect, test } from "vitest";
import type { Engine } from "../../../src/search/engine/engine.ts";
import { engineOver, found } from "./archive.ts";

const TEXTS = {
  together: "Мешок весит 40кг, цена 5млн.",
  spaced: "Мешок весит 25 кг, цена 7 млн.",
  network: "В городе включили 5G-сети.",
  fifth: "Пятый канал: 5 новых серий о жизни g.",
  gas: "Выбросы CO₂ выросли до 10 м³.",
  arena: "Концерт в «Минск-Арене»… завершён.",
  channel: "Открыт „YouTube-канал“— смотрите.",
  plane: "Сел самолёт Як-18Т.",
  capital: "Парад в Mocкве, прививки от СОVID.",
  anniversary: "Отмечают 68-ю годовщину.",
  meeting: "Прошла видеоконференция учёных.",
  film: "Снято видео о музее.",
  towns: "Великие Луки встречают гостей.",
  bows: "Луки и стрелы, великие мастера.",
  score: "Матч закончился со счётом 3:1 утром.",
  scores: "Из 3 команд 1 выбыла, 3 остались, 1 ждёт.",
  share: "Рост на 12,5 процента.",
  shares: "Рост на 5 процентов за 12 месяцев.",
  missile: "Расчёты С-300 и Ту-154 на учениях.",
  route: "С утра поедут 300 машин и 154 автобуса.",
  cafe: "В кафе работает Wi-Fi на Linux.",
  icons: "Иконы XVII века и танк Максима.",
  nineties: "Фильмы 90-х покажут 17 раз.",
  castle: "Открыт Ста\u0301рый за\u0301мок, экскур\u00adсоводы ждут.",
};

let engine: Engine;

beforeAll(async () => {
  engine = await engineOver(TEXTS);
});

describe("written together or apart, in the text or in the query", () => {
  test.each([
    ["40 кг", "together"],
    ["40кг", "together"],
    ["5 млн", "together"],
    ["25кг", "spaced"],
    ["7млн", "spaced"],
    ["5g", "network"],
    ["5G сеть", "network"],
    ["co2", "gas"],
    ["СО2", "gas"],
    ["10 м3", "gas"],
    ["10м³", "gas"],
    ["минск арена", "arena"],
    ["арена", "arena"],
    ["youtube", "channel"],
    ["Youtube-Канал", "channel"],
    ["як18т", "plane"],
    ["Як 18 Т", "plane"],
    ["москва", "capital"],
    ["мoсква", "capital"],
    ["covid", "capital"],
    ["68-я годовщина", "anniversary"],
    ["видео конференция", "meeting"],
    ["видео-конференции", "meeting"],
    ["с300", "missile"],
    ["ту154", "missile"],
    ["wifi", "cafe"],
    ["5г сеть", "network"],
    ["5г", "network"],
    ["линукс", "cafe"],
    ["maxim", "icons"],
    ["17 век", "icons"],
    ["90е", "nineties"],
  ])("«%s» finds %s first", async (query, name) => {
    expect((await found(engine, query)).names[0]).toBe(name);
  });

  test("letters and digits that stand together are one word: pages with one of them are not found", async () => {
    expect((await found(engine, "40кг")).names).toEqual(["together"]);
    expect((await found(engine, "5G")).names).toEqual(["network"]);
    expect((await found(engine, "с300")).names).toEqual(["missile"]);
    expect((await engine.search("25кг")).synonyms).toEqual([]);
  });
});

describe("words that stand together come before words apart", () => {
  test.each([
    ["Великие Луки", ["towns", "bows"]],
    ["счёт 3:1", ["score", "scores", "gas"]],
    ["3:1", ["score", "scores", "gas"]],
    ["12,5", ["share", "shares", "fifth", "together", "network"]],
  ])("%s", async (query, names) => {
    expect((await found(engine, query)).names).toEqual(names);
  });
});

test("what was put right has no stress marks, and letters are never taken for signs", async () => {
  expect((await engine.search("экскурсоводв")).corrections).toMatchObject([{ to: "экскурсоводы" }]);
  expect((await engine.search("pfvjr")).corrections).toMatchObject([{ to: "замок" }]);
  expect((await engine.search("б154")).corrections).toEqual([]);
});

test("a commoner word that may be meant is spelled as its pages spell it", async () => {
  const common = Array.from({ length: 20 }, (_, at) => {
    return [`page${at}`, at === 0 ? "Встреча с Ландией прошла." : "Ландия победила."];
  });
  const texts = { ...Object.fromEntries(common), slip: "Письмо для Лагдией пришло." };
  const { suggestion } = await (await engineOver(texts)).search("лагдией");
  expect(suggestion).toBe("ландия");
});
