import { beforeAll, expect, test } from "vitest";
import { temporaryFolder } from "../temporary.ts";
import { buildIn } from "./build-in.ts";
import { put, read } from "./newspaper.ts";

const article = (title: string, date: string): string =>
  `---\ntitle: ${title}\ndate: ${date}\ntopics: Город\n---\n\nТекст о городе.\n`;

const ARTICLES = {
  "content/new.md": article("Новая", "2026-11-24 17:51"),
  "content/old.md": article("Старая", "2025-03-05 08:00"),
};

let folder: string;

beforeAll(async () => {
  folder = temporaryFolder({
    "_data/site.yaml": "name: Вести\ndescription: Новости\naddress: https://vesti.example\n",
    ...ARTICLES,
  });
  await buildIn(folder);
});

test("the year is said where it is another one than that of the newest article", () => {
  for (const page of ["index.html", "archive/index.html", "topics/gorod/index.html"]) {
    expect(read(folder, page)).toContain(">24 ноября, 17:51</time>");
    expect(read(folder, page)).toContain(">5 марта 2025, 08:00</time>");
  }
  expect(read(folder, "articles/new/index.html")).toContain(">24 ноября, 17:51</time>");
  expect(read(folder, "articles/old/index.html")).toContain(">5 марта 2025, 08:00</time>");
});

test("a new year makes the pages of the last one anew, and none of an older one", async () => {
  const before = read(folder, "articles/old/index.html");
  put(folder, { "content/newer.md": article("Новейшая", "2027-01-02 10:00") });
  await buildIn(folder, { now: Date.parse("2027-01-03T00:00:00+03:00") });
  expect(read(folder, "index.html")).toContain(">24 ноября 2026, 17:51</time>");
  expect(read(folder, "articles/new/index.html")).toContain(">24 ноября 2026, 17:51</time>");
  expect(read(folder, "articles/newer/index.html")).toContain(">2 января, 10:00</time>");
  expect(before).toContain("5 марта 2025, 08:00");
});
