/** What of a part's folder is published, laid out as in the site. */
export const PUBLISHED = "site";

/** @param language a BCP 47 tag */
export function isRussian(language: string): boolean {
  return /^ru\b/i.test(language);
}
