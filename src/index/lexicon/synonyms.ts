import {
  fold,
  isStopWord,
  type SynonymForms,
  wordParts,
  words as wordsOf,
} from "../../language/index.ts";
import type { Dictionary } from "./dictionary.ts";

/**
 * Writes out the forms of every word of the synonyms, so that the browser knows «Китаем» for
 * «Китай» without asking for anything.
 *
 * @param synonyms groups of words and phrases that mean the same
 */
export function withForms(
  synonyms: readonly (readonly string[])[],
  dictionary: Dictionary,
): SynonymForms[] {
  return synonyms.map((group) =>
    group.map((variant) => {
      const parts = wordsOf(variant.toLowerCase()).flatMap(wordParts);
      return parts.filter((word) => !isStopWord(word)).map((word) => allForms(word, dictionary));
    }),
  );
}

/** The word as written first, then its forms, folded. */
function allForms(word: string, dictionary: Dictionary): string[] {
  const forms = dictionary.read(word).known.flatMap((lemma) => dictionary.formsOf(lemma));
  return [...new Set([word, fold(word), ...forms.sort()])];
}
