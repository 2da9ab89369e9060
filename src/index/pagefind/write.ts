import { rm } from "node:fs/promises";
import { join } from "node:path";
import * as pagefind from "pagefind";
import type { IndexRecord } from "../records.ts";

/** Interfaces that Pagefind writes beside every index and that our pages do not use. */
const UNUSED = [
  "pagefind-highlight.js",
  "pagefind-modular-ui.css",
  "pagefind-modular-ui.js",
  "pagefind-ui.css",
  "pagefind-ui.js",
];

/** Records that are under way to Pagefind at once: it takes them in turn, but need not wait. */
const UNDER_WAY = 64;

/**
 * Writes a Pagefind index.
 *
 * @param records what can be found, in a fixed order
 * @param language what Pagefind calls the index; what stands before a hyphen is an ISO 639-1 code:
 *   one index in one language, whatever a page says of itself
 * @param folder where the index goes; it is made where it is missing
 * @param maxFragments the most files for what results show; one for each record by default
 * @throws Error with Pagefind's own complaints
 */
export async function writePagefind(
  records: readonly IndexRecord[],
  language: string,
  folder: string,
  maxFragments?: number,
): Promise<void> {
  const created = await pagefind.createIndex({
    forceLanguage: language,
    ...(maxFragments === undefined ? {} : { maxFragments }),
  });
  const { index } = created;
  if (index === undefined) throw pagefindError("create an index", created.errors);
  try {
    for (let start = 0; start < records.length; start += UNDER_WAY) {
      const batch = records.slice(start, start + UNDER_WAY);
      await Promise.all(batch.map((record) => addRecord(index, record)));
    }
    const written = await index.writeFiles({ outputPath: folder });
    if (written.errors.length > 0) throw pagefindError(`write ${folder}`, written.errors);
  } finally {
    await pagefind.close();
  }
  await Promise.all(UNUSED.map((file) => rm(join(folder, file))));
}

async function addRecord(index: pagefind.PagefindIndex, { url, html }: IndexRecord): Promise<void> {
  const added = await index.addHTMLFile({ url, content: html });
  if (added.errors.length > 0) throw pagefindError(`index ${url}`, added.errors);
}

function pagefindError(action: string, errors: readonly string[]): Error {
  return new Error(`Pagefind could not ${action}: ${errors.join("; ")}`);
}
