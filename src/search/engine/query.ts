import { isStopWord, wordParts, words } from "../../language/index.ts";

/** What a searcher typed, taken apart. */
export interface Query {
  /** The words to look for, as typed, each once, compounds in parts; no stop words. */
  readonly terms: readonly string[];
  /** The stop words, for a query that has no other words. */
  readonly stopWords: readonly string[];
  /** Word sequences in quotation marks. */
  readonly phrases: readonly string[];
  /** Words behind a minus. */
  readonly excluded: readonly string[];
  /** Whether the last word may still be in the making: nothing follows it. */
  readonly open: boolean;
  /** Whether its words are looked for as typed, even where the archive holds none; false by default. */
  readonly asTyped?: boolean;
  /** Whether somebody is still typing, so that the last word may be any beginning; false by default. */
  readonly typing?: boolean;
}

/** Nobody types more words than that; what is pasted beyond them costs time and says little. */
const MOST_TERMS = 32;
/** In characters. */
export const LONGEST_QUERY = 1000;

const PHRASE = /["«“„]([^"«»“”„]+)["»”“]/g;
/** A word; before a number a minus says that it is below zero. */
const EXCLUDED = /(?:^|\s)[-−–](\p{L}[\p{L}\p{N}-]*)/gu;

/** «1 000 000», with any kind of space, is one number. */
const GROUPED_NUMBER = /(?<![\p{L}\p{N}])\d{1,3}(?:\s\d{3})+(?![\p{L}\p{N}])/gu;

/** @returns a text in which the digits of a number stand together */
export function joinNumbers(text: string): string {
  return text.replace(GROUPED_NUMBER, (number) => number.replace(/\s/g, ""));
}

/**
 * Takes a query apart. Words in quotation marks count as words too.
 *
 * @param text anything that a person may type or paste
 */
export function parseQuery(text: string): Query {
  const cut = text.slice(0, LONGEST_QUERY).normalize("NFC");
  const phrases = [...cut.matchAll(PHRASE)].map(([, inner = ""]) => words(inner).join(" "));
  const excluded = [...cut.matchAll(EXCLUDED)].flatMap(([, word = ""]) => wordParts(word));
  const plain = joinNumbers(cut.replace(EXCLUDED, " "));
  const all = [...new Set(words(plain.toLowerCase()).flatMap(wordParts))];
  const telling = all.filter((word) => !isStopWord(word));
  const stopWords = all.filter((word) => isStopWord(word));
  return {
    terms: telling.slice(0, MOST_TERMS),
    stopWords: stopWords.slice(0, MOST_TERMS),
    phrases: phrases.filter((phrase) => phrase !== ""),
    excluded: excluded.map((word) => word.toLowerCase()),
    open: /[\p{L}\p{N}]$/u.test(cut),
  };
}
