import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { register } from "tsx/esm/api";
import { afterAll, describe, expect, test } from "vitest";
import { hashOfIndex, hashOfPages } from "../../../src/build/code-hash.ts";
import { type BuildReport, buildSite, PROJECT, Progress } from "../../../src/build/index.ts";
import { temporaryFolder } from "../temporary.ts";
import { hashesIn, TinyArchive } from "./tiny-archive.ts";

// Eleventy imports the templates itself, and not through vitest.
afterAll(register());

/** More of them, and other seeds: VESTNIK_EDITS=100 VESTNIK_SEED=7 npm run test:unit. */
const EDITS = Number(process.env.VESTNIK_EDITS ?? 6);
const SEED = Number(process.env.VESTNIK_SEED ?? 1);

function build(
  archive: Pick<TinyArchive, "folder">,
  output: string,
  cache: string,
): Promise<BuildReport> {
  const options = {
    content: join(archive.folder, "content"),
    data: join(archive.folder, "_data"),
    output,
    overrides: {},
    cache,
    cacheLimit: 1_000_000_000,
  };
  return buildSite(options, new Progress(() => {}));
}

describe("a site that was built again and again is the one that is built at once", () => {
  const minutes = 60_000;
  test(`after each of ${EDITS} edits`, { timeout: (4 + EDITS) * minutes }, async () => {
    const archive = new TinyArchive(temporaryFolder(), SEED);
    const kept = temporaryFolder();
    const [site, cache] = [join(kept, "site"), join(kept, "cache")];
    await build(archive, site, cache);
    const edits: string[] = [];
    for (let edit = 0; edit < EDITS; edit++) {
      edits.push(archive.edit());
      await build(archive, site, cache);
      const clean = temporaryFolder();
      await build(archive, join(clean, "site"), join(clean, "cache"));
      const [again, once] = [hashesIn(site), hashesIn(join(clean, "site"))];
      expect(again, `seed ${SEED}: ${edits.join("; ")}`).toEqual(once);
      rmSync(clean, { recursive: true });
    }
  });

  test("an image that changed is shown, though its article and the site before the last did not", async () => {
    const drawing = (height: number): string => `<svg viewBox="0 0 9 ${height}"></svg>`;
    const shown = "---\ntitle: Новость\n---\n\nТекст.\n\n![Вид](vid.svg)\n";
    const folder = temporaryFolder({ "content/a.md": shown, "content/vid.svg": drawing(1) });
    const archive = { folder };
    const [site, cache] = [join(folder, "site"), join(folder, "cache")];
    await build(archive, site, cache);
    writeFileSync(join(folder, "content/b.md"), "---\ntitle: Другая\ndraft: true\n---\n");
    mkdirSync(join(folder, "_data"));
    for (const [index, image] of [drawing(2), drawing(3), drawing(3)].entries()) {
      // A new synonym makes a new site of the same pages.
      writeFileSync(join(folder, "_data/synonyms.yaml"), `- [новость, весть${index}]\n`);
      writeFileSync(join(folder, "content/vid.svg"), image);
      await build(archive, site, cache);
      expect(readFileSync(join(site, "articles/a/vid.svg"), "utf8")).toBe(image);
    }
  });

  test("nothing is made anew where nothing was edited", async () => {
    const archive = new TinyArchive(temporaryFolder(), SEED, 12, 3);
    const kept = temporaryFolder();
    const [site, cache] = [join(kept, "site"), join(kept, "cache")];
    const { volumes: first } = await build(archive, site, cache);
    const hashes = hashesIn(site);
    const { volumes: second } = await build(archive, site, cache);
    expect(first).toEqual({ made: first.made, reused: 0 });
    expect(second).toEqual({ made: 0, reused: first.made });
    expect(hashesIn(site)).toEqual(hashes);
  });
});

/** @returns a copy of what the bytes of a site depend on, with one file more */
function copyOfProject(extra: string): string {
  const folder = temporaryFolder();
  for (const path of ["src", "package-lock.json", "eleventy.config.ts"]) {
    cpSync(join(PROJECT, path), join(folder, path), { recursive: true });
  }
  writeFileSync(join(folder, extra), "// новое");
  return folder;
}

describe("a change of the code makes all anew that it made:", () => {
  const base = copyOfProject("unrelated.ts");
  const changes = [
    ["src/site/pages/volume/new.ts", { pages: true, index: false }],
    ["src/site/styles/new.css", { pages: true, index: false }],
    ["src/index/new.ts", { pages: false, index: true }],
    ["src/content/new.ts", { pages: true, index: true }],
    ["src/language/new.ts", { pages: true, index: true }],
    ["src/build/new.ts", { pages: true, index: true }],
    ["package-lock.json", { pages: true, index: true }],
    ["eleventy.config.ts", { pages: true, index: false }],
    ["src/search/ui/new.ts", { pages: false, index: false }],
  ] as const;

  test.each(changes)("%s", (file, changed) => {
    const folder = copyOfProject(file);
    const pages = hashOfPages(folder) !== hashOfPages(base);
    const index = hashOfIndex(folder) !== hashOfIndex(base);
    expect({ pages, index }).toEqual(changed);
  });
});
