import { expect, test } from "vitest";
import { meantQuery } from "../../../src/search/ui/meant.ts";
import { periodsOf, todayIn } from "../../../src/search/ui/page/periods.ts";
import { findRelaxations } from "../../../src/search/ui/page/relaxations.ts";
import { rangeText, summaryOf } from "../../../src/search/ui/page/texts.ts";
import { resultAddress } from "../../../src/search/ui/result.ts";
import { readState, type SearchState } from "../../../src/search/ui/state.ts";

const asked = (query: string): SearchState => readState(new URLSearchParams({ q: query }));

test.each([
  [1, "Найден 1 результат"],
  [2, "Найдено 2 результата"],
  [5, "Найдено 5 результатов"],
  [11, "Найдено 11 результатов"],
  [21, "Найден 21 результат"],
  [0, "По запросу «мост» ничего не найдено"],
])("%i results are told in Russian", (count, text) => {
  expect(summaryOf(asked(" мост "), count)).toBe(text);
});

test("a range of days is told with the ends that it has", () => {
  expect(rangeText({})).toBe("");
  expect(rangeText({ from: "2026-11-01" })).toBe("с 1 ноября 2026");
  expect(rangeText({ to: "2026-11-30" })).toBe("по 30 ноября 2026");
  expect(rangeText({ from: "2026-11-05", to: "2026-11-05" })).toBe("5 ноября 2026");
  expect(rangeText({ from: "2026-11-01", to: "2026-11-30" })).toBe(
    "1 ноября 2026 — 30 ноября 2026",
  );
});

test("periods know months of all lengths and the turn of the year", () => {
  const periods = periodsOf("2024-03-05").map(({ from, to }) => `${from} ${to}`);
  expect(periods).toEqual([
    "2024-02-28 2024-03-05",
    "2024-03-01 2024-03-31",
    "2024-02-01 2024-02-29",
    "2024-01-01 2024-12-31",
    "2023-01-01 2023-12-31",
  ]);
  expect(periodsOf("2026-01-02")[2]).toMatchObject({ from: "2025-12-01", to: "2025-12-31" });
});

test("today is a day where the site is published", () => {
  const [west, east] = [todayIn("Pacific/Pago_Pago"), todayIn("Pacific/Kiritimati")];
  expect(west).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  // More than a day lies between the two.
  expect(east > west).toBe(true);
});

test("a corrected query keeps the words that were right", () => {
  const corrections = [
    { from: "vjcn", to: "мост", kind: "layout" },
    { from: "реква", to: "река", kind: "typo" },
    { from: "реква", to: "рекрут", kind: "typo" },
  ] as const;
  expect(meantQuery("новый vjcn, Реква", [])).toBe("новый vjcn, Реква");
  expect(meantQuery("новый vjcn Реква", corrections)).toBe("новый мост река");
  expect(meantQuery("«новый vjcn» рекваем", corrections)).toBe("«новый мост» рекваем");
  // Letters of the other layout are punctuation of this one.
  expect(meantQuery("yf,tht;yfz", [{ from: "yf,tht;yfz", to: "набережная", kind: "layout" }])).toBe(
    "набережная",
  );
  // A word in two pieces, beside a word that it is a piece of.
  const spaces = [{ from: "кунь-шань", to: "куньшань", kind: "typo" }] as const;
  expect(meantQuery("Закунь-шань и Кунь-Шань", spaces)).toBe("Закунь-шань и куньшань");
});

test("what an article marks stands in its address, before the hash", () => {
  const stems = ["мост", "рек"];
  const found = `?found=${encodeURIComponent("мост")}.${encodeURIComponent("рек")}`;
  expect(resultAddress("/news/articles/most/", stems)).toBe(`/news/articles/most/${found}`);
  expect(resultAddress("/articles/most/#glava", stems)).toBe(`/articles/most/${found}#glava`);
  expect(resultAddress("/headlines/2026/11/23/#most", stems)).toBe("/headlines/2026/11/23/#most");
  expect(resultAddress("/articles/most/", [])).toBe("/articles/most/");
  const many = Array.from({ length: 40 }, (_, number) => `s${number}`);
  expect(resultAddress("/articles/most/", many).split(".")).toHaveLength(12);
});

/** Finds so many results for a query, and none where anything narrows it down. */
function counter(counts: Readonly<Record<string, number>>) {
  return async ({ query, topic, from, asTyped }: SearchState): Promise<number> =>
    topic.length > 0 || from !== undefined || asTyped ? 0 : (counts[query] ?? 0);
}

async function ways(state: SearchState, counts: Readonly<Record<string, number>>) {
  const found = await findRelaxations(state, counter(counts));
  return found.map(({ name, count }) => `${name} ${count}`);
}

test("what would find something is offered, and only that", async () => {
  const narrow = { ...asked("мост"), topic: ["Город"], from: "2025-01-01" };
  expect(await ways(narrow, { мост: 12 })).toEqual(["без фильтров 12"]);
  expect(await ways(narrow, {})).toEqual([]);
  expect(await ways(asked("мост -река"), { мост: 2 })).toEqual(["без минуса 2"]);
  expect(await ways(asked("«мост река»"), { "мост река": 2 })).toEqual(["без кавычек 2"]);
  expect(await ways({ ...asked("vjcn"), asTyped: true }, { vjcn: 9 })).toEqual([
    "с исправлением опечаток 9",
  ]);
});

test("two things less are offered where one is not enough", async () => {
  const strict = { ...asked("мост -река"), topic: ["Город"] };
  expect(await ways(strict, { мост: 2 })).toEqual(["без фильтров и без минуса 2"]);
  expect(await ways(strict, { мост: 2, "мост -река": 1 })).toEqual(["без фильтров 1"]);
});
