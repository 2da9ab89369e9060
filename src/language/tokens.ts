import { inOneAlphabet } from "./alphabets.ts";
import { isStopWord } from "./stop-words.ts";

/** A word of a text: letters and digits, with hyphens and apostrophes inside it. */
const WORD = /[\p{L}\p{N}\p{M}\u00ad]+(?:[-‐‑'’][\p{L}\p{N}\p{M}\u00ad]+)*/gu;

/**
 * The words of a text in their order.
 *
 * @param text any text
 * @returns the words as they stand; «северо-западный» is one word
 */
export function words(text: string): string[] {
  return text.match(WORD) ?? [];
}

/**
 * The parts of a compound, which readers ask for one by one.
 *
 * @returns the parts of «северо-западный», or the word alone
 */
export function wordParts(word: string): string[] {
  return word.split(/[-‐‑'’]/).filter((part) => part !== "");
}

/** Nearly every word, once it is in lower case. */
const PLAIN = /^[а-яё]+$/;

/** Stress marks, soft hyphens, and what has no width. */
const INVISIBLE = /[\u0301\u00ad\u200b-\u200d\u2060\ufeff]/g;

/** Neither ASCII nor Cyrillic, such as «³», «ﬁ» and «Ⅶ»; of signs Unicode makes letters: «No» of «№». */
const ODD = /[^\p{ASCII}\p{Script=Cyrillic}\p{P}\p{S}\s]+/gu;

/** «10⁶» is no 106. */
const BEHIND_DIGIT = /(?<=\p{Nd})(?=\p{No})/gu;

/** @returns a text spelled as it is searched: nothing invisible in it, «м³» as «м3», each word in one alphabet */
export function plainSpelling(text: string): string {
  const visible = text.normalize("NFC").replace(INVISIBLE, "").replace(BEHIND_DIGIT, "-");
  return inOneAlphabet(visible.replace(ODD, (odd) => odd.normalize("NFKC")));
}

/**
 * «68-ю» and «68-я» are the same number, and the endings alone are forms of other words. Many a searcher
 * leaves the hyphen out; «5м» without one are metres.
 */
const ENDING =
  /(?<=\p{Nd})(?:[-‐‑]м|[-‐‑]?(?:[оыи]?й|[ая]?я|[оеыи]?е|[оеыи]м|[ыи]?х|[ую]?ю|[ое]?го|[ое]?му|[ыи]?ми|ей|ти))(?![\p{L}\p{N}])/gu;

/**
 * The words of a text as they are searched, the same for texts and queries: in lower case and in plain
 * spelling, compounds by their parts, numbers without their endings; й and ё as they stand.
 *
 * @param text any text
 */
export function searchedWords(text: string): string[] {
  return compounds(text).flatMap(wordParts);
}

function compounds(text: string): string[] {
  const lower = text.toLowerCase();
  return PLAIN.test(lower) ? [lower] : words(plainSpelling(lower).replace(ENDING, ""));
}

/** More would be an address or a number of some device, of which nobody asks for a part. */
const MOST_PIECES = 4;

/**
 * Letters and digits that stand together are often written with a space: «40кг», «5G», «Су57».
 *
 * @param word as searchedWords returns it
 * @returns its letters and its digits; the word alone where it has no both
 */
export function lettersAndDigits(word: string): string[] {
  const pieces = word.match(/\p{N}+|[^\p{N}]+/gu) ?? [];
  return pieces.length <= MOST_PIECES ? pieces : [word];
}

/**
 * The search terms of a text: its words, the letters and digits of words that mix both, and what is
 * often written without its hyphen.
 *
 * @param text any text
 */
export function foundWords(text: string): string[] {
  return compounds(text).flatMap((word) => {
    const parts = wordParts(word);
    const whole = parts.join("");
    const isCode = parts.length > 1 && (isNameOfLatin(whole) || isNumbered(parts));
    return [...parts.flatMap(withPieces), ...(isCode ? [whole] : [])];
  });
}

/** «Wi-Fi» is «wifi» to many, of which no dictionary knows the parts. */
function isNameOfLatin(whole: string): boolean {
  return /^[a-z\d]*[a-z][a-z\d]*$/.test(whole);
}

/** «С-300» and «Ту-154»: nobody looks for the parts of «с300», for «с» stands in every text. */
function isNumbered(parts: readonly string[]): boolean {
  return parts.some(isStopWord) && parts.some((part) => /^\d+$/.test(part));
}

function withPieces(word: string): string[] {
  const pieces = lettersAndDigits(word);
  return pieces.length > 1 ? [word, ...pieces] : [word];
}
