import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../temporary.ts";
import { buildIn } from "./build-in.ts";
import { hashesIn } from "./tiny-archive.ts";

const article = (title: string, date: string, fields: string): string =>
  `---\ntitle: ${title}\ndate: ${date}\n${fields}\n---\n\nО том, что такое ${title}.\n`;

/** Three slices: a year, and two of the other. */
const ARCHIVE = {
  // Sections are in no menu, or each would be on every page.
  "_data/site.yaml": "volumeItems: 2\nmenu: [/headlines/]\n",
  "_data/authors.yaml": "- Анна Смирнова\n- {name: Пётр Волков, also: [П. Волков]}\n",
  "_data/sections.yaml": "- {name: Город, topics: [Улицы]}\n- Спорт\n- Театр\n",
  "_data/topics.yaml": "- Улицы\n- Бег\n",
  "content/a.md": article("Мост", "2019-03-01", "authors: Анна Смирнова\ntopics: Улицы"),
  "content/b.md": article("Сквер", "2019-04-01", "authors: [Анна Смирнова]\ntopics: Улицы"),
  "content/c.md": article("Забег", "2024-03-01", "authors: П. Волков\ntopics: Бег\nsection: Спорт"),
  "content/d.md": article("Кубок", "2024-04-01", "authors: Гость\ntopics: Бег"),
};

/** How often a slice has been read so far: each reading leaves an artifact. */
function readingsIn(folder: string): number {
  return readdirSync(join(folder, "cache")).filter((name) => name.startsWith("read-")).length;
}

test("a name makes anew what has it, and nothing else", { timeout: 180_000 }, async () => {
  const folder = temporaryFolder(ARCHIVE);
  const { slices } = await buildIn(folder);
  expect(slices.made).toBeGreaterThan(1);
  expect(readingsIn(folder)).toBe(slices.made);

  const madeBy = async (file: string, text: string): Promise<number> => {
    const before = readingsIn(folder);
    writeFileSync(join(folder, "_data", file), text);
    const { made } = (await buildIn(folder)).slices;
    expect(readingsIn(folder) - before).toBe(made);
    return made;
  };
  const volkov = "- {name: Пётр Волков, also: [П. Волков]}\n";
  const renamed = `- {name: Анна Белова, also: [Анна Смирнова]}\n${volkov}`;
  expect(await madeBy("authors.yaml", renamed)).toBe(1);
  expect(await madeBy("authors.yaml", `${renamed}- Новый Автор\n`)).toBe(0);
  const sections = "- {name: Город, topics: [Улицы]}\n- {name: Спорт, slug: sport-2}\n- Театр\n";
  expect(await madeBy("sections.yaml", sections)).toBe(1);
  expect(await madeBy("sections.yaml", sections.replace("Театр", "Сцена"))).toBe(0);
  // By its topic alone, which no article of the other year has.
  expect(await madeBy("sections.yaml", sections.replace("Город", "Столица"))).toBe(1);
  expect(await madeBy("topics.yaml", "- {name: Улицы, slug: dvory}\n- Бег\n")).toBe(1);
  const clean = temporaryFolder();
  await buildIn(folder, { output: join(clean, "site"), cache: join(clean, "cache") });
  expect(hashesIn(join(folder, "site"))).toEqual(hashesIn(join(clean, "site")));
});

test("words that give a topic count for what names none", { timeout: 120_000 }, async () => {
  const folder = temporaryFolder({
    ...ARCHIVE,
    "content/d.md": article("Кубок", "2024-04-01", "section: Спорт"),
  });
  await buildIn(folder);
  const before = readingsIn(folder);
  const topics = "- {name: Улицы, words: [сквер]}\n- Бег\n";
  writeFileSync(join(folder, "_data/topics.yaml"), topics);
  await buildIn(folder);
  expect(readingsIn(folder) - before).toBe(1);
  // The section of that topic may be this article's by the same word.
  writeFileSync(join(folder, "_data/topics.yaml"), topics.replace("сквер", "кубок"));
  await buildIn(folder);
  const clean = temporaryFolder();
  await buildIn(folder, { output: join(clean, "site"), cache: join(clean, "cache") });
  expect(hashesIn(join(folder, "site"))).toEqual(hashesIn(join(clean, "site")));
});
