import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { SEED, SIZES } from "../../sizes.ts";
import { temporaryFolder } from "../temporary.ts";
import { buildIn } from "./build-in.ts";
import { hashesIn, TinyArchive } from "./tiny-archive.ts";

const { edits: EDITS, comparisons: COMPARISONS } = SIZES.rebuild;

describe("a site that was built again and again is the one that is built at once", () => {
  const archive = new TinyArchive(temporaryFolder());
  const site = join(archive.folder, "site");

  test("nothing is made anew where nothing was edited", async () => {
    const { slices: first } = await buildIn(archive.folder);
    expect(first).toEqual({ made: first.made, reused: 0 });
    const hashes = hashesIn(site);
    const { slices: second } = await buildIn(archive.folder);
    expect(second).toEqual({ made: 0, reused: first.made });
    expect(hashesIn(site)).toEqual(hashes);
  });

  const timeout = COMPARISONS * 600_000;
  test(`after edits, ${EDITS} at a time, ${COMPARISONS} times`, { timeout }, async () => {
    const edits: string[] = [];
    for (let round = 0; round < COMPARISONS; round++) {
      for (let edit = 0; edit < EDITS; edit++) edits.push(archive.edit());
      await buildIn(archive.folder);
      const clean = temporaryFolder();
      const own = { output: join(clean, "site"), cache: join(clean, "cache") };
      await buildIn(archive.folder, own);
      const [again, once] = [hashesIn(site), hashesIn(join(clean, "site"))];
      expect(again, `seed ${SEED}: ${edits.join("; ")}`).toEqual(once);
      rmSync(clean, { recursive: true });
    }
  });

  test("an image that changed is shown, though its article and the site before the last did not", async () => {
    const drawing = (height: number): string =>
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 ${height}"></svg>`;
    const shown = "---\ntitle: Новость\n---\n\nТекст.\n\n![Вид](vid.svg)\n";
    const folder = temporaryFolder({ "content/a.md": shown, "content/vid.svg": drawing(1) });
    await buildIn(folder);
    writeFileSync(join(folder, "content/b.md"), "---\ntitle: Другая\ndraft: true\n---\n");
    mkdirSync(join(folder, "_data"));
    for (const [index, image] of [drawing(2), drawing(3), drawing(3)].entries()) {
      // A new synonym makes a new site of the same pages.
      writeFileSync(join(folder, "_data/synonyms.yaml"), `- [новость, весть${index}]\n`);
      writeFileSync(join(folder, "content/vid.svg"), image);
      await buildIn(folder);
      expect(readFileSync(join(folder, "site/articles/a/vid.svg"), "utf8")).toBe(image);
    }
  });
});
