import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../temporary.ts";
import { buildIn } from "./build-in.ts";
import { hashesIn } from "./tiny-archive.ts";

const TOPICS = "- {name: Беларусь, description: Всё о стране., words: [белорусский]}\n";

test("a topic's page shows what got the topic by its words", async () => {
  const folder = temporaryFolder({
    "content/a.md": "---\ntitle: В белорусской столице\ndate: 2026-11-01\n---\n\nТекст.\n",
    "content/b.md": "---\ntitle: Белорусский рубль\ntopics: Деньги\n---\n\nТекст.\n",
    "_data/headlines.yaml": "- {text: Белорусские поля, date: 2026-11-02}\n",
    "_data/topics.yaml": TOPICS,
  });
  const topicPage = join(folder, "site/topics/belarus/index.html");
  await buildIn(folder);
  const page = readFileSync(topicPage, "utf8");
  expect(page).toContain("/articles/a/");
  expect(page).toContain("Белорусские поля");
  expect(page).not.toContain("/articles/b/");
  expect(page).toContain("<p>Всё о\u00a0стране.</p>");
  expect(readFileSync(join(folder, "site/articles/a/index.html"), "utf8")).toContain(
    "/topics/belarus/",
  );

  // Nothing changed, nothing is made; a description changes no article.
  expect((await buildIn(folder)).slices.made).toBe(0);
  const file = join(folder, "_data/topics.yaml");
  writeFileSync(file, TOPICS.replace("Всё о стране", "Новости страны"));
  expect((await buildIn(folder)).slices.made).toBe(0);
  expect(readFileSync(topicPage, "utf8")).toContain("Новости страны");

  // Other words are other articles, and the same bytes as a clean build gives.
  writeFileSync(file, TOPICS.replace("белорусский", "рубль"));
  expect((await buildIn(folder)).slices.made).toBe(1);
  expect(existsSync(topicPage)).toBe(false);
  const clean = temporaryFolder();
  await buildIn(folder, { output: join(clean, "site"), cache: join(clean, "cache") });
  expect(hashesIn(join(folder, "site"))).toEqual(hashesIn(join(clean, "site")));
});

/** The topics that have a page, and what each is called there. */
function topicsIn(folder: string): Record<string, string> {
  const topics = join(folder, "site/topics");
  const names = readdirSync(topics).filter((name) => name !== "index.html");
  const title = (name: string): string => {
    const page = readFileSync(join(topics, name, "index.html"), "utf8");
    return /<h1[^>]*>([^<]*)/.exec(page)?.[1]?.trim() ?? "";
  };
  return Object.fromEntries(names.sort().map((name) => [name, title(name)]));
}

test("topics of one plain address have pages of their own", { timeout: 120_000 }, async () => {
  const article = (topic: string, date: string): string =>
    `---\ntitle: О теме ${date}\ndate: ${date}\ntopics: ["${topic}"]\n---\n\nТекст.\n`;
  const folder = temporaryFolder({
    "content/a.md": article("Уголь", "2025-03-01"),
    "content/b.md": article("C#", "2025-03-02"),
    "content/c.md": article("C++", "2025-03-03"),
    "_data/headlines.yaml": "- {text: Добыча, date: 2025-03-04, topics: УГОЛЬ}\n",
    "_data/site.yaml": "address: https://vesti.example\n",
  });
  const first = await buildIn(folder);
  const before = { "c-plus-plus": "C++", "c-sharp": "C#", ugol: "Уголь" };
  expect(topicsIn(folder)).toEqual(before);
  expect(first.notices).toEqual([]);

  // What comes later has another address, and the old pages stay.
  writeFileSync(join(folder, "content/0.md"), article("Угол", "2026-05-01"));
  const { notices } = await buildIn(folder);
  const [moved = ""] = Object.keys(topicsIn(folder)).filter((slug) => !(slug in before));
  expect(topicsIn(folder)).toEqual({ ...before, [moved]: "Угол" });
  expect(moved).toMatch(/^ugol-[0-9a-f]{6}$/);
  expect(notices.join()).toContain(`«Угол» стоит по адресу «${moved}»`);
  const clean = temporaryFolder();
  await buildIn(folder, { output: join(clean, "site"), cache: join(clean, "cache") });
  expect(hashesIn(join(folder, "site"))).toEqual(hashesIn(join(clean, "site")));

  writeFileSync(join(folder, "_data/topics.yaml"), "- {name: Угол, slug: ugol-doma}\n");
  const told = (await buildIn(folder)).notices;
  expect(told).toEqual([expect.stringContaining(`Больше нет адреса темы /topics/${moved}/`)]);
  expect(topicsIn(folder)).toEqual({ ...before, "ugol-doma": "Угол" });
});
