import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../temporary.ts";
import { buildIn } from "./build-in.ts";
import { hashesIn } from "./tiny-archive.ts";

const TOPICS = "- {name: Беларусь, description: Всё о стране., words: [белорусский]}\n";

test("a topic's page shows what got the topic by its words", { timeout: 120_000 }, async () => {
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
  expect((await buildIn(folder)).volumes.made).toBe(0);
  const file = join(folder, "_data/topics.yaml");
  writeFileSync(file, TOPICS.replace("Всё о стране", "Новости страны"));
  expect((await buildIn(folder)).volumes.made).toBe(0);
  expect(readFileSync(topicPage, "utf8")).toContain("Новости страны");

  // Other words are other articles, and the same bytes as a clean build gives.
  writeFileSync(file, TOPICS.replace("белорусский", "рубль"));
  expect((await buildIn(folder)).volumes.made).toBe(1);
  expect(existsSync(topicPage)).toBe(false);
  const clean = temporaryFolder();
  await buildIn(folder, { output: join(clean, "site"), cache: join(clean, "cache") });
  expect(hashesIn(join(folder, "site"))).toEqual(hashesIn(join(clean, "site")));
});
