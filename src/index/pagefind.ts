import { rm } from "node:fs/promises";
import { join } from "node:path";
import * as pagefind from "pagefind";
import type { IndexRecord } from "./records.ts";

/** Interfaces that Pagefind writes beside every index and that our pages do not use. */
const UNUSED = [
  "pagefind-highlight.js",
  "pagefind-modular-ui.css",
  "pagefind-modular-ui.js",
  "pagefind-ui.css",
  "pagefind-ui.js",
];

/**
 * Writes a Pagefind index.
 *
 * @param records what can be found, in a fixed order
 * @param language an ISO 639-1 code: one index in one language, whatever a page says of itself
 * @param folder where the index goes; it is made where it is missing
 * @throws Error with Pagefind's own complaints
 */
export async function writePagefind(
  records: readonly IndexRecord[],
  language: string,
  folder: string,
): Promise<void> {
  const created = await pagefind.createIndex({ forceLanguage: language });
  if (created.index === undefined) throw pagefindError("create an index", created.errors);
  try {
    for (const { url, html } of records) {
      const added = await created.index.addHTMLFile({ url, content: html });
      if (added.errors.length > 0) throw pagefindError(`index ${url}`, added.errors);
    }
    const written = await created.index.writeFiles({ outputPath: folder });
    if (written.errors.length > 0) throw pagefindError(`write ${folder}`, written.errors);
  } finally {
    await pagefind.close();
  }
  await Promise.all(UNUSED.map((file) => rm(join(folder, file))));
}

function pagefindError(action: string, errors: readonly string[]): Error {
  return new Error(`Pagefind could not ${action}: ${errors.join("; ")}`);
}
