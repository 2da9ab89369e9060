/**
 * Words in a minute. Trauzettel-Klosinski and Dietz (Standardized assessment of reading performance:
 * the new international reading speed texts IReST, IOVS 53, 2012, 5452–5461) measured 184 ± 29 over
 * 17 languages, Russian among them, of texts like those of newspapers read aloud. Who reads silently
 * is done sooner, so that the time shown is one that suffices.
 */
const WORDS_PER_MINUTE = 180;

/** Runs between blanks and dashes; matching letters takes four times as long. */
const WORD = /[^\s–—]+/g;

/**
 * @param texts plain text, in pieces that end where a word ends
 * @returns whole minutes, 1 at least
 */
export function readingMinutes(texts: readonly string[]): number {
  const words = texts.reduce((sum, text) => sum + (text.match(WORD)?.length ?? 0), 0);
  return Math.max(1, Math.round(words / WORDS_PER_MINUTE));
}
