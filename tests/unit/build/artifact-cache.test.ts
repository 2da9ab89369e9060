import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ArtifactCache, emptyCache, keyOf } from "../../../src/build/cache/artifact-cache.ts";
import { temporaryFolder } from "../temporary.ts";

const KEY = keyOf("pages", "часть");

/** Makes a part of 1000 bytes. */
async function make(cache: ArtifactCache, key = KEY): Promise<string> {
  const draft = await cache.begin(key);
  mkdirSync(join(draft, "site"));
  writeFileSync(join(draft, "site/index.html"), "x".repeat(900));
  writeFileSync(join(draft, "volume.json"), "y".repeat(100));
  return cache.finish(key);
}

/** A number that no process has: one that has ended. */
function deadProcess(): number {
  return Number(execFileSync(process.execPath, ["-p", "process.pid"], { encoding: "utf8" }));
}

test("a part is found by its key, and no other", async () => {
  const cache = new ArtifactCache(temporaryFolder());
  const folder = await make(cache);
  expect(await cache.find(KEY)).toBe(folder);
  expect(await cache.find(keyOf("pages", "другая"))).toBeUndefined();
});

test("keys tell dependencies apart", () => {
  const keys = [
    keyOf("a", "b", "c"),
    keyOf("a", "bc"),
    keyOf("a", ["b", "c"]),
    keyOf("b", "b", "c"),
  ];
  expect(new Set(keys).size).toBe(keys.length);
});

const DAMAGES: Readonly<Record<string, (folder: string) => void>> = {
  "a file is truncated": (folder) => truncateSync(join(folder, "site/index.html"), 10),
  "a file is missing": (folder) => rmSync(join(folder, "site/index.html")),
  "there is a file too many": (folder) => writeFileSync(join(folder, "site/more.html"), "z"),
  "the stamp is missing": (folder) => rmSync(join(folder, "stamp.json")),
  "the stamp is cut short": (folder) => truncateSync(join(folder, "stamp.json"), 10),
  "the stamp is garbage": (folder) => writeFileSync(join(folder, "stamp.json"), '{"files": 3}'),
  "the stamp is empty JSON": (folder) => writeFileSync(join(folder, "stamp.json"), "null"),
  "a file of the same size is newer": (folder) => {
    writeFileSync(join(folder, "site/index.html"), "z".repeat(900));
    utimesSync(join(folder, "site/index.html"), new Date(), new Date(Date.now() + 5000));
  },
};

describe("a torn part is not found, and is made anew:", () => {
  test.each(Object.entries(DAMAGES))("%s", async (_, damage) => {
    const cache = new ArtifactCache(temporaryFolder());
    damage(await make(cache));
    expect(await cache.find(KEY)).toBeUndefined();
    const folder = await make(cache);
    expect(await cache.find(KEY)).toBe(folder);
    expect(readdirSync(folder).sort()).toEqual(["site", "stamp.json", "volume.json"]);
    expect(readFileSync(join(folder, "site/index.html"), "utf8")).toBe("x".repeat(900));
  });
});

test("a part that is dropped is not found, and what is made in its place is", async () => {
  const cache = new ArtifactCache(temporaryFolder());
  await make(cache);
  await cache.drop(KEY);
  expect(await cache.find(KEY)).toBeUndefined();
  writeFileSync(join(await cache.begin(KEY), "new"), "новая");
  expect(readdirSync(await cache.finish(KEY)).sort()).toEqual(["new", "stamp.json"]);
});

test("what is torn in a draft of the same process does not get into the part", async () => {
  const cache = new ArtifactCache(temporaryFolder());
  appendFileSync(join(await cache.begin(KEY), "half"), "половина");
  expect(readdirSync(await make(cache))).not.toContain("half");
});

/** Makes parts that were last used one hour after the other. */
async function oldParts(folder: string, names: readonly string[]): Promise<string[]> {
  const cache = new ArtifactCache(folder);
  const keys = names.map((name) => keyOf("pages", name));
  for (const [hour, key] of keys.entries()) {
    const time = new Date(2026, 0, 1, hour);
    utimesSync(await make(cache, key), time, time);
  }
  return keys;
}

function isThere(folder: string, key: string): boolean {
  return existsSync(join(folder, key));
}

