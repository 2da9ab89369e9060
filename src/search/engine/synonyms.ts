import { fold, stem } from "../../language/index.ts";
import { ANY_NUMBER, type SynonymForms } from "../format/index.ts";

/** Part of a query that has synonyms. */
export interface SynonymMatch {
  /** The terms of the query that it spans. */
  readonly terms: readonly string[];
  /** What means the same, each as its words. */
  readonly others: readonly (readonly string[])[];
}

/**
 * Finds what in a query has synonyms, in whatever form it stands.
 *
 * @param terms the words of the query, stop words left out
 * @param groups from the lexicon
 */
export function findSynonyms(
  terms: readonly string[],
  groups: readonly SynonymForms[],
): SynonymMatch[] {
  return groups.flatMap((group) =>
    group.flatMap((variant, index) => {
      const start = indexOfSequence(terms, variant);
      if (start === -1) return [];
      const own = terms.slice(start, start + variant.length);
      const others = group.filter((_, other) => other !== index).map((one) => namesOf(one, own));
      // «млн» is a form of «миллион» as well, and no other name of itself.
      const different = others.filter((words) => words.join(" ") !== own.join(" "));
      return different.length === 0 ? [] : [{ terms: own, others: different }];
    }),
  );
}

/** @param own the terms that another variant stands for, with the number that it may begin with */
function namesOf(variant: SynonymForms[number], own: readonly string[]): string[] {
  return variant.map(([name = ""]) => (name === ANY_NUMBER ? (own[0] ?? "") : name));
}

function indexOfSequence(terms: readonly string[], variant: SynonymForms[number]): number {
  if (variant.length === 0) return -1;
  return terms.findIndex((_, start) =>
    variant.every((forms, at) => isFormOf(terms[start + at], forms)),
  );
}

/** A word of which the dictionary knows no forms goes by its stem. */
function isFormOf(term: string | undefined, forms: readonly string[]): boolean {
  if (term === undefined) return false;
  if (forms[0] === ANY_NUMBER) return /^\d+$/.test(term);
  if (forms.includes(fold(term))) return true;
  const unknown = forms.every((form) => fold(form) === fold(forms[0] ?? ""));
  return unknown && fold(stem(term)) === fold(stem(forms[0] ?? ""));
}

/** From this length on the digits of a number may be written in groups of three. */
const LEAST_DIGITS = 4;

/**
 * Numbers are written in two ways: «1000» is «1 000» in many texts.
 *
 * @param terms the words of the query
 */
export function groupedNumbers(terms: readonly string[]): SynonymMatch[] {
  const numbers = terms.filter((term) => /^\d+$/.test(term) && term.length >= LEAST_DIGITS);
  return numbers.map((number) => {
    const groups = number.replace(/\B(?=(?:\d{3})+$)/g, " ").split(" ");
    return { terms: [number], others: [groups] };
  });
}
