import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Archive, SynonymGroup } from "../content/index.ts";
import { assembleVolumes, type FinishedVolume } from "./assemble.ts";
import { type IndexRecord, toRecords } from "./records.ts";
import { writeVolume } from "./volume.ts";
import { cutVolumes, type VolumePlan } from "./volumes.ts";

export { writeLexicon, writeShelf } from "./lexicon/index.ts";
export { OpenCorpora } from "./lexicon/opencorpora.ts";
export type { IndexRecord } from "./records.ts";
export { writeVolume } from "./volume.ts";
export type { VolumePlan } from "./volumes.ts";

/**
 * Makes volumes, or finds those that were made before.
 *
 * @param plans the volumes of an archive
 * @param synonyms groups of words and phrases that mean the same
 * @returns the folder of each, as writeVolume fills it
 */
export type VolumeMaker = (
  plans: readonly VolumePlan[],
  synonyms: readonly SynonymGroup[],
) => Promise<string[]>;

/**
 * Makes an archive searchable: every article and every headline is a record of its own.
 *
 * @param archive what is published
 * @param siteFolder the folder of the site; the index goes into its /pagefind/, the
 *   lexicon into its /search/lexicon/
 * @returns how many records there are
 */
export async function writeIndex(
  archive: Archive,
  siteFolder: string,
  make: VolumeMaker,
): Promise<number> {
  const records = toRecords(archive);
  const language = archive.site.language.split("-")[0] ?? "ru";
  const plans = cutVolumes(records, language);
  const folders = await make(plans, archive.synonyms);
  await assembleVolumes(finished(plans, folders), siteFolder);
  return records.length;
}

/** Makes any records searchable, here and now, as writeIndex does those of an archive. */
export async function writeRecords(
  records: readonly IndexRecord[],
  language: string,
  siteFolder: string,
  synonyms: readonly SynonymGroup[] = [],
): Promise<void> {
  const plans = cutVolumes(records, language);
  const folder = await mkdtemp(`${siteFolder}-volumes-`);
  const folders = plans.map((plan) => join(folder, plan.language));
  for (const [index, plan] of plans.entries()) {
    await writeVolume(plan, folders[index] ?? folder, synonyms);
  }
  await assembleVolumes(finished(plans, folders), siteFolder);
  await rm(folder, { recursive: true });
}

function finished(plans: readonly VolumePlan[], folders: readonly string[]): FinishedVolume[] {
  return plans.map(({ language }, index) => ({ language, folder: folders[index] ?? "" }));
}
