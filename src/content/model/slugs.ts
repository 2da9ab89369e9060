import { transliterate } from "../../language/index.ts";

/** A slug: Latin letters, digits, single hyphens between them. */
export const SLUG_FORM = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * The slug of a text: its words in Latin letters by ICAO Doc 9303, joined by hyphens.
 *
 * @param text a file name, a topic, a headline
 * @param limit the greatest length in characters; the slug ends with a whole word where it can
 * @returns the slug, empty where the text holds no letter and no digit of a known script
 */
export function slugify(text: string, limit = 80): string {
  const words = transliterate(text).match(/[a-z0-9]+/g) ?? [];
  const full = words.join("-");
  if (full.length <= limit) return full;
  const cut = full.slice(0, limit + 1);
  const lastHyphen = cut.lastIndexOf("-");
  return lastHyphen > 0 ? cut.slice(0, lastHyphen) : full.slice(0, limit);
}
