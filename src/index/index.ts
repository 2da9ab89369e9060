import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import type { SynonymGroup } from "../content/index.ts";
import { assembleIndex } from "./assemble.ts";
import { writeLexicon } from "./lexicon/index.ts";
import type { IndexRecord } from "./records.ts";
import { FACTS, isRussian, writeVolume } from "./volume.ts";

export { assembleIndex, assembleShelf, type FinishedVolume, linkFolder } from "./assemble.ts";
export { writeFacts } from "./lexicon/facts.ts";
export { writeLexicon } from "./lexicon/index.ts";
export { OpenCorpora } from "./lexicon/opencorpora.ts";
export { type IndexRecord, toRecords } from "./records.ts";
export { FACTS, isRussian, writeVolume } from "./volume.ts";

/**
 * Makes any records searchable, here and now, as one volume.
 *
 * @param records what can be found, in a fixed order
 * @param language an ISO 639-1 code
 * @param siteFolder the folder of the site; the index goes into its /pagefind/, the lexicon into
 *   its /search/lexicon/
 * @param synonyms groups of words and phrases that mean the same
 */
export async function writeRecords(
  records: readonly IndexRecord[],
  language: string,
  siteFolder: string,
  synonyms: readonly SynonymGroup[] = [],
): Promise<void> {
  const work = await mkdtemp(`${siteFolder}-volume-`);
  const [volume, lexicon] = [join(work, "volume"), join(work, "lexicon")];
  await writeVolume(records, language, volume);
  if (isRussian(language)) await writeLexicon([join(volume, FACTS)], lexicon, synonyms);
  const lexicons = isRussian(language) ? [lexicon] : [];
  await assembleIndex([{ name: language, folder: volume }], lexicons, siteFolder);
  await rm(work, { recursive: true });
}
