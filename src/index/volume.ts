import { join } from "node:path";
import type { SynonymGroup } from "../content/index.ts";
import { writeLexicon } from "./lexicon/index.ts";
import { writePagefind } from "./pagefind.ts";
import type { VolumePlan } from "./volumes.ts";

/**
 * Indexes a volume, with its lexicon where it is Russian.
 *
 * @param folder where pagefind/ and search/lexicon/ of the volume go
 * @param synonyms groups of words and phrases that mean the same
 */
export async function writeVolume(
  { language, records }: VolumePlan,
  folder: string,
  synonyms: readonly SynonymGroup[],
): Promise<void> {
  const bundle = join(folder, "pagefind");
  await writePagefind(records, language, bundle);
  if (!language.startsWith("ru")) return;
  await writeLexicon(bundle, language, join(folder, "search/lexicon"), synonyms);
}
