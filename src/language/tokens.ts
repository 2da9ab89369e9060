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
