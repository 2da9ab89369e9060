/**
 * The words of a text without case, ё, quotation marks, dashes, punctuation and kinds of spaces: texts with
 * one key say the same in the same words.
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
