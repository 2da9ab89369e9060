import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { adoptSite } from "../../../src/build/index.ts";
import { writePagefind } from "../../../src/index/index.ts";
import { temporaryFolder } from "../temporary.ts";
import { refusalOf } from "./build-in.ts";
import { hashesIn } from "./tiny-archive.ts";

const ENTRY = "pagefind/pagefind-entry.json";

test("what has the names of our files and is not ours stays, and is told of", async () => {
  for (const file of ["search/pack/notes.txt", "search/pagefind.js"]) {
    const folder = temporaryFolder({ [ENTRY]: "{}", [file]: "важное" });
    const before = hashesIn(folder);
    expect(await refusalOf(adoptSite(folder), folder)).toMatch(/(?:Она не тронута|Он не тронут)\./);
    expect(hashesIn(folder)).toEqual(before);
  }
});

test("an index that names files outside of it is not read", async () => {
  const languages = { ru: { hash: "../../secret", page_count: 1 } };
  const folder = temporaryFolder({ [ENTRY]: JSON.stringify({ version: "1.6.0", languages }) });
  expect(await refusalOf(adoptSite(folder), folder)).toContain("не те имена файлов");
  expect(readdirSync(folder)).toEqual(["pagefind"]);
});

test("our own search is replaced, and nothing is left beside it", async () => {
  const folder = temporaryFolder();
  const html = '<html lang="ru"><head><title>Кит</title></head><body><p>Кит.</p></body></html>';
  mkdirSync(join(folder, "pagefind"));
  await writePagefind([{ url: "/kit/", html }], "ru", join(folder, "pagefind"));
  expect(await adoptSite(folder)).toBe(1);
  const first = hashesIn(folder);
  expect(await adoptSite(folder)).toBe(1);
  expect(hashesIn(folder)).toEqual(first);
  expect(readdirSync(join(folder, "search")).sort()).toEqual(["pack", "pagefind.js"]);
});
