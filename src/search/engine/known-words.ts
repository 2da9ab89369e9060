import { filterFileOf, filterKeyOf, isInFilter, nameAt } from "../format/index.ts";
import type { PackFiles } from "./fetched-files.ts";

/** The dictionary has no other words. */
const RUSSIAN = /^[а-яё]+$/;

/**
 * Whether a dictionary of Russian has a word in lower case, й and ё as typed, or a word with its stem; of all
 * others one in 128 passes.
 *
 * @throws ArrivalError where the file that says so does not arrive
 */
export type KnownWords = (word: string) => Promise<boolean>;

/**
 * They tell a word that the archive does not hold from a slip of the hand. Nothing of them is fetched for words
 * that it holds.
 *
 * @param names of the dictionary's files, as the manifest has them
 */
export function knownWords(names: string, files: PackFiles): KnownWords {
  return async (word) => {
    if (!RUSSIAN.test(word)) return false;
    const key = filterKeyOf(word);
    const name = nameAt(names, filterFileOf(key));
    return name !== "" && isInFilter(await files.bytes("dictionary", name), key);
  };
}
