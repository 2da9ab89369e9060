/**
 * The impact of a word on a page, in one byte: its frequency, a title's words weighing more, divided by the
 * relative length of the page. BM25 saturates it.
 */

/** Steps an octave: two neighbours are 4.4 % apart, and BM25 flattens that further. */
const STEPS = 16;
/** The byte of a frequency of 1; from 2^-7 to 2^8.9 everything fits. */
const ONE = 112;
/** No page has the byte 0. */
const LEAST = 1;
const MOST = 255;

/**
 * How much longer pages are discounted (b of BM25): 0 not at all, 1 in proportion; useful from 0.3
 * to 0.9. Robertson and Zaragoza (2009), The Probabilistic Relevance Framework.
 */
const LENGTH_NORMALISATION = 0.6;

/**
 * @param weight of all that stands in the page of the word; 1 for once in plain text
 * @param length how many words the page has
 * @param average how many words a page has, as roundedAverage says
 * @returns from 1 to 255
 */
export function encodeImpact(weight: number, length: number, average: number): number {
  const relative = 1 - LENGTH_NORMALISATION + (LENGTH_NORMALISATION * length) / average;
  const step = Math.round(STEPS * Math.log2(weight / relative)) + ONE;
  return Math.min(MOST, Math.max(LEAST, step));
}

/** From each byte to the frequency that it stands for. */
export const FREQUENCIES: Float64Array = Float64Array.from({ length: MOST + 1 }, (_, impact) =>
  impact < LEAST ? 0 : 2 ** ((impact - ONE) / STEPS),
);

/** An edit moves the average of an archive a little, and must not change every byte of its pack. */
const AVERAGE_STEPS = 4;

/**
 * @param average how many words a page has
 * @returns the nearest quarter of an octave; 1 at least
 */
export function roundedAverage(average: number): number {
  return 2 ** (Math.round(AVERAGE_STEPS * Math.log2(Math.max(1, average))) / AVERAGE_STEPS);
}
