import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { feedProblems } from "../../../scripts/audit/feeds.ts";
import { WHOLE_TEXTS } from "../../../src/build/slices/feed-texts.ts";
import { temporaryFolder } from "../temporary.ts";
import { buildIn } from "./build-in.ts";

/** One more than feeds hold whole, and enough for slices of the years before. */
const COUNT = WHOLE_TEXTS + 60;

/** The later, the higher the number; the oldest have a topic of their own besides. */
function article(index: number, body = "Мост открыт."): string {
  const day = new Date(Date.UTC(2000, 0, 1 + index * 30)).toISOString().slice(0, 10);
  const topics = index < 5 ? "Город, Старина" : "Город";
  return `---\ntitle: Новость ${index}\ndate: ${day}\ntopics: [${topics}]\n---\n\nНачало${index}.\n\n${body}\n`;
}

const SETTINGS = "name: Вести\naddress: https://vesti.example\nvolumeItems: 60\n";
const numbers = Array.from({ length: COUNT }, (_, index) => index);
const folder = temporaryFolder({
  "_data/site.yaml": SETTINGS,
  ...Object.fromEntries(numbers.map((index) => [`content/n${index}.md`, article(index)])),
});
const fileOf = (index: number): string => join(folder, `content/n${index}.md`);
const read = (path: string): string => readFileSync(join(folder, "site", path), "utf8");

/** @returns the tasks that have made something */
async function madeBy(change: () => void): Promise<string[]> {
  const parts = (): string[] => JSON.parse(read("build.json")).parts;
  const before = parts();
  change();
  await buildIn(folder);
  const fresh = parts().filter((part) => !before.includes(part));
  return [...new Set(fresh.map((part) => part.split("-")[0] ?? ""))].sort();
}

beforeAll(async () => {
  await buildIn(folder);
}, 300_000);

test("the newest articles are whole in all feeds, and what is old is told by its beginning", async () => {
  for (const file of ["rss.xml", "atom.xml", "feed.json", "topics/gorod/rss.xml"]) {
    expect(read(file).split("Мост открыт").length - 1, file).toBe(30);
    expect(await feedProblems(`/${file}`, read(file))).toEqual([]);
  }
  expect(read("topics/starina/rss.xml")).toContain("Начало4.");
  expect(read("topics/starina/rss.xml")).not.toContain("Мост открыт");
});

test("an edit in the newest text makes the feeds anew, and no list", async () => {
  const made = await madeBy(() => writeFileSync(fileOf(COUNT - 1), article(COUNT - 1, "Река.")));
  expect(made).toContain("feeds");
  expect(made).not.toContain("lists");
  expect(read("topics/gorod/atom.xml")).toContain("Река.");
});

test("an edit in an old text makes no feed anew", async () => {
  const made = await madeBy(() => writeFileSync(fileOf(2), article(2, "Река.")));
  expect(made).toContain("pages");
  expect(made).not.toContain("feeds");
});

test("a newspaper may tell beginnings only", async () => {
  const change = (): void =>
    writeFileSync(join(folder, "_data/site.yaml"), `${SETTINGS}feeds: teasers\n`);
  expect(await madeBy(change)).toEqual(["feeds"]);
  expect(read("rss.xml")).not.toMatch(/Мост открыт|Река|content:encoded>/);
  expect(read("rss.xml")).toContain(`Начало${COUNT - 1}.`);
});
