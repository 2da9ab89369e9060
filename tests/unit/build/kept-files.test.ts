import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readHashes } from "../../../src/build/index.ts";
import {
  dropKept,
  KEEP_DAYS,
  KEPT,
  type KeptFile,
  keepFiles,
  readKept,
} from "../../../src/build/site/kept-files.ts";
import { temporaryFolder } from "../temporary.ts";
import { buildIn } from "./build-in.ts";

const OLD = "assets/site-AAAAAAAA.css";
const OLDER = "search/pack/0a1b2c3d4e.pack";
const DAY_MS = 86_400_000;
const NOW = new Date("2026-11-25T12:00:00Z");
const daysAgo = (days: number): string => new Date(NOW.getTime() - days * DAY_MS).toISOString();

const sumOf = (text: string): string => createHash("sha256").update(text).digest("hex");

function list(files: Readonly<Record<string, KeptFile>>): string {
  return JSON.stringify({ files });
}

describe("of the site that stood there the next one keeps", () => {
  test("files with a hash in their names, and tells since when it does without them", () => {
    const standing = temporaryFolder({ [OLD]: "old", "feed.xml": "old" });
    const next = temporaryFolder({ "feed.xml": "new" });
    const sums = new Map([OLD, "feed.xml"].map((path) => [path, sumOf("old")]));
    keepFiles(standing, sums, next, NOW);
    expect(readFileSync(join(next, OLD), "utf8")).toBe("old");
    expect(readFileSync(join(next, "feed.xml"), "utf8")).toBe("new");
    expect([...readKept(next)]).toEqual([
      [OLD, { since: NOW.toISOString(), sha256: sumOf("old") }],
    ]);
  });

  test("what that one had kept, until its time is over", () => {
    const since = daysAgo(KEEP_DAYS - 1);
    const kept = {
      [OLD]: { since, sha256: sumOf("old") },
      [OLDER]: { since: daysAgo(KEEP_DAYS + 1), sha256: sumOf("older") },
    };
    const standing = temporaryFolder({ [OLD]: "old", [OLDER]: "older", [KEPT]: list(kept) });
    const next = temporaryFolder({});
    keepFiles(standing, new Map(), next, NOW);
    expect([...readKept(next)]).toEqual([[OLD, kept[OLD]]]);
    expect(existsSync(join(next, OLDER))).toBe(false);
  });

  test("nothing that the next one has itself", () => {
    const standing = temporaryFolder({ [OLD]: "old" });
    const next = temporaryFolder({ [OLD]: "the same" });
    keepFiles(standing, new Map([[OLD, sumOf("old")]]), next, NOW);
    expect(existsSync(join(next, KEPT))).toBe(false);
    expect(readFileSync(join(next, OLD), "utf8")).toBe("the same");
  });

  test("nothing that has changed on the disk, and nothing that a link leads to", () => {
    const standing = temporaryFolder({ [OLD]: "changed", "beside/a.pack": "old" });
    mkdirSync(join(standing, "search"));
    symlinkSync(join(standing, "beside"), join(standing, "search/pack"));
    const linked = "search/pack/a.pack";
    const next = temporaryFolder({});
    keepFiles(standing, new Map([OLD, linked].map((path) => [path, sumOf("old")])), next, NOW);
    expect(readdirSync(next)).toEqual([]);
  });
});

test("a list names no file that has another name than ours have", () => {
  const files = {
    "index.html": { since: NOW.toISOString(), sha256: sumOf("page") },
    "assets/../../a-AAAAAAAA.css": { since: NOW.toISOString(), sha256: sumOf("page") },
  };
  const folder = temporaryFolder({ "index.html": "page", [KEPT]: list(files) });
  expect([...dropKept(folder)]).toEqual([]);
  expect(readdirSync(folder)).toEqual(["index.html"]);
});

test("each folder that kept files leave is told of once, however many these are", () => {
  const [a, b] = ["assets/a-AAAAAAAA.css", "assets/b-BBBBBBBB.css"];
  const files = { [a]: { since: NOW.toISOString(), sha256: sumOf("a") } };
  const folder = temporaryFolder({
    [a]: "a",
    [b]: "b",
    [KEPT]: list({ ...files, [b]: { since: NOW.toISOString(), sha256: sumOf("b") } }),
  });
  expect([...dropKept(folder)]).toEqual(["assets"]);
  expect(readdirSync(folder, { recursive: true })).toEqual(["assets"]);
});

test("a site that is built again keeps the files of the search that it had, and loses them in time", async () => {
  const article = (text: string): string => `---\ntitle: Новость\n---\n\n${text}\n`;
  const folder = temporaryFolder({ "content/a.md": article("Старый мост.") });
  const output = join(folder, "site");
  const build = async (): Promise<string[]> => {
    await buildIn(folder);
    return [...readHashes(output).keys()];
  };
  const pieces = (paths: readonly string[]): string[] =>
    paths.filter((path) => /\.pack$/.test(path));
  const first = await build();
  expect(first).not.toContain(KEPT);
  writeFileSync(join(folder, "content/a.md"), article("Новый тоннель."));
  const second = await build();
  expect(second).toEqual(expect.arrayContaining(pieces(first)));
  expect(pieces(second).length).toBeGreaterThan(pieces(first).length);
  // The same once more, which changes nothing, and then the text as it was: nothing is there twice.
  expect(await build()).toEqual(second);
  writeFileSync(join(folder, "content/a.md"), article("Старый мост."));
  const third = await build();
  expect(pieces(third).sort()).toEqual(pieces(second).sort());
  expect([...readKept(output).keys()]).not.toContain(pieces(first)[0]);
  rmSync(folder, { recursive: true });
});
