/**
 * What is left of a text when case, ё, quotation marks, dashes, punctuation and the kind and
 * number of spaces are put aside: two texts with one key say the same thing in the same words.
 *
 * @param text any text
 * @returns its words in lower case with е for ё, one space between them; the trimmed text
 *   itself where it holds no letter, digit or symbol such as % and №
 */
export function comparisonKey(text: string): string {
  const lower = text.normalize("NFKC").toLowerCase().replaceAll("ё", "е");
  const words = lower.replace(/\u00ad/g, "").match(/[\p{L}\p{N}\p{M}\p{S}%]+/gu);
  return words === null ? text.trim() : words.join(" ");
}
