import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openArchive, readArticles } from "../../../src/content/index.ts";
import { scanSchedule, timingOf } from "../../../src/content/model/schedule.ts";
import { temporaryFolder } from "../temporary.ts";

const NOW = Date.parse("2026-11-25T12:00:00+03:00");

describe("a scan of the fields", () => {
  test.each([
    ["date: 2026-11-25 15:00", "2026-11-25 15:00"],
    ['date: "2026-11-25 15:00"', "2026-11-25 15:00"],
    ["date: '25.11.2026'", "25.11.2026"],
    ["date:   2026-11-25T15:00:00+03:00   # к обеду", "2026-11-25T15:00:00+03:00"],
    ["title: a\ndate: 2026-11-25\ntopics: [b]", "2026-11-25"],
    ["title: a\n  date: 2026-11-25", undefined],
    ["updated: 2026-11-25", undefined],
  ])("%j has the date %j", (frontMatter, date) => {
    expect(scanSchedule(frontMatter).date).toBe(date);
  });
});

test.each([
  [{}, "due"],
  [{ date: "2026-11-25 12:00" }, "due"],
  [{ date: "2026-11-25 12:01" }, "waiting"],
  [{ date: "2026-11-25 12:01+05:00" }, "due"],
  [{ date: "2026-11-25" }, "due"],
  [{ date: "2026-11-26" }, "waiting"],
  [{ date: "завтра" }, "due"],
  [{ date: "2026-11-01", expires: "2026-11-25 12:00" }, "expired"],
  [{ date: "2026-11-01", expires: "2026-11-25 12:01" }, "due"],
  [{ date: "2026-12-01", expires: "2026-12-25" }, "waiting"],
] as const)("%j is %s", (schedule, timing) => {
  expect(timingOf(schedule, NOW, "Europe/Moscow")).toBe(timing);
});

function open(fields: Readonly<Record<string, string>>, headlines = "", now = NOW) {
  const files = Object.entries(fields).map(([name, text]) => {
    return [`content/${name}.md`, `---\ntitle: Статья ${name}\n${text}\n---\n\nТекст.\n`] as const;
  });
  const data = { "_data/headlines.yaml": headlines };
  const folder = temporaryFolder({ ...Object.fromEntries(files), ...data });
  const folders = { content: join(folder, "content"), data: join(folder, "_data") };
  return openArchive(folders, { url: "https://example.org" }, undefined, now);
}

const names = (sources: readonly { file: string }[]): string[] =>
  sources.map(({ file }) => file.slice(file.lastIndexOf("/") + 1, -3));

describe("an archive", () => {
  test("holds what is due now, and knows what waits and what is over", () => {
    const archive = open({
      old: "date: 2020-01-01",
      soon: "date: 2026-11-25 18:00",
      over: "date: 2020-01-01\nexpires: 2026-11-01",
      undated: "topics: [Наука]",
    });
    expect(names(archive.articles)).toEqual(["old", "undated"]);
    expect(names(archive.waiting)).toEqual(["soon"]);
    expect(names(archive.expired)).toEqual(["over"]);
  });

  test("knows what waits by a date in words too", () => {
    const archive = open({ now: "date: 25 ноября 2026", soon: "date: 26 ноября 2026" });
    expect(archive.articles.map(({ day }) => day)).toEqual(["2026-11-25"]);
    expect(names(archive.waiting)).toEqual(["soon"]);
  });

  test("shows an article from its very moment on", () => {
    const soon = { soon: "date: 2026-11-25 18:00" };
    const moment = Date.parse("2026-11-25T18:00:00+03:00");
    expect(names(open(soon, "", moment - 1).waiting)).toEqual(["soon"]);
    expect(names(open(soon, "", moment).articles)).toEqual(["soon"]);
  });

  test("tells what is wrong with an article that still waits", () => {
    const { problems } = open({ old: "date: 2020-01-01", soon: "date: 2027-01-01\nтема: a" });
    expect(problems.map(({ file, line }) => [names([{ file }])[0], line])).toEqual([["soon", 4]]);
  });

  test("shows headlines in their time", () => {
    const headlines = [
      "- text: Прежде",
      "  date: 2026-11-24",
      "- text: Позже",
      "  date: 2026-11-26",
      "- text: Было",
      "  date: 2026-11-01",
      "  expires: 2026-11-20",
      "- Всегда",
    ].join("\n");
    const archive = open({ old: "date: 2020-01-01" }, headlines);
    expect(archive.headlines.map(({ text }) => text)).toEqual(["Прежде", "Всегда"]);
  });
});

test("a time that a scan does not see is refused, and not overlooked", () => {
  const folder = temporaryFolder({
    "a.md": '---\ntitle: А\n"date": 2999-01-01\n---\n\nТекст.\n',
    "b.md": '---\ntitle: Б\n"expires": 2026-01-01\n---\n\nТекст.\n',
  });
  const site = open({ old: "date: 2020-01-01" }).site;
  for (const [name, field] of [
    ["a", "date"],
    ["b", "expires"],
  ]) {
    const read = () => readArticles([join(folder, `${name}.md`)], site);
    expect(read).toThrow(new RegExp(`${name}\\.md:3:\\d+.*«${field}»`, "s"));
  }
});
