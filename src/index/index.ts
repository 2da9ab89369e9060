import { join } from "node:path";
import type { Archive, SynonymGroup } from "../content/index.ts";
import { writeLexicon } from "./lexicon/index.ts";
import { writePagefind } from "./pagefind.ts";
import { type IndexRecord, toRecords } from "./records.ts";

export { writeLexicon } from "./lexicon/index.ts";
export { OpenCorpora } from "./lexicon/opencorpora.ts";
export type { IndexRecord } from "./records.ts";

/**
 * Makes an archive searchable: every article and every headline is a record of its own.
 *
 * @param archive what is published
 * @param siteFolder the folder of the site; the index goes into its /pagefind/, the
 *   lexicon into its /search/lexicon/
 * @returns how many records there are
 */
export async function writeIndex(archive: Archive, siteFolder: string): Promise<number> {
  const records = toRecords(archive);
  const language = archive.site.language.split("-")[0] ?? "ru";
  await writeRecords(records, language, siteFolder, archive.synonyms);
  return records.length;
}

/** Makes any records searchable, as writeIndex does those of an archive. */
export async function writeRecords(
  records: readonly IndexRecord[],
  language: string,
  siteFolder: string,
  synonyms: readonly SynonymGroup[] = [],
): Promise<void> {
  const bundle = join(siteFolder, "pagefind");
  await writePagefind(records, language, bundle);
  if (language === "ru") await writeLexicon(bundle, join(siteFolder, "search/lexicon"), synonyms);
}
