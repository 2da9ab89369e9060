import { FREQUENCIES, type PositionList, type PostingList } from "../format/index.ts";

/** The pages of one way in which a term may stand in a segment. */
export interface Postings {
  /** Rising. */
  readonly slots: Uint32Array;
  /** How often in each page, a title's words more, divided by the page's relative length. */
  readonly frequencies: Float64Array;
  /** Where it stands in them, if that was loaded. */
  readonly positions?: PositionList | undefined;
}

export const NO_POSTINGS: Postings = {
  slots: new Uint32Array(),
  frequencies: new Float64Array(),
};

/** @returns a list as it is ranked, without positions */
export function toPostings({ slots, impacts }: PostingList): Postings {
  return { slots, frequencies: Float64Array.from(impacts, (impact) => FREQUENCIES[impact] ?? 0) };
}

/** @returns the place of a page in a list; −1 where it is not in it */
export function placeOf(slots: Uint32Array, slot: number): number {
  let low = 0;
  let high = slots.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = slots[middle] ?? 0;
    if (found === slot) return middle;
    if (found < slot) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** @returns the positions in a page; none where it is not in the list, or they were not loaded */
export function positionsIn({ slots, positions }: Postings, slot: number): Uint32Array {
  const place = positions === undefined ? -1 : placeOf(slots, slot);
  if (positions === undefined || place < 0) return new Uint32Array();
  return positions.positions.subarray(positions.starts[place], positions.starts[place + 1]);
}

/**
 * The weight of a word by its rarity: ln(1 + (N − n + ½) / (n + ½)), as BM25 in Lucene and Pagefind.
 *
 * @param pages N, how many pages there are
 * @param holding n, how many of them hold the word
 */
export function inverseFrequency(pages: number, holding: number): number {
  return Math.log(1 + (pages - holding + 0.5) / (holding + 0.5));
}
