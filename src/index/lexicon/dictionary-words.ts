import { readFileSync } from "node:fs";
import {
  ByteReader,
  ByteWriter,
  encodeFilter,
  FILTER_FILES,
  filterFileOf,
  filterKeyOf,
} from "../../search/format/index.ts";
import type { PackFiles } from "../written-files.ts";

/**
 * The words of the OpenCorpora dictionary, as the browser asks for them. To find them takes
 * ten seconds, and they are the same for every site: `npm run dictionary-filter` writes them anew where
 * the dictionary, the stemmer or the format of the filter has changed. CC BY-SA 3.0, as the dictionary.
 */
export const WORD_FILTER = new URL("dictionary.filter", import.meta.url);

/**
 * @param words of a dictionary, in lower case
 * @returns what WORD_FILTER holds: the body of each filter file, its length in front
 */
export function toFilterFile(words: Iterable<string>): Uint8Array {
  const files = Array.from({ length: FILTER_FILES }, () => new Set<string>());
  for (const word of words) {
    const key = filterKeyOf(word);
    files[filterFileOf(key)]?.add(key);
  }
  const to = new ByteWriter();
  for (const keys of files) {
    const body = encodeFilter([...keys]);
    to.number(body.length);
    to.bytes(body);
  }
  return to.toBytes();
}

/**
 * Writes the files by which the browser tells words of the language from slips of the hand.
 *
 * @returns their names, one behind the other, as the manifest has them
 */
export function writeWordFilter(files: PackFiles): string {
  const from = new ByteReader(readFileSync(WORD_FILTER));
  const names = Array.from({ length: FILTER_FILES }, () => {
    return files.write("dictionary", from.bytes(from.number())).name;
  });
  return names.join("");
}
