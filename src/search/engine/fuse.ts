import { inverseFrequency, type Postings } from "./ranked-postings.ts";
import type { Segment } from "./segment.ts";

/** The hits of one term of the query. */
export interface TermHits {
  readonly term: string;
  readonly found: readonly Found[];
  /** How much it counts beside other words; 1 by default. */
  readonly emphasis?: number;
}

/** The postings of one way in which a term may stand in the pages of a segment. */
export interface Found {
  readonly weight: number;
  readonly segment: Segment;
  readonly postings: Postings;
}

/** A page that holds at least one term. */
export interface Hit {
  readonly segment: Segment;
  readonly slot: number;
  readonly score: number;
}

/**
 * From how many occurrences on more of them say little (k1 of BM25); useful from 0.5 to 2. Titles
 * count sevenfold, so that one occurrence there nearly saturates.
 * Robertson and Zaragoza (2009), The Probabilistic Relevance Framework.
 */
const SATURATION = 1.2;

/** Scores of a segment's pages, by slot. */
interface Scores {
  /** Summed over the terms. */
  readonly scores: Float64Array;
  /** Of the term that is being added. */
  readonly frequencies: Float64Array;
  /** The slots with a score. */
  readonly touched: number[];
}

/** The ranked hits of a query. */
export interface Ranking {
  /** The best first; equals in the order of the hashes of their addresses. */
  readonly hits: readonly Hit[];
  /** For each term how many pages hold it in any way. */
  readonly holding: readonly number[];
}

/**
 * Ranks pages by BM25 over all terms, of which a page need hold only one.
 *
 * @param terms what was found for each term
 * @param pages how many pages the index has
 */
export function fuse(terms: readonly TermHits[], pages: number): Ranking {
  const scores = new Map<Segment, Scores>();
  const holding = terms.map((term) => addTerm(scores, term, pages));
  const ranked = [...scores].map(([segment, own]) => rankedOf(segment, own));
  return { hits: ranked.reduce(mergeRanked, []), holding };
}

/**
 * The pages of a segment, the best first. A score in single precision and a slot make one number that
 * sorts as byScore does: numbers sort ten times as fast as things that a function compares.
 */
function rankedOf(segment: Segment, { scores, touched }: Scores): Hit[] {
  const size = 2 ** segment.facts.slotBits;
  const singles = Float32Array.from(touched, (slot) => scores[slot] ?? 0);
  // The bits of positive floats rise with them (IEEE 754): 31 bits, and 22 for a slot at most.
  const bits = new Uint32Array(singles.buffer);
  const keys = Float64Array.from(touched, (slot, at) => (bits[at] ?? 0) * size + (size - 1 - slot));
  keys.sort().reverse();
  return Array.from(keys, (key): Hit => {
    const slot = size - 1 - (key % size);
    return { segment, slot, score: Math.fround(scores[slot] ?? 0) };
  });
}

/** Two ranked lists as one. */
function mergeRanked(one: readonly Hit[], other: readonly Hit[]): Hit[] {
  const merged: Hit[] = [];
  let at = 0;
  for (const hit of one) {
    for (let next = other[at]; next !== undefined && byScore(next, hit) < 0; next = other[++at]) {
      merged.push(next);
    }
    merged.push(hit);
  }
  for (; at < other.length; at++) merged.push(other[at] as Hit);
  return merged;
}

/** @returns what a page is called in every answer of the same site */
export function idOf({ segment, slot }: Hit): string {
  return `${segment.id}_${slot.toString(36)}`;
}

/** The best first; the same page in the same place, however an archive was divided. */
export function byScore(a: Hit, b: Hit): number {
  return b.score - a.score || a.segment.placeOf(a.slot) - b.segment.placeOf(b.slot);
}

/** @returns how many pages hold the term */
function addTerm(scores: Map<Segment, Scores>, term: TermHits, pages: number): number {
  const { found, emphasis = 1 } = term;
  const held = new Map<Segment, readonly number[]>();
  for (const segment of new Set(found.map((one) => one.segment))) {
    const own = scoresOf(scores, segment);
    const lists = found.filter((one) => one.segment === segment);
    held.set(segment, gather(lists, own.frequencies));
  }
  const holding = [...held.values()].reduce((sum, { length }) => sum + length, 0);
  const weight = emphasis * inverseFrequency(pages, holding);
  for (const [segment, slots] of held) score(scoresOf(scores, segment), slots, weight);
  return holding;
}

function scoresOf(all: Map<Segment, Scores>, segment: Segment): Scores {
  const known = all.get(segment);
  if (known !== undefined) return known;
  const size = 2 ** segment.facts.slotBits;
  const own = {
    scores: new Float64Array(size),
    frequencies: new Float64Array(size),
    touched: [] as number[],
  };
  all.set(segment, own);
  return own;
}

/**
 * A word form that may be several lemmas stands in the list of each: a page counts by the best of
 * them, not by their sum.
 *
 * @param frequencies receives the weighed frequency of each page
 * @returns the pages, each once
 */
function gather(lists: readonly Found[], frequencies: Float64Array): number[] {
  const slots: number[] = [];
  for (const { weight, postings } of lists) {
    for (let place = 0; place < postings.slots.length; place++) {
      const slot = postings.slots[place] ?? 0;
      const known = frequencies[slot] ?? 0;
      if (known === 0) slots.push(slot);
      frequencies[slot] = Math.max(known, weight * (postings.frequencies[place] ?? 0));
    }
  }
  return slots;
}

/** Adds a term to the scores, and leaves no frequencies behind for the next one. */
function score(
  { scores, frequencies, touched }: Scores,
  slots: readonly number[],
  weight: number,
): void {
  for (const slot of slots) {
    const frequency = frequencies[slot] ?? 0;
    frequencies[slot] = 0;
    if (scores[slot] === 0) touched.push(slot);
    scores[slot] =
      (scores[slot] ?? 0) + (weight * frequency * (SATURATION + 1)) / (frequency + SATURATION);
  }
}
