/**
 * Pagefind takes everything between two spaces for one word: «1631—1644», «Google/Яндекс», «3,5».
 * Where our own words end inside of that, it is given a space, so that its words are ours.
 */

/** WORD JOINER: stands before a space that no author has written, and that no reader sees. */
const JOINER = "\u2060";

/**
 * Tags, what stands between two words, and references elsewhere. A hyphen before a letter makes a
 * compound, which Pagefind knows, as one between a letter and a digit does; spaces that do not break are
 * spaces to it.
 */
const BETWEEN =
  /<[^>]*>|(?<=[\p{L}\p{N}\p{M}])(?![-‐‑]\p{L}|(?<=\p{L})[-‐‑]\p{N})((?:[^\p{L}\p{N}\p{M}\u00ad\s&<]|&(?!nbsp;)#?\w+;)+)(?=[\p{L}\p{N}])|&#?\w+;/gu;

/**
 * @param html without comments; what is in tags is not changed
 * @returns the same with a space behind what stands between two words without one
 */
export function breakWords(html: string): string {
  return html
    .replaceAll(JOINER, "")
    .replace(BETWEEN, (all, between?: string) =>
      between === undefined ? all : `${between}${JOINER} `,
    );
}

/** @returns a text that Pagefind has kept as its author wrote it */
export function joinWords(text: string): string {
  return text.replace(new RegExp(`${JOINER} ?`, "g"), "");
}
