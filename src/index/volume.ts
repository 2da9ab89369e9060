import { join } from "node:path";
import { writeFacts } from "./lexicon/facts.ts";
import { writePagefind } from "./pagefind.ts";
import type { IndexRecord } from "./records.ts";

/** Where the parts of an indexed volume lie in its folder. */
export const BUNDLE = "bundle";
export const FACTS = "facts";

/**
 * Indexes a volume, and writes what a lexicon is made of where it is Russian.
 *
 * @param records what can be found, in a fixed order
 * @param name what Pagefind calls the volume: ru, or ru-2016-2019
 * @param folder where its parts go
 * @param maxFragments the most files for what results show; one for each record by default
 */
export async function writeVolume(
  records: readonly IndexRecord[],
  name: string,
  folder: string,
  maxFragments?: number,
): Promise<void> {
  await writePagefind(records, name, join(folder, BUNDLE), maxFragments);
  if (isRussian(name)) await writeFacts(join(folder, BUNDLE), name, join(folder, FACTS));
}

/** @param name a volume's, or a language */
export function isRussian(name: string): boolean {
  return /^ru\b/.test(name);
}