describe("prune", () => {
  test("drops what was not used for the longest time, down to the limit", async () => {
    const folder = temporaryFolder();
    const keys = await oldParts(folder, ["первая", "вторая", "третья", "четвёртая"]);
    await new ArtifactCache(folder).prune(2500);
    expect(keys.map((key) => isThere(folder, key))).toEqual([false, false, true, true]);
  });

  test("a use makes a part young", async () => {
    const folder = temporaryFolder();
    const [first = "", second = ""] = await oldParts(folder, ["первая", "вторая"]);
    await new ArtifactCache(folder).find(first);
    await new ArtifactCache(folder).prune(1500);
    expect([isThere(folder, first), isThere(folder, second)]).toEqual([true, false]);
  });

  test("keeps what this build has found or made, whatever the limit", async () => {
    const folder = temporaryFolder();
    const [found = "", other = ""] = await oldParts(folder, ["найденная", "лишняя"]);
    const cache = new ArtifactCache(folder);
    await cache.find(found);
    await make(cache);
    await cache.prune(0);
    expect([found, KEY, other].map((key) => isThere(folder, key))).toEqual([true, true, false]);
  });

  test.each(["the stamp is missing", "the stamp is cut short"])(
    "drops what is torn though there is room: %s",
    async (damage) => {
      const folder = temporaryFolder();
      const [torn = "", whole = ""] = await oldParts(folder, ["порванная", "целая"]);
      DAMAGES[damage]?.(join(folder, torn));
      await new ArtifactCache(folder).prune(1_000_000);
      expect([torn, whole].map((key) => isThere(folder, key))).toEqual([false, true]);
    },
  );

  test("touches nothing that is not a part", async () => {
    const folder = temporaryFolder({ "диплом.txt": "важное", "2026/отчёт.txt": "тоже" });
    await new ArtifactCache(folder).prune(0);
    expect(readdirSync(folder).sort()).toEqual(["2026", "диплом.txt"]);
  });
});

describe("dropDrafts", () => {
  test("drops the drafts of processes that have ended, and keeps those of others", async () => {
    const folder = temporaryFolder();
    const [dead, alive] = [`${KEY}.0.${deadProcess()}`, `${KEY}.0.${process.ppid}`];
    for (const name of [dead, alive]) mkdirSync(join(folder, name));
    await new ArtifactCache(folder).dropDrafts();
    expect(readdirSync(folder)).toEqual([alive]);
  });

  test("drops what this build has not finished, and keeps what another in this process makes", async () => {
    const folder = temporaryFolder();
    const [one, other] = [new ArtifactCache(folder), new ArtifactCache(folder)];
    await one.begin(KEY);
    const kept = await other.begin(KEY);
    await one.dropDrafts();
    expect(readdirSync(folder).map((name) => join(folder, name))).toEqual([kept]);
  });

  test("drops a draft of a dead process whose number is now ours, as in a container", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, `${KEY}.99999.${process.pid}`));
    await new ArtifactCache(folder).dropDrafts();
    expect(readdirSync(folder)).toEqual([]);
  });

  test("touches nothing that only looks like a draft", async () => {
    const folder = temporaryFolder({ "report.2026": "важное", [`notes.${deadProcess()}`]: "тоже" });
    await new ArtifactCache(folder).dropDrafts();
    expect(readdirSync(folder)).toHaveLength(2);
  });
});

test("emptyCache removes parts and drafts, says how many, and leaves all else", async () => {
  const folder = temporaryFolder({ "диплом.txt": "важное", "pages-2026/x": "тоже" });
  const cache = new ArtifactCache(folder);
  await make(cache);
  await cache.begin(keyOf("index", "том"));
  expect(await emptyCache(folder)).toBe(2);
  expect(readdirSync(folder).sort()).toEqual(["pages-2026", "диплом.txt"]);
  expect(await emptyCache(join(folder, "нет такой"))).toBe(0);
});

test("caches of one folder that make the same part at once all succeed", async () => {
  const folder = temporaryFolder();
  const caches = Array.from({ length: 8 }, () => new ArtifactCache(folder));
  const made = await Promise.all(caches.map((cache) => make(cache)));
  expect(new Set(made)).toEqual(new Set([join(folder, KEY)]));
  for (const cache of caches) {
    expect(await cache.find(KEY)).toBe(join(folder, KEY));
    await cache.dropDrafts();
  }
  expect(readdirSync(folder)).toEqual([KEY]);
});
