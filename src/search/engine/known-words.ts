import { filterFileOf, filterKeyOf, isInFilter, nameAt } from "../format/index.ts";
import type { PackFiles } from "./fetched-files.ts";

/** The dictionary has no other words. */
const RUSSIAN = /^[а-яё]+$/;

/**
 * The words of a dictionary of Russian, roughly: they tell a word that the archive does not hold from a slip of
 * the hand. Nothing of them is fetched for words that it holds.
 */
export class KnownWords {
  readonly #names: string;
  readonly #files: PackFiles;

  /** @param names of its files, as the manifest has them */
  constructor(names: string, files: PackFiles) {
    this.#names = names;
    this.#files = files;
  }

  /**
   * @param word in lower case, й and ё as typed
   * @returns whether the dictionary has it, or a word with its stem; of all others one in 128 passes
   * @throws ArrivalError where the file that says so does not arrive
   */
  async has(word: string): Promise<boolean> {
    if (!RUSSIAN.test(word)) return false;
    const key = filterKeyOf(word);
    const name = nameAt(this.#names, filterFileOf(key));
    return name !== "" && isInFilter(await this.#files.bytes("dictionary", name), key);
  }
}
