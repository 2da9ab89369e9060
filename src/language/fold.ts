/** Nearly every word; taking letters and their marks apart takes ten times as long. */
const PLAIN = /^[а-яё]*$/;

/**
 * Writes a word as the search compares words: lower case, е for ё, и for й, no stress marks or
 * other diacritics, no soft hyphens. Pagefind folds the same way before it stems, and people mix
 * up these letters when they type.
 *
 * @param text any text
 */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.replaceAll("ё", "е").replaceAll("й", "и");
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\p{M}\u00ad]/gu, "")
    .normalize("NFC");
}
