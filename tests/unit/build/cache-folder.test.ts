import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { claimCache } from "../../../src/build/index.ts";
import { temporaryFolder } from "../temporary.ts";

const PART = `pages-${"0".repeat(32)}`;

describe("a cache is taken that", () => {
  test("is not there yet, is empty, or says that it is ours, whatever else lies in it", () => {
    const folder = join(temporaryFolder(), "deep/cache");
    claimCache(folder);
    writeFileSync(join(folder, "notes.txt"), "рядом");
    claimCache(folder);
    expect(readdirSync(folder).sort()).toEqual(["cache.json", "notes.txt"]);
  });

  test("was made before caches said so, or by a build that was killed at once", () => {
    const folder = temporaryFolder({
      "known-files.json": "[]",
      "live-sites.json.77": "[",
      lock: "{",
      ".cache.json.unfinished.77": "",
    });
    for (const name of [PART, `${PART}.0.77`]) mkdirSync(join(folder, name));
    claimCache(folder);
    expect(readdirSync(folder)).toContain("cache.json");
  });
});

describe("a cache is refused, and not written into, that holds", () => {
  const files = { "src/main.c": "", "cache.json": '{"name":"theirs"}', "pages-2026/x": "" };
  test.each(Object.entries(files))("%s", (file, text) => {
    const folder = temporaryFolder({ [file]: text, "known-files.json": "чужое" });
    const before = readdirSync(folder);
    expect(() => claimCache(folder)).toThrow("Она не тронута.");
    expect(readdirSync(folder)).toEqual(before);
  });
});
