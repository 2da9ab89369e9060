import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { foreignDate } from "../../../src/content/import/foreign-date.ts";
import { importWorkspace } from "./import-workspace.ts";

const MOSCOW = "Europe/Moscow";
const HALF_PAST_TWO = "2026-11-23T14:30:00+03:00";

describe("dates of other systems", () => {
  test.each([
    ["Mon, 23 Nov 2026 11:30:00 UTC", HALF_PAST_TWO],
    ["Mon, 23 Nov 2026 11:30:00 GMT", HALF_PAST_TWO],
    ["Mon, 23 Nov 2026 11:30:00 Z", HALF_PAST_TWO],
    ["Mon, 23 Nov 2026 06:30:00 EST", HALF_PAST_TWO],
    ["Mon, 23 Nov 2026 14:30:00 +0300", HALF_PAST_TWO],
    ["Mon, 23 Nov 2026 14:30:00 +03:00", HALF_PAST_TWO],
    ["Mon, 23 Nov 2026 14:30:00 +3", HALF_PAST_TWO],
    ["Mon, 23 Nov 2026 14:30:00 GMT+3", HALF_PAST_TWO],
    ["Mon, 23 Nov 2026 14:30:00 MSK", HALF_PAST_TWO],
    ["Mon, 23 Nov 2026 14:30:00 МСК", HALF_PAST_TWO],
    ["Mon, 23 Nov 2026 14:30:00 Europe/Moscow", HALF_PAST_TWO],
    ["Tue, 23 Nov 2026 14:30:00 +0300", HALF_PAST_TWO],
    ["Mon, 23 Nov 2026 14:30:00", HALF_PAST_TWO],
    ["23 November 2026 14:30", HALF_PAST_TWO],
    ["Mon, 23 Nov 26 14:30:00 +0300", HALF_PAST_TWO],
    ["Mon, 23-Nov-2026 14:30:00 MSK", HALF_PAST_TWO],
    ["Monday, November 23, 2026 2:30 PM", HALF_PAST_TWO],
    ["Nov 23rd, 2026 at 2:30 pm", HALF_PAST_TWO],
    ["Mon Nov 23 14:30:00 MSK 2026", HALF_PAST_TWO],
    ["Mon Nov 23 14:30:00 2026", HALF_PAST_TWO],
    ["Mon Nov 23 2026 14:30:00 GMT+0300 (Moscow Standard Time)", HALF_PAST_TWO],
    ["Пн, 23 ноя 2026 14:30:00 +0300", HALF_PAST_TWO],
    ["понедельник, 23 ноября 2026 г. в 14:30", HALF_PAST_TWO],
    ["14:30, 23 ноября 2026 года", HALF_PAST_TWO],
    ["23.11.2026 14:30:00", HALF_PAST_TWO],
    ["14:30 23.11.2026", HALF_PAST_TWO],
    ["2026/11/23 14:30", HALF_PAST_TWO],
    ["11/23/2026 2:30 PM", HALF_PAST_TWO],
    ["2026-11-23 14:30:00 +0300", HALF_PAST_TWO],
    ["2026-11-23 11:30:00 UTC", HALF_PAST_TWO],
    ["2026-11-23 14:30:00.123 +0300 MSK", HALF_PAST_TWO],
    ["2026-11-23T14:30:00.123+03", HALF_PAST_TWO],
    ["2026-11-23t11:30:00z", HALF_PAST_TWO],
    ["20261123T143000+0300", HALF_PAST_TWO],
    ["20261123143000", HALF_PAST_TWO],
    ["1795433400", HALF_PAST_TWO],
    ["1795433400000", HALF_PAST_TWO],
    ["1795433400.25", HALF_PAST_TWO],
    ["/Date(1795433400000+0300)/", HALF_PAST_TWO],
    ["Mon, 23 Nov 2026 9:30:00 +0300", "2026-11-23T09:30:00+03:00"],
    ["Sun, 05 Sept 2021 12:00:00 +0300", "2021-09-05T12:00:00+03:00"],
    ["Tue, 23 Nov 99 14:30:00 +0300", "1999-11-23T14:30:00+03:00"],
    ["12:05 AM, 23 Nov 2026", "2026-11-23T00:05:00+03:00"],
    ["12 мая 2019", "2019-05-12"],
    ["20190512", "2019-05-12"],
    ["12 May 2019", "2019-05-12"],
    ["2020/01/10", "2020-01-10"],
    ["12/05/2019", "2019-05-12"],
    ["05-дек-2019", "2019-12-05"],
    // Of a time in a zone that nobody knows only the day is sure.
    ["Mon, 23 Nov 2026 14:30:00 QQT", "2026-11-23"],
  ])("%s", (raw, date) => {
    expect(foreignDate(raw, MOSCOW)).toBe(date);
  });

  test.each([
    "2019",
    "2019-05",
    "05/2019",
    "май 2019",
    "Nov 2026",
    "12",
    "0000-00-00 00:00:00",
    "31 Feb 2026 10:00",
    "23 Nov 2026 25:00",
    "вчера, 14:30",
    "Номер 7 от 23 ноября 2026",
    "",
  ])("«%s» is no day, and none is made up", (raw) => {
    expect(foreignDate(raw, MOSCOW)).toBeUndefined();
  });
});

test("a date that was left out or may be read otherwise is told of", () => {
  const lines = ["2019", "12/05/2019", "завтра"].map((date, id) =>
    JSON.stringify({ id, title: `Новость ${id}`, text: "Текст.", date }),
  );
  const { folder, run } = importWorkspace({ "a.jsonl": lines.join("\n") });
  expect(run(join(folder, "a.jsonl")).notes).toMatchObject([
    { what: "в дате нет дня, она опущена", mentions: [{ detail: "2019", place: { line: 1 } }] },
    { what: "дата прочитана как день/месяц/год", mentions: [{ detail: "12/05/2019" }] },
    { what: "дата не понята и опущена", mentions: [{ detail: "завтра" }] },
  ]);
});

test("where a date was left out, a day in the address or in the name stands for it", () => {
  const { run, read, folder } = importWorkspace({
    "source/2019-05-12-most.md": "---\ntitle: Мост\ndate: вчера\n---\n\nДа.\n",
  });
  expect(run(join(folder, "source")).notes.map(({ what }) => what)).toEqual([
    "дата не понята и опущена",
    "даты нет в полях, день взят из адреса",
  ]);
  expect(read("content/2019/most.md")).toContain("date: 2019-05-12\n");
});
