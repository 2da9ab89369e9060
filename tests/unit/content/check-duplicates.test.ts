import { describe, expect, test } from "vitest";
import { randomNumbers } from "../../../scripts/random.ts";
import { findDuplicates, type Title } from "../../../src/content/check/duplicates.ts";
import { comparisonKey, isStopWord, stem } from "../../../src/language/index.ts";

const DAY = 24 * 60 * 60 * 1000;

function titles(...texts: readonly (string | readonly [text: string, day: number])[]): Title[] {
  return texts.map((one, index) => {
    const [text, day] = typeof one === "string" ? [one, undefined] : one;
    const epoch = day === undefined ? undefined : day * DAY;
    return { text, epoch, place: { file: "headlines.yaml", line: index + 1, column: 1 } };
  });
}

const linesOf = (all: readonly Title[]) => findDuplicates(all).map(({ line }) => line);

describe("headlines that say the same", () => {
  test.each([
    ["the same words", ["Открыт мост", "Открыт «мост»!"], [2]],
    [
      "other forms of them",
      ["Новый мост через реку в городе", "В городах новые мосты через реки"],
      [2],
    ],
    ["other numbers", ["Курс доллара составил 90 рублей", "Курс доллара составил 91 рубль"], []],
    ["other words", ["В городе открыт новый мост", "В городе закрыт старый мост"], []],
    ["a word more of five", ["Мэр города открыл мост", "Мэр города открыл новый мост"], [2]],
    ["a word more of four", ["Мэр открыл мост", "Мэр открыл новый мост"], []],
    ["short ones by chance", ["Новый мост", "Новые мосты"], []],
  ])("%s", (_, texts, lines) => {
    expect(linesOf(titles(...texts))).toEqual(lines);
  });

  test("within seven days, and whatever the day where there is none", () => {
    const text = "Погода на завтра в городе";
    expect(linesOf(titles([text, 1], [text, 8]))).toEqual([2]);
    expect(linesOf(titles([text, 1], [text, 9]))).toEqual([]);
    expect(linesOf(titles([text, 9], [text, 8]))).toEqual([1]);
    expect(linesOf(titles(text, [text, 9]))).toEqual([1]);
  });

  test("only those that are asked for", () => {
    const text = "Погода на завтра в городе";
    const asked = findDuplicates(titles(text, text, "Иное"), ({ place }) => place.line === 1);
    expect(asked.map(({ line }) => line)).toEqual([1]);
  });
});

const WORDS = "мост река город школа сад трамвай площадь музей дорога парк театр завод".split(" ");

function random(count: number, words: readonly string[], length: number): Title[] {
  const next = randomNumbers(3);
  const pick = (): string => words[Math.floor(next() * words.length)] ?? "";
  return titles(
    ...Array.from({ length: count }, (): readonly [string, number] => {
      return [Array.from({ length }, pick).join(" "), Math.floor(next() * 300)];
    }),
  );
}

test("the same are found as by comparing each with each", () => {
  const all = random(400, WORDS, 5);
  const stems = all.map(({ text }) => {
    return new Set(
      comparisonKey(text)
        .split(" ")
        .filter((word) => !isStopWord(word))
        .map(stem),
    );
  });
  const isAlike = (a: number, b: number): boolean => {
    const [x, y] = [stems[a] ?? new Set(), stems[b] ?? new Set()];
    const common = [...x].filter((one) => y.has(one)).length;
    const isNear = Math.abs((all[a]?.epoch ?? 0) - (all[b]?.epoch ?? 0)) <= 7 * DAY;
    const isSame = all[a]?.text === all[b]?.text;
    const isLong = Math.min(x.size, y.size) >= 3;
    return isNear && (isSame || (isLong && common / (x.size + y.size - common) >= 0.8));
  };
  const inTime = all.map((_, index) => index);
  inTime.sort((a, b) => (all[a]?.epoch ?? 0) - (all[b]?.epoch ?? 0) || a - b);
  const expected = inTime.filter((b, at) => inTime.slice(0, at).some((a) => isAlike(a, b)));
  expect(expected.length).toBeGreaterThan(5);
  expect(linesOf(all)).toEqual(expected.map((index) => index + 1));
});

test("ten thousand: the same every day, and by chance", () => {
  const daily = titles(...Array.from({ length: 10_000 }, (_, day) => ["Погода", day] as const));
  expect(findDuplicates(daily)).toHaveLength(9999);
  const next = randomNumbers(5);
  const letter = (): string => "абвгдежзиклмнопрст"[Math.floor(next() * 18)] ?? "";
  const words = Array.from({ length: 3000 }, () => Array.from({ length: 6 }, letter).join(""));
  expect(findDuplicates(random(10_000, words, 8))).toEqual([]);
});
