import { fold, isStopWord, searchedWords } from "../../language/index.ts";
import { ANY_NUMBER, type SynonymForms } from "../../search/format/index.ts";
import type { Dictionary } from "./dictionary.ts";

/**
 * Writes out the forms of every word of the synonyms, so that the browser knows «Китаем» for
 * «Китай» without asking for anything. Groups of which the archive holds no variant are left out.
 *
 * @param synonyms groups of words and phrases that mean the same; ANY_NUMBER may begin one
 * @param inArchive whether the archive holds a folded word
 */
export function withForms(
  synonyms: readonly (readonly string[])[],
  dictionary: Dictionary,
  inArchive: (form: string) => boolean,
): SynonymForms[] {
  const groups = synonyms.map((group) =>
    group.map((variant) => {
      const telling = searchedWords(variant).filter((word) => !isStopWord(word));
      const forms = telling.map((word) => allForms(word, dictionary));
      return variant.startsWith(ANY_NUMBER) ? [[ANY_NUMBER], ...forms] : forms;
    }),
  );
  const isHeld = (form: string): boolean => form === ANY_NUMBER || inArchive(form);
  return groups.filter((group) =>
    group.some((variant) => variant.every((forms) => forms.some(isHeld))),
  );
}

/** The word as written first, then its forms, folded. */
function allForms(word: string, dictionary: Dictionary): string[] {
  const forms = dictionary.read(word).known.flatMap((lemma) => dictionary.formsOf(lemma));
  return [...new Set([word, fold(word), ...forms.sort()])];
}
