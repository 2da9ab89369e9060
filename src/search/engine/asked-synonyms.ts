import {
  fold,
  inLatinLookalikes,
  isStopWord,
  lettersAndDigits,
  numberOf,
  otherDigitsOf,
  stem,
  transliterate,
} from "../../language/index.ts";
import { ANY_NUMBER, SHARD_KEY_LENGTH, type SynonymForms } from "../format/index.ts";

/** Part of a query that has synonyms. */
export interface SynonymMatch {
  /** The terms of the query that it spans. */
  readonly terms: readonly string[];
  /** What means the same, each as its words. */
  readonly others: readonly (readonly string[])[];
  /** The name of the only other, where its words alone do not say it. */
  readonly name?: string;
  /** Whether it is the same, written apart or together. */
  readonly isSpelling?: true;
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
 * Variants of words written together or apart: «1000» and «1 000», «40кг» and «40 кг». A single letter that
 * is a stop word, whose postings are the longest, is taken for the Latin one: «а320» is «A320».
 *
 * @param terms the words of the query
 */
export function writtenApart(terms: readonly string[]): SynonymMatch[] {
  return terms.flatMap((term): SynonymMatch[] => {
    const pieces = piecesOf(term).map((piece) =>
      piece.length === 1 && isStopWord(piece) ? inLatinLookalikes(piece) : piece,
    );
    if (pieces.length < 2 || pieces.some(isStopWord)) return [];
    return [{ terms: [term], others: [pieces], isSpelling: true }];
  });
}

/**
 * Names of letters and digits in Latin letters: «5г» and «б12» are 5G and B12.
 *
 * @param terms the words of the query
 */
export function writtenInLatin(terms: readonly string[]): SynonymMatch[] {
  const names = terms.filter((term) => /\d/.test(term) && /[а-яё]/.test(term));
  return names.map((term) => {
    return { terms: [term], others: [[transliterate(term)]], isSpelling: true };
  });
}

function piecesOf(term: string): string[] {
  if (!/^\d+$/.test(term)) return lettersAndDigits(term);
  return term.length < LEAST_DIGITS ? [term] : term.replace(/\B(?=(?:\d{3})+$)/g, " ").split(" ");
}

/**
 * Numbers in words of which most texts have the digits: «шестьдесят восьмая» is «68-я».
 *
 * @param sequence all words of the query, in order
 */
export function writtenInDigits(sequence: readonly string[]): SynonymMatch[] {
  return sequence.slice(1).flatMap((units, at): SynonymMatch[] => {
    const tens = sequence[at] ?? "";
    const number = numberOf(tens, units);
    if (number === undefined) return [];
    return [{ terms: [tens, units], others: [[String(number)]], isSpelling: true }];
  });
}

const CENTURY = /^(?:век|столети)/;

/**
 * Centuries, which texts number by Roman digits and searchers by others.
 *
 * @param sequence all words of the query, in order
 */
export function writtenAsCentury(sequence: readonly string[]): SynonymMatch[] {
  return sequence.flatMap((number, at): SynonymMatch[] => {
    const other = CENTURY.test(sequence[at + 1] ?? "") ? otherDigitsOf(number) : undefined;
    return other === undefined ? [] : [{ terms: [number], others: [[other]], isSpelling: true }];
  });
}

/**
 * Whether the first word and both together are looked up in the same shard, so that to look for «видео
 * конференция» as «видеоконференция» fetches nothing more.
 */
const LEAST_LETTERS = SHARD_KEY_LENGTH;

/**
 * Words that may be one: the archive has to say whether it holds that.
 *
 * @param sequence all words of the query, in order
 */
export function writtenTogether(sequence: readonly string[]): SynonymMatch[] {
  return sequence.slice(1).flatMap((second, at): SynonymMatch[] => {
    const first = sequence[at] ?? "";
    const areWords = [first, second].every((word) => /^\p{L}+$/u.test(word) && !isStopWord(word));
    if (!areWords || first.length < LEAST_LETTERS) return [];
    return [{ terms: [first, second], others: [[first + second]], isSpelling: true }];
  });
}
