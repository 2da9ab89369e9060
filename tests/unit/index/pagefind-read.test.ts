import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { readPages } from "../../../src/index/pagefind/read-index.ts";
import { writePagefind } from "../../../src/index/pagefind/write-index.ts";
import { fold, wordParts, words } from "../../../src/language/index.ts";
import { placesOf } from "../../../src/search/format/index.ts";
import { temporaryFolder } from "../temporary.ts";

const html = (body: string): string =>
  `<html lang="ru"><body><main data-pagefind-body>${body}</main></body></html>`;

const RECORDS = [
  { url: "/a/", html: html("<h1>Красный ёж</h1><p>Северо-западный ёж и «Мост» — всё.</p>") },
  { url: "/b/", html: html("<p>Ежи, ежи!</p><h2 id='x'>Ёлка</h2><p>Новый\u00a0год: 3,5 %</p>") },
];

async function indexed(language = "und"): Promise<string> {
  const bundle = join(temporaryFolder(), "pagefind");
  await writePagefind(RECORDS, language, bundle);
  return bundle;
}

const bundle = await indexed();

test("headings weigh as Pagefind weighs them, and everything else as plain text", () => {
  const [first, second] = readPages(bundle, "und").sort((a, b) =>
    a.page.url < b.page.url ? -1 : 1,
  );
  expect(first?.page.content).toBe("Красный ёж. Северо-западный ёж и «Мост» — всё.");
  expect([...(first?.weights ?? [])]).toEqual([168, 168, 24, 24, 24, 24, 0, 24]);
  expect([...(second?.weights ?? [])].slice(0, 3)).toEqual([24, 24, 144]);
});

test("every place of a page that holds a word of ours has a weight, in any language", async () => {
  for (const [folder, language] of [
    [bundle, "und"],
    [await indexed("ru"), "ru"],
  ] as const) {
    for (const { page, weights } of readPages(folder, language)) {
      const places = placesOf(page.content);
      expect(weights).toHaveLength(places.length);
      for (const [at, token] of places.entries()) {
        const hasWord = words(token).flatMap(wordParts).map(fold).length > 0;
        expect(weights[at] !== 0, token).toBe(hasWord);
      }
    }
  }
});

test("an index of another release is refused by the name of both", async () => {
  const other = await indexed();
  const file = join(other, "pagefind-entry.json");
  writeFileSync(file, readFileSync(file, "utf8").replace("1.6.0", "1.7.2"));
  expect(() => readPages(other, "und")).toThrow(/1\.7\.2.*1\.6\.0/);
});

test("a list of pages in another form is refused, whatever release it says", async () => {
  const other = await indexed();
  const { languages } = JSON.parse(readFileSync(join(other, "pagefind-entry.json"), "utf8"));
  const meta = join(other, `pagefind.${languages.und.hash}.pf_meta`);
  const bytes = gunzipSync(readFileSync(meta));
  // The list of pages becomes a number.
  bytes[12 + 1 + 6] = 0x05;
  writeFileSync(meta, gzipSync(bytes));
  expect(() => readPages(other, "und")).toThrow(/expected/);
});
