import { mkdirSync, readdirSync, renameSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { join, relative } from "node:path";
import type { SynonymGroup } from "../content/index.ts";
import { isRussian } from "../language/index.ts";
import { PUBLISHED } from "./folders.ts";
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
  const leaves: string[] = [];
  for (let start = 0; start < records.length; start += LEAF_PAGES) {
    const leaf = join(work, `leaf-${start}`);
    await writeLeaf(records.slice(start, start + LEAF_PAGES), leaf);
    leaves.push(leaf);
  }
  await publishLeaves(leaves, synonyms, site, work);
  await rm(work, { recursive: true });
}

/**
 * Makes a whole search of leaves outside a build.
 *
 * @param work a folder for what is not published
 */
export async function publishLeaves(
  leaves: readonly string[],
  synonyms: readonly SynonymGroup[],
  site: string,
  work: string,
): Promise<void> {
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
