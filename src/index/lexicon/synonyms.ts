import {
  fold,
  isStopWord,
  type SynonymForms,
  wordParts,
  words as wordsOf,
} from "../../language/index.ts";
import { formsOf, type Reading } from "./dictionary.ts";

/**
 * Writes out the forms of every word of the synonyms, so that the browser knows «Китаем» for
 * «Китай» without asking for anything.
 *
 * @param synonyms groups of words and phrases that mean the same
 * @param read what the dictionary says of a word
 */
export function withForms(
  synonyms: readonly (readonly string[])[],
  read: (word: string) => Reading,
): SynonymForms[] {
  return synonyms.map((group) =>
    group.map((variant) => {
      const parts = wordsOf(variant.toLowerCase()).flatMap(wordParts);
      return parts.filter((word) => !isStopWord(word)).map((word) => allForms(word, read));
    }),
  );
}

/** The word as written first, then its forms, folded. */
function allForms(word: string, read: (word: string) => Reading): string[] {
  const forms = read(word).known.flatMap(formsOf);
  return [...new Set([word, fold(word), ...forms.sort()])];
}
