import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  MANIFEST_FILE,
  PACK_FOLDER,
  PACK_FORMAT,
  type SearchManifest,
} from "../search/format/index.ts";
import { writeWordFilter } from "./lexicon/dictionary-words.ts";
import { writeLicence } from "./lexicon/licence.ts";
import { SEGMENT } from "./segment/write-segment.ts";
import { PackFiles } from "./written-files.ts";

/**
 * Writes the search's manifest, and the licence of its dictionary.
 *
 * @param segments the folders of all segments, the newest first
 * @param site the folder of the site
 */
export async function writeManifest(segments: readonly string[], site: string): Promise<void> {
  const written = segments.map(SEGMENT.read);
  const folder = join(site, PACK_FOLDER);
  await mkdir(folder, { recursive: true });
  const synonyms = written.flatMap((one) => one.synonyms);
  const manifest: SearchManifest = {
    format: PACK_FORMAT,
    segments: written.map(({ segment }) => segment),
    synonyms: [...new Map(synonyms.map((group) => [JSON.stringify(group), group])).values()],
    dictionary: writeWordFilter(new PackFiles(folder, "dictionary")),
  };
  await writeFile(join(folder, MANIFEST_FILE), JSON.stringify(manifest));
  await writeLicence(folder);
}
