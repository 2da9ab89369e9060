import { isStopWord, searchedWords, words } from "../../language/index.ts";

/** A parsed query. */
export interface Query {
  /** The words to look for, as typed, each once, compounds in parts; no stop words. */
  readonly terms: readonly string[];
  /** The stop words, for a query that has no other words. */
  readonly stopWords: readonly string[];
  /** All words in their order, stop words too. */
  readonly sequence: readonly string[];
  /** Capitalized words behind the first: names say more of a text's subject. */
  readonly names: ReadonlySet<string>;
  /** Texts in quotation marks, as typed. */
  readonly phrases: readonly string[];
  /** Whether that is nearly the whole query, so that pages must hold it. */
  readonly isQuoted: boolean;
  /** Words behind a minus. */
  readonly excluded: readonly string[];
  /** Whether the last word may still be in the making: nothing follows it. */
  readonly open: boolean;
  /** Whether its words are looked for as typed, even where the archive holds none; false by default. */
  readonly asTyped?: boolean;
  /** Whether somebody is still typing, so that the last word may be any beginning; false by default. */
  readonly typing?: boolean;
}

/** Nobody types more words; pasted text beyond them costs time and says little. */
const MOST_TERMS = 32;
/** In characters. */
export const LONGEST_QUERY = 1000;

/**
 * How many words may stand beside quotation marks for each word in them. With more, they are those of
 * a sentence, such as a title that was pasted, and no wish.
 */
const MOST_BESIDE = 0.5;

const PHRASE = /["«“„]([^"«»“”„]+)["»”“]/g;
/** A word; before a number a minus says that it is below zero. */
const EXCLUDED = /(?:^|\s)[-−–](\p{L}[\p{L}\p{N}-]*)/gu;

/** «1 000 000», with any kind of space, is one number. */
const GROUPED_NUMBER = /(?<![\p{L}\p{N}])\d{1,3}(?:\s\d{3})+(?![\p{L}\p{N}]|-\d)/gu;

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
  const excluded = [...cut.matchAll(EXCLUDED)].flatMap(([, word = ""]) => searchedWords(word));
  const plain = cut.replace(EXCLUDED, " ");
  const sequence = searchedWords(joinNumbers(plain));
  const all = [...new Set(sequence)];
  const telling = all.filter(isTelling);
  const stopWords = all.filter((word) => !isTelling(word));
  return {
    terms: telling.slice(0, MOST_TERMS),
    stopWords: stopWords.slice(0, MOST_TERMS),
    sequence,
    names: namesIn(plain),
    ...phrasesIn(plain),
    excluded,
    open: /[\p{L}\p{N}]$/u.test(cut),
  };
}

/** The first word of a query may be capitalized; where all are, none counts as a name. */
function namesIn(text: string): ReadonlySet<string> {
  const all = words(text);
  if (!all.some((word) => /^\p{Ll}/u.test(word))) return new Set();
  const capitalised = all.slice(1).filter((word) => /^\p{Lu}/u.test(word));
  return new Set(capitalised.flatMap(searchedWords));
}

function phrasesIn(text: string): Pick<Query, "phrases" | "isQuoted"> {
  const quoted = [...text.matchAll(PHRASE)].map(([, inner = ""]) => inner.trim());
  const phrases = quoted.filter((one) => searchedWords(one).length > 0);
  const within = tellingIn(phrases.join(" "));
  const beside = tellingIn(text) - within;
  return { phrases, isQuoted: phrases.length > 0 && beside <= MOST_BESIDE * within };
}

function tellingIn(text: string): number {
  return searchedWords(text).filter(isTelling).length;
}

function isTelling(word: string): boolean {
  return !isStopWord(word);
}
