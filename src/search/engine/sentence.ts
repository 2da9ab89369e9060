/** Where an excerpt may be cut. */

/** Numbers of more groups are none: a table goes on and on. */
const MOST_BOUND = 6;

/** A number, whatever stands before it; its first three digits or fewer may be one of «1 200». */
const NUMBER = /\d$/;
const GROUP = /(?:^|\D)\d{1,3}$/;
const NEXT_GROUP = /^\d{3}(?!\d)/;
/** A unit behind a number, or the word for thousands. */
const UNIT = /^[\p{L}%‰₽$€£°′″]/u;
const SIGN = /[№§$€£₽~≈±+−]$/;
/** «тыс.» and so on belong to what they count. */
const MULTIPLIER = /^(?:тыс\.|млн\.?|млрд\.?|трлн\.?)$/i;

/** Initials and abbreviations that stand before a name or a number, never at the end of a sentence. */
const BEFORE_NAME =
  /^["«„“(]*(?:\p{Lu}|г|гор|ул|пр|просп|пл|пер|наб|д|кв|обл|им|св|проф|акад|ст|стр|см|рис|гл|пп?)\.$/u;

/** WORD JOINER: behind it stands a space that no author has written (src/language/word-breaks.ts). */
const JOINED = /\u2060$/;

const SENTENCE_END = /[.!?…]["»”“’)\]]*$/;
const SENTENCE_START = /^["«„“([–—-]*[\p{Lu}\d]/u;

/**
 * @param before a word with its signs, as it stands between spaces
 * @param after the next one
 * @returns whether they stay on one side of a cut: parts of a number, a number and its unit, initials and a
 *   name, words without a space
 */
export function isBound(before: string, after: string): boolean {
  if (JOINED.test(before)) return true;
  if (GROUP.test(before) && NEXT_GROUP.test(after)) return true;
  if (NUMBER.test(before)) return UNIT.test(after);
  if (SIGN.test(before)) return /^\d/.test(after);
  if (MULTIPLIER.test(before)) return /^[\p{Ll}₽$€£]/u.test(after);
  return BEFORE_NAME.test(before) && /^["«„“(]*[\p{Lu}\d]/u.test(after);
}

/** @returns whether a sentence ends between two words; one that is the last ends it in any case */
export function endsSentence(before: string, after: string | undefined): boolean {
  if (after === undefined) return true;
  if (!SENTENCE_END.test(before) || isBound(before, after)) return false;
  return SENTENCE_START.test(after);
}

/** @returns the place from which words are shown where nothing that is bound may be parted at a place */
export function unparted(
  text: readonly string[],
  place: number,
  step: -1 | 1,
  bound: number,
): number {
  let at = place;
  for (let left = MOST_BOUND; left > 0 && at !== bound; left--) {
    if (!isBound(text[at - 1] ?? "", text[at] ?? "")) break;
    at += step;
  }
  return at;
}
