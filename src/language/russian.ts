/** @param language a BCP 47 tag */
export function isRussian(language: string): boolean {
  return /^ru\b/i.test(language);
}
