import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join, relative } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { ArtifactCache } from "../../../src/build/cache/artifact-cache.ts";
import { DamagedSite } from "../../../src/build/cache/damage.ts";
import { checkTree } from "../../../src/build/checks/tree-check.ts";
import { parseManifest } from "../../../src/build/site/site-manifest.ts";
import { temporaryFolder } from "../temporary.ts";
import { buildIn } from "./build-in.ts";
import { hashesIn } from "./tiny-archive.ts";

const DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"></svg>';

const FILES = {
  "_data/site.yaml": "name: Вести\naddress: https://vesti.example\nvolumeItems: 1\n",
  "content/a.md": "---\ntitle: Мост\ndate: 2021-03-01\n---\n\nМост открыт. ![Вид](vid.svg)\n",
  "content/b.md": "---\ntitle: Сад\ndate: 2026-03-01\n---\n\nСад посажен.\n",
  "content/vid.svg": DRAWING,
};

/** One byte becomes another; what the disk says of the file stays. */
function flip(file: string, inPlace: boolean): void {
  const bytes = readFileSync(file);
  const { atime, mtime } = statSync(file);
  const middle = bytes.length >> 1;
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  // Otherwise other names of the file, which are links, keep the right bytes.
  if (!inPlace) rmSync(file);
  writeFileSync(file, bytes);
  utimesSync(file, atime, mtime);
}

function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** @returns files of all kinds that a build reads again or publishes again: one of each name of each kind of part */
function oneOfEachKind(folder: string): string[] {
  const kindOf = (file: string): string =>
    relative(folder, file).replaceAll(/[0-9a-f]{10,}|[A-Z0-9]{8}/g, "*");
  return [...new Map(filesIn(folder).map((file) => [kindOf(file), file])).values()];
}

const folder = temporaryFolder(FILES);
const [site, cache] = [join(folder, "site"), join(folder, "cache")];
let clean: Record<string, string> = {};
let round = 0;

/** Has a new site made of the same pages: the search alone depends on synonyms. */
function change(): void {
  writeFileSync(join(folder, "_data/synonyms.yaml"), `- [мост, переправа${round++}]\n`);
}

async function expectRight(): Promise<void> {
  rmSync(join(folder, "_data/synonyms.yaml"), { force: true });
  await buildIn(folder);
  expect(hashesIn(site)).toEqual(clean);
}

beforeAll(async () => {
  await buildIn(folder);
  clean = hashesIn(site);
});

describe("a byte that the disk has changed, with the same size and time, is not published", () => {
  const isPart = (file: string): boolean => /^[a-z]+-[0-9a-f]{32}\//.test(relative(cache, file));

  test("in the cache, whatever it is a byte of", async () => {
    const kinds = oneOfEachKind(cache).filter(isPart);
    expect(kinds.length).toBeGreaterThan(20);
    // All at once: each has to be found by itself, or the site would differ.
    for (const file of kinds) flip(file, true);
    flip(join(cache, "known-files.json"), true);
    change();
    await buildIn(folder);
    await expectRight();
  });

  test("in the cache alone, while what makes other parts from it is made anew", async () => {
    const inputs = oneOfEachKind(cache).filter((file) => isPart(file) && !file.includes("/site/"));
    expect(inputs.map((file) => file.split("/").at(-1))).toEqual(
      expect.arrayContaining(["slice.json", "words.bin", "pages.json"]),
    );
    for (const file of inputs) flip(file, false);
    for (const name of readdirSync(cache)) {
      if (/^(?:segment|search|year|lists)-/.test(name))
        rmSync(join(cache, name), { recursive: true });
    }
    rmSync(site, { recursive: true });
    await expectRight();
  });

  test("in the site before the last, which the next one is made of", async () => {
    change();
    await buildIn(folder);
    const before = join(`${site}.next`, "articles/a/index.html");
    flip(before, false);
    change();
    const { notices } = await buildIn(folder);
    expect(notices.join("\n")).toContain("articles/a/index.html");
    await expectRight();
  });
});

test("what is damaged again and again is an error that names the file, and the site stays", async () => {
  const manifest = parseManifest(readFileSync(join(site, "build.json"), "utf8"));
  const parts = new ArtifactCache(cache);
  expect(() => checkTree(site, manifest, parts)).not.toThrow();
  const faults: Readonly<Record<string, () => void>> = {
    "articles/a/index.html": () => flip(join(site, "articles/a/index.html"), false),
    "articles/more.html": () => writeFileSync(join(site, "articles/more.html"), ""),
    "articles/b/index.html": () => rmSync(join(site, "articles/b/index.html")),
  };
  for (const fault of Object.values(faults)) fault();
  const wrong = (): unknown => {
    try {
      return checkTree(site, manifest, parts);
    } catch (error) {
      return error;
    }
  };
  const error = wrong();
  expect(error).toBeInstanceOf(DamagedSite);
  expect((error as DamagedSite).files).toEqual(Object.keys(faults).sort());
  expect(String(error)).toContain(join(site, "articles/a/index.html"));
  expect(existsSync(join(site, "index.html"))).toBe(true);
});
