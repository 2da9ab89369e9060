import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readSite } from "../../../src/content/model/settings.ts";
import { toRecords, writeLeaf } from "../../../src/index/index.ts";
import { temporaryFolder } from "../temporary.ts";

/** Five articles of one word each. */
const ARTICLES = Array.from({ length: 5 }, (_, number) => ({
  kind: "article" as const,
  slug: `a-${number}`,
  path: `/articles/a-${number}/`,
  title: `Статья ${number}`,
  lead: "Мост",
  topics: [],
  authors: [],
  html: "<p>Мост</p>",
  images: [],
  headings: [],
  readingMinutes: 1,
  corrections: [],
  aliases: [],
  translations: [],
}));

async function fragments(maxFragments: number | undefined): Promise<number> {
  const folder = temporaryFolder();
  await writeLeaf(toRecords(ARTICLES, "ru"), folder, maxFragments);
  return readdirSync(join(folder, "site/search/pack")).length;
}

test("a host's cap on files is met by bundling what results show", async () => {
  expect(await fragments(undefined)).toBe(5);
  expect(await fragments(2)).toBe(2);
});

test.each(["maxFragments: 0", "maxFragments: 2.5", "volumeItems: -1"])("%s is refused", (yaml) => {
  const folder = temporaryFolder({ "site.yaml": yaml });
  expect(() => readSite(folder, {})).toThrow("нужно целое число больше нуля");
});
