import { fold, isStopWord, joinWords, searchedWords } from "../../language/index.ts";

/** A full name with its abbreviation behind it, as some pages have them. */
export interface SeenAbbreviation {
  /** In capital letters. */
  readonly abbreviation: string;
  /** As a text has it, in whatever case of the grammar; one space between words, no quotation marks. */
  readonly name: string;
  /** How many pages have just this. */
  readonly pages: number;
  /** Whether one of them uses the abbreviation again. */
  readonly isUsed: boolean;
}

const IN_BRACKETS = /\s\((\p{Lu}{2,6})\)/gu;

/** Longer names are hardly typed, and seldom abbreviated letter by letter. */
const MOST_WORDS = 8;
/** So many letters before a bracket hold them. */
const LONGEST_NAME = 300;

/** One word, or compound, in or beside quotation marks; any other sign ends a name. */
const WORD = /^[«"„“]*(\p{L}+(?:[-‑]\p{L}+)*)[»"”“]*$/u;

/**
 * Finds «Всемирная организация здравоохранения (ВОЗ)».
 *
 * @param contents of pages, as Pagefind keeps them
 * @returns each pair once
 */
export function seenAbbreviations(contents: readonly string[]): SeenAbbreviation[] {
  const seen = new Map<string, SeenAbbreviation>();
  for (const { abbreviation, name, isUsed } of contents.flatMap(inPage)) {
    const key = `${abbreviation}\t${name}`;
    const before = seen.get(key);
    const pages = (before?.pages ?? 0) + 1;
    seen.set(key, { abbreviation, name, pages, isUsed: isUsed || before?.isUsed === true });
  }
  return [...seen.values()];
}

function inPage(content: string): Omit<SeenAbbreviation, "pages">[] {
  const text = joinWords(content);
  const found = new Map<string, Omit<SeenAbbreviation, "pages">>();
  for (const { 1: abbreviation = "", index } of text.matchAll(IN_BRACKETS)) {
    const name = nameBefore(text.slice(Math.max(0, index - LONGEST_NAME), index), abbreviation);
    if (name === undefined || isStopWord(abbreviation)) continue;
    const isUsed = isUsedAgain(abbreviation, text);
    found.set(`${abbreviation}\t${name}`, { abbreviation, name, isUsed });
  }
  return [...found.values()];
}

function isUsedAgain(abbreviation: string, text: string): boolean {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].filter(([word]) => word === abbreviation).length > 1;
}

/** @returns the name of which these are the first letters, where a text ends with one of several words */
function nameBefore(text: string, letters: string): string | undefined {
  const words = lastWords(text);
  const start = startOf(words, fold(letters), words.length - 1);
  if (start === undefined) return undefined;
  const name = words.slice(start).join(" ");
  return searchedWords(name).filter((word) => !isStopWord(word)).length > 1 ? name : undefined;
}

/** The words at the end of a text with nothing but spaces and quotation marks between them. */
function lastWords(text: string): string[] {
  const tokens = text.split(/\s+/).slice(-MOST_WORDS).reverse();
  const words = tokens.map((token) => WORD.exec(token)?.[1]);
  const end = words.indexOf(undefined);
  return (end === -1 ? words : words.slice(0, end)).map((word = "") => word).reverse();
}

/**
 * @param letters folded, all to be found before and in the word `at`
 * @returns which word has the first of them
 */
function startOf(words: readonly string[], letters: string, at: number): number | undefined {
  if (letters === "") return at + 1;
  const word = words[at];
  if (word === undefined) return undefined;
  for (const initials of initialsOf(word)) {
    if (!letters.endsWith(initials)) continue;
    const start = startOf(words, letters.slice(0, -initials.length), at - 1);
    if (start !== undefined) return start;
  }
  // The last word of a name has a letter, and so has the first.
  return isStopWord(word) && at < words.length - 1 ? startOf(words, letters, at - 1) : undefined;
}

/** A compound may have one letter in an abbreviation, or one for each part: «НИИ», «МАПРЯЛ». */
function initialsOf(word: string): string[] {
  const parts = fold(word).split(/[-‑]/);
  const all = parts.map((part) => part.charAt(0)).join("");
  return [...new Set([all, all.charAt(0)])];
}
