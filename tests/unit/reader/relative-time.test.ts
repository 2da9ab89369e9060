import { expect, test } from "vitest";
import { relativeTime } from "../../../src/reader/relative-time.ts";

const ZONE = "Europe/Moscow";
const NOW = Date.parse("2026-11-23T14:30:00+03:00");

function said(iso: string, now = NOW, zone = ZONE): string | undefined {
  return relativeTime(iso, now, zone)?.replaceAll("\u00a0", " ");
}

test.each([
  ["2026-11-23T14:30:00+03:00", "только что"],
  ["2026-11-23T14:29:01+03:00", "только что"],
  ["2026-11-23T14:29:00+03:00", "1 мин назад"],
  ["2026-11-23T13:30:01+03:00", "59 мин назад"],
  ["2026-11-23T13:30:00+03:00", "1 ч назад"],
  ["2026-11-23T08:30:01+03:00", "5 ч назад"],
  ["2026-11-23T08:30:00+03:00", "сегодня, 08:30"],
  ["2026-11-23T00:00:00+03:00", "сегодня, 00:00"],
  ["2026-11-22T23:59:59+03:00", "вчера, 23:59"],
  ["2026-11-22T00:00:00+03:00", "вчера, 00:00"],
  ["2026-11-21T23:59:59+03:00", undefined],
  ["2026-11-23", "сегодня"],
  ["2026-11-22", "вчера"],
  ["2026-11-21", undefined],
  ["2025-11-23", undefined],
])("%s is %s", (iso, text) => {
  expect(said(iso)).toBe(text);
});

test.each(["2026-11-23T14:30:01+03:00", "2026-11-24T00:00:00+03:00", "2026-11-24", "2027-01-01"])(
  "%s is to come and stays a date",
  (iso) => {
    expect(said(iso)).toBeUndefined();
  },
);

test("a number and its unit stay together", () => {
  expect(relativeTime("2026-11-23T14:25:00+03:00", NOW, ZONE)).toBe("5\u00a0мин назад");
  expect(relativeTime("2026-11-23T12:25:00+03:00", NOW, ZONE)).toBe("2\u00a0ч назад");
});

test("hours are counted over midnight", () => {
  expect(said("2026-11-22T23:00:00+03:00", Date.parse("2026-11-23T01:00:00+03:00"))).toBe(
    "2 ч назад",
  );
});

test("days begin where the site is, wherever the reader is", () => {
  // 21:30 in London, half past midnight in Moscow, morning in Kamchatka.
  const now = Date.parse("2026-11-22T21:30:00Z");
  expect(said("2026-11-23", now)).toBe("сегодня");
  expect(said("2026-11-22", now)).toBe("вчера");
  expect(said("2026-11-22", now, "Europe/London")).toBe("сегодня");
  expect(said("2026-11-22T10:00:00+03:00", now)).toBe("вчера, 10:00");
});

test("a day of 23 or 25 hours is a day", () => {
  const zone = "Europe/Berlin";
  // Clocks went forward on 29 March 2026 and back on 25 October.
  expect(said("2026-03-28", Date.parse("2026-03-29T23:30:00+02:00"), zone)).toBe("вчера");
  expect(said("2026-03-29", Date.parse("2026-03-30T00:30:00+02:00"), zone)).toBe("вчера");
  expect(said("2026-10-25", Date.parse("2026-10-25T23:30:00+01:00"), zone)).toBe("сегодня");
  expect(said("2026-10-24", Date.parse("2026-10-25T23:30:00+01:00"), zone)).toBe("вчера");
});

test("yesterday is found over the ends of months and years", () => {
  expect(said("2026-02-28", Date.parse("2026-03-01T12:00:00+03:00"))).toBe("вчера");
  expect(said("2025-12-31", Date.parse("2026-01-01T12:00:00+03:00"))).toBe("вчера");
});

test("what is no date is left alone", () => {
  expect(said("")).toBeUndefined();
  expect(said("скоро")).toBeUndefined();
  expect(said("2026-11-23Tпозже")).toBeUndefined();
});
