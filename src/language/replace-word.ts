/** @returns a regular expression's source that fits just this text, with the flag u too */
export function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

/**
 * @param words what is looked for, in any case; letters around it would make it a part of another word
 * @returns the text with all of them replaced
 */
export function replaceWord(text: string, words: string, other: string): string {
  const pattern = `(?<![\\p{L}\\p{N}])${escapePattern(words)}(?![\\p{L}\\p{N}])`;
  return text.replace(new RegExp(pattern, "giu"), () => other);
}
