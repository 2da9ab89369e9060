import { describe, expect, test } from "vitest";
import {
  fold,
  foundWords,
  inOneAlphabet,
  lettersAndDigits,
  searchedWords,
} from "../../../src/language/index.ts";

describe("words as they are searched", () => {
  test.each([
    ["«Минск-Арене»", "минск арене"],
    ["„Кремль-Палас“…“Интер-Пресс”—агентство", "кремль палас интер пресс агентство"],
    ["YouTube-канал и КамАЗ-рейс", "youtube канал и камаз рейс"],
    ["Чемпионат д’Арка", "чемпионат д арка"],
    ["40кг, 12,5 и 3:1", "40кг 12 5 и 3 1"],
    ["CO₂, 10 м³, x²", "co2 10 м3 x2"],
    ["10⁶ и 2½", "10 6 и 2 1 2"],
    ["№5, ﬁlm, Ⅶ", "5 film vii"],
    ["Куньша́нь пере\u00adнос Мо\u200bст", "куньшань перенос мост"],
    ["Mocква, СОVID-19", "москва covid 19"],
    ["68-ю, 2-й, 90-е, 5-го", "68 2 90 5"],
    ["90е, 2й, 5-ти, 10м, Т-90М", "90 2 5 10м т 90м"],
    ["20-летие, 100-тысячный", "20 летие 100 тысячный"],
    ["Ёлки и йод", "ёлки и йод"],
  ])("%s", (text, expected) => {
    expect(searchedWords(text).join(" ")).toBe(expected);
  });

  test("a text is found by letters and digits that stand together, too", () => {
    expect(foundWords("5G-сети")).toEqual(["5g", "5", "g", "сети"]);
    expect(foundWords("мост")).toEqual(["мост"]);
    expect(foundWords("С-300")).toEqual(["с", "300", "с300"]);
    expect(foundWords("Wi-Fi")).toEqual(["wi", "fi", "wifi"]);
    expect(foundWords("1941-1945")).toEqual(["1941", "1945"]);
    expect(lettersAndDigits("a320neo")).toEqual(["a", "320", "neo"]);
    expect(lettersAndDigits("3f9c2a71b")).toEqual(["3f9c2a71b"]);
  });
});

describe("one alphabet", () => {
  test.each([
    ["Mocква", "Москва"],
    ["прoтив", "против"],
    ["СОVID", "COVID"],
    ["Мiнск", "Мінск"],
    ["ХХI", "XXI"],
    ["IT-компания", "IT-компания"],
    ["PRщик", "PRщик"],
    ["сор и cop", "сор и cop"],
  ])("%s is %s", (text, meant) => {
    expect(inOneAlphabet(text)).toBe(meant);
  });

  test("beside digits letters that look alike are one letter; і is и", () => {
    expect(fold("СО2")).toBe(fold("CO2"));
    expect(fold("А320")).toBe(fold("A320"));
    expect(fold("Россія")).toBe("россия");
    expect(fold("сор")).not.toBe(fold("cop"));
  });
});
