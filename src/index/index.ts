import { cp, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import type { SynonymGroup } from "../content/index.ts";
import { writeLexicon } from "./lexicon/index.ts";
import type { IndexRecord } from "./records.ts";
import { writeShelf } from "./shelf.ts";
import { FACTS, isRussian, LEXICON, PUBLISHED, writeVolume } from "./volume.ts";

export { formsOfWord } from "./lexicon/dictionary.ts";
export { writeFacts } from "./lexicon/facts.ts";
export { writeLexicon } from "./lexicon/index.ts";
export { OpenCorpora } from "./lexicon/opencorpora.ts";
export { type IndexRecord, toRecords } from "./records.ts";
export { relatedArticles } from "./related.ts";
export { type FinishedVolume, writeShelf, writeShelfManifest } from "./shelf.ts";
export { FACTS, isRussian, LEXICON, PUBLISHED, writeVolume } from "./volume.ts";

/**
 * Makes any records searchable, here and now, as one volume.
 *
 * @param records what can be found, in a fixed order
 * @param language an ISO 639-1 code
 * @param site the folder of the site; the index goes into its /pagefind/, the lexicon into its
 *   /search/lexicon/
 * @param synonyms groups of words and phrases that mean the same
 */
export async function writeRecords(
  records: readonly IndexRecord[],
  language: string,
  site: string,
  synonyms: readonly SynonymGroup[] = [],
): Promise<void> {
  const work = await mkdtemp(`${site}-volume-`);
  const [folder, lexicon] = [join(work, "volume"), join(work, "lexicon")];
  await writeVolume(records, language, folder);
  await cp(join(folder, PUBLISHED), site, { recursive: true });
  const lexicons = isRussian(language) ? [lexicon] : [];
  for (const target of lexicons) {
    await writeLexicon([join(folder, FACTS)], synonyms, target, join(site, LEXICON));
  }
  await writeShelf([{ name: language, folder }], lexicons, site);
  await rm(work, { recursive: true });
}
