/** Letters that look alike in both alphabets, in the same order; і is for Belarusian and Ukrainian. */
const LATIN = "abcehikmoptxyABCEHIKMOPTXY";
const CYRILLIC = "авсенікмортхуАВСЕНІКМОРТХУ";

const TO_CYRILLIC = new Map([...LATIN].map((letter, at) => [letter, CYRILLIC[at] ?? letter]));
const TO_LATIN = new Map([...CYRILLIC].map((letter, at) => [letter, LATIN[at] ?? letter]));

/** «ХХI» is often typed with Cyrillic tens. */
const ROMAN_NUMERAL = /^[ivxlcdm]+$/i;

const LETTERS = /\p{L}+/gu;
const IS_LATIN = /\p{Script=Latin}/u;
const IS_CYRILLIC = /\p{Script=Cyrillic}/u;

/**
 * Writes each word in one alphabet: an editor who types «c» for «с» does not see it, and nobody would
 * find «Mocква». A word whose letters are not all to be had in one alphabet stays as it is.
 *
 * @param text any text
 */
export function inOneAlphabet(text: string): string {
  if (!(IS_LATIN.test(text) && IS_CYRILLIC.test(text))) return text;
  return text.replace(LETTERS, wordInOneAlphabet);
}

function wordInOneAlphabet(word: string): string {
  const letters = [...word];
  const latin = letters.filter((letter) => IS_LATIN.test(letter));
  const cyrillic = letters.filter((letter) => IS_CYRILLIC.test(letter));
  if (latin.length === 0 || cyrillic.length === 0) return word;
  const isNumeral = ROMAN_NUMERAL.test(mapped(word, TO_LATIN));
  const isCyrillic = !isNumeral && latin.every((letter) => TO_CYRILLIC.has(letter));
  const isLatin = cyrillic.every((letter) => TO_LATIN.has(letter));
  // Of «Mocква», which could be either, most letters tell; readers are Russian.
  if (isCyrillic && (!isLatin || cyrillic.length >= latin.length)) return mapped(word, TO_CYRILLIC);
  return isLatin ? mapped(word, TO_LATIN) : word;
}

/** @returns a text with Latin letters for the Cyrillic ones that look like them: «со2» is «co2» */
export function inLatinLookalikes(text: string): string {
  return mapped(text, TO_LATIN);
}

function mapped(text: string, letters: ReadonlyMap<string, string>): string {
  return Array.from(text, (letter) => letters.get(letter) ?? letter).join("");
}
