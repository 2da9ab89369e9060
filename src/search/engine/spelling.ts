import { fold } from "../../language/index.ts";
import { SUGGESTION_KEY_LENGTH } from "../format/index.ts";
import type { SearchIndex } from "./search-index.ts";

/** Folding makes these of й and ё. */
const AMBIGUOUS = /[ие]/;

/**
 * How a folded word is spelled, as far as the words that are offered while typing say.
 *
 * @returns the word itself where they do not know it, or do not arrive: it is only for show
 */
export async function spell(word: string, index: SearchIndex): Promise<string> {
  if (!AMBIGUOUS.test(word) || word.length < SUGGESTION_KEY_LENGTH) return word;
  try {
    const words = await index.suggestions(word.slice(0, SUGGESTION_KEY_LENGTH));
    return words.find((one) => fold(one) === word) ?? word;
  } catch {
    return word;
  }
}
