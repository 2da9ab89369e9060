import { beforeAll, describe, expect, test } from "vitest";
import type { Engine } from "../../../src/search/engine/engine.ts";
import { engineOver, found } from "./archive.ts";

const TEXTS = {
  forms: "Парад прошёл по Красной площади утром.",
  apart: "На площади города стоял красный трамвай.",
  reversed: "Площадь красная от флагов.",
  virus: "Прививки от COVID-19 начались весной.",
  nineteen: "Вирусу covid 8 лет, больных 19 человек.",
  twins: "Актриса Жа Жа Габор снималась в кино.",
  single: "Буква жа в слове габор.",
  bridge: "Построен новый мост через реку Двину.",
  film: "Премьера фильма «Новый день» прошла в кинотеатре Ракета.",
  cinema: "Кинотеатр Ракета закрыт на ремонт.",
};

let engine: Engine;

beforeAll(async () => {
  engine = await engineOver(TEXTS);
});

describe("a phrase that is nearly the whole query", () => {
  test.each([
    ["in any form, in its order", '"Красная площадь"', ["forms"]],
    ["beside one word more", "«красная площадь» парад", ["forms"]],
    ["digits and hyphens apart", '"COVID-19"', ["virus"]],
    ["without its hyphen", '"covid 19"', ["virus"]],
    ["a word that stands twice", '"жа жа"', ["twins"]],
    ["with a stop word in it", "„мост через реку“", ["bridge"]],
    ["one word", '"мосты"', ["bridge"]],
  ])("%s: %s", async (_, query, names) => {
    expect(await found(engine, query)).toEqual({ names, apart: [] });
  });

  test("that stands nowhere is told, and its words are looked for", async () => {
    expect(await found(engine, '"мост новый"')).toEqual({
      names: ["bridge", "film"],
      apart: ["мост новый"],
    });
    expect((await found(engine, '"площадь Ракета"')).apart).toEqual(["площадь Ракета"]);
  });

  test("of two phrases the one that stands somewhere is kept", async () => {
    expect(await found(engine, '"новый мост" "день площади"')).toEqual({
      names: ["bridge"],
      apart: ["день площади"],
    });
  });
});

test("a name in the quotation marks of a sentence keeps no other page out", async () => {
  const query = "В кинотеатре «Ракета» прошла премьера фильма актрисы";
  expect(await found(engine, query)).toEqual({
    names: ["film", "cinema", "twins", "forms"],
    apart: [],
  });
});
