import { inLatinLookalikes } from "./alphabets.ts";

/** Nearly every word; taking letters and their marks apart takes ten times as long. */
const PLAIN = /^[а-яё]*$/;

/**
 * Writes a word as the search compares words: lower case, е for ё, и for й, no stress marks or
 * other diacritics, no soft hyphens, и for і; beside digits letters that look alike are one letter, for
 * who types «СО2» or «1С» does not know which alphabet they are of. People mix up these letters when
 * they type.
 *
 * @param text any text
 */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.replaceAll("ё", "е").replaceAll("й", "и");
  const plain = text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\p{M}\u00ad]/gu, "")
    .normalize("NFC")
    .replaceAll("і", "и");
  return /\p{N}/u.test(plain) ? inLatinLookalikes(plain) : plain;
}
