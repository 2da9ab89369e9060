import { mkdirSync, readdirSync, renameSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { join, relative } from "node:path";
import type { SynonymGroup } from "../content/index.ts";
import { isRussian } from "../language/index.ts";
import { PUBLISHED } from "./artifact-files.ts";
import { LEAF_PAGES, writeLeaf } from "./leaf/write-leaf.ts";
import { writePagefind } from "./pagefind/write-index.ts";
import type { IndexRecord } from "./records.ts";
import { averageOf, writeSegment } from "./segment/write-segment.ts";
import { writeManifest } from "./write-manifest.ts";

/**
 * Makes any records searchable, here and now.
 *
 * @param records what can be found, in a fixed order
 * @param language an ISO 639-1 code
 * @param site the folder of the site; a Russian search goes into its /search/pack/, another one into
 *   /pagefind/
 * @param synonyms groups of words and phrases that mean the same
 */
export async function writeRecords(
  records: readonly IndexRecord[],
  language: string,
  site: string,
  synonyms: readonly SynonymGroup[] = [],
): Promise<void> {
  if (!isRussian(language)) return writePagefind(records, language, join(site, "pagefind"));
  const work = await mkdtemp(`${site}-leaves-`);
  await publishInLeaves(records, writeLeaf, synonyms, site, work);
  await rm(work, { recursive: true });
}

/**
 * Makes a whole search outside a build, a leaf after the other.
 *
 * @param writeOne makes a leaf of some of the things
 * @param work a folder for what is not published
 */
export async function publishInLeaves<Item>(
  items: readonly Item[],
  writeOne: (some: readonly Item[], folder: string) => Promise<void> | void,
  synonyms: readonly SynonymGroup[],
  site: string,
  work: string,
): Promise<void> {
  const leaves: string[] = [];
  for (let start = 0; start < items.length; start += LEAF_PAGES) {
    const leaf = join(work, `leaf-${start}`);
    await writeOne(items.slice(start, start + LEAF_PAGES), leaf);
    leaves.push(leaf);
  }
  const segment = join(work, "segment");
  const average = averageOf(leaves);
  await writeSegment({ name: "all", leaves, average, synonyms }, segment);
  for (const part of [...leaves, segment]) moveFiles(join(part, PUBLISHED), site);
  await writeManifest([segment], site);
}

/** Both folders are on one disk. */
function moveFiles(from: string, to: string): void {
  const files = readdirSync(from, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const targetOf = (folder: string): string => join(to, relative(from, folder));
  for (const folder of new Set(files.map(({ parentPath }) => parentPath))) {
    mkdirSync(targetOf(folder), { recursive: true });
  }
  for (const { parentPath, name } of files) {
    renameSync(join(parentPath, name), join(targetOf(parentPath), name));
  }
}
