import { describe, expect, test } from "vitest";
import { DateError, formatDate, newestFirst, parseDate } from "../../../src/content/model/dates.ts";

const MOSCOW = "Europe/Moscow";

describe("parseDate", () => {
  test.each([
    ["2026-11-23", "2026-11-23"],
    ["23.11.2026", "2026-11-23"],
    ["3.1.2026", "2026-01-03"],
    ["29.02.2024", "2024-02-29"],
    ["2026-11-23 14:30", "2026-11-23T14:30:00+03:00"],
    ["23.11.2026, 14:30", "2026-11-23T14:30:00+03:00"],
    ["2026-11-23T14:30:05Z", "2026-11-23T17:30:05+03:00"],
    ["2026-11-23T23:30:00-05:00", "2026-11-24T07:30:00+03:00"],
    ["2026-11-23T14:30+0800", "2026-11-23T09:30:00+03:00"],
    ["25 ноября 2026", "2026-11-25"],
    ["1 Мая 2026 г.", "2026-05-01"],
    ["5 дек. 2026 года, 9:05", "2026-12-05T09:05:00+03:00"],
    ["23 сент 2026 в 14:30", "2026-09-23T14:30:00+03:00"],
  ])("%s is %s in Moscow", (raw, iso) => {
    expect(parseDate(raw, MOSCOW).iso).toBe(iso);
  });

  test("a time belongs to the day that the site's zone has then", () => {
    expect(parseDate("2026-11-23T23:30:00Z", MOSCOW).day).toBe("2026-11-24");
    expect(parseDate("2026-11-23T23:30:00Z", "America/New_York").day).toBe("2026-11-23");
  });

  test.each([
    ["31.02.2026", "такой даты нет: «31.02.2026» (дней в этом месяце: 28)."],
    ["2026-02-30", "такой даты нет: «2026-02-30» (дней в этом месяце: 28)."],
    ["2026-13-01", "такой даты нет: «2026-13-01» (месяцев двенадцать)."],
    ["2026-11-23 25:00", "такой даты нет: «2026-11-23 25:00» (время от 00:00 до 23:59)."],
    ["31 ноября 2026", "такой даты нет: «31 ноября 2026» (дней в этом месяце: 30)."],
    ["25 нябр 2026", "«25 нябр 2026» не похоже на дату."],
    ["25 ма 2026", "«25 ма 2026» не похоже на дату."],
    ["вчера", "«вчера» не похоже на дату."],
    ["11/23/2026", "«11/23/2026» не похоже на дату."],
    ["", "«» не похоже на дату."],
  ])("%s is refused", (raw, message) => {
    expect(() => parseDate(raw, MOSCOW)).toThrow(new DateError(message));
  });
});

describe("formatDate", () => {
  test.each([
    ["2026-01-05", "5 января 2026"],
    ["2026-02-05", "5 февраля 2026"],
    ["2026-03-05", "5 марта 2026"],
    ["2026-04-05", "5 апреля 2026"],
    ["2026-05-05", "5 мая 2026"],
    ["2026-06-05", "5 июня 2026"],
    ["2026-07-05", "5 июля 2026"],
    ["2026-08-05", "5 августа 2026"],
    ["2026-09-05", "5 сентября 2026"],
    ["2026-10-05", "5 октября 2026"],
    ["2026-11-23", "23 ноября 2026"],
    ["2026-12-05", "5 декабря 2026"],
    ["2026-11-23 09:05", "23 ноября 2026, 09:05"],
  ])("%s reads %s", (raw, shown) => {
    expect(formatDate(parseDate(raw, MOSCOW), "ru")).toBe(shown);
  });

  test.each([
    ["2026-11-23", "ru", "23 ноября"],
    ["2026-11-23 14:30", "ru", "23 ноября, 14:30"],
    ["2025-11-23 14:30", "ru", "23 ноября 2025, 14:30"],
    ["2026-11-23", "en", "November 23"],
    ["2025-11-23", "en", "November 23, 2025"],
  ])("in 2026 %s reads in %s: %s", (raw, language, shown) => {
    expect(formatDate(parseDate(raw, MOSCOW), language, "2026")).toBe(shown);
  });

  test("an editor's clock and zone do not matter", () => {
    const before = process.env.TZ;
    process.env.TZ = "Pacific/Auckland";
    try {
      expect(formatDate(parseDate("2026-11-23 14:30", MOSCOW), "ru")).toBe("23 ноября 2026, 14:30");
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });
});

test("the newest come first, equals by their key, those without a date last", () => {
  const item = (name: string, raw?: string) => {
    return raw === undefined ? { name } : { name, date: parseDate(raw, MOSCOW) };
  };
  const items = [
    item("без даты Б"),
    item("старое", "2020-01-01"),
    item("утро", "2026-11-23 09:00"),
    item("без даты А"),
    item("день", "2026-11-23"),
    item("завтра", "2026-11-24"),
    item("тоже завтра", "2026-11-24"),
  ];
  expect(newestFirst(items, ({ name }) => name).map(({ name }) => name)).toEqual([
    "завтра",
    "тоже завтра",
    "утро",
    "день",
    "старое",
    "без даты А",
    "без даты Б",
  ]);
});
