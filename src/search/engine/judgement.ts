import { fold, stem } from "../../language/index.ts";
import { commonness, type IndexEntry } from "./search-index.ts";

/** A word of the archive that may have been meant by one that it does not hold. */
export interface Candidate {
  /** One of its forms, folded. */
  readonly to: string;
  readonly entries: readonly IndexEntry[];
  /** How unlikely what was typed is where it was meant: 1 for a plain slip; slips add up. */
  readonly cost: number;
}

/** What is done about a word that the archive does not hold; where nothing is, it is left out. */
export interface Judgement<Own extends Candidate> {
  /** These are looked for in its place, the likeliest first. */
  readonly replaced: readonly Own[];
  readonly asked?: Asked;
}

/** A candidate that the searcher is asked about. */
export interface Asked extends Candidate {
  /** Whether what was typed is a word of the language: it was most likely meant, then. */
  readonly isWord: boolean;
}

/** Shorter words have too many neighbours to tell which one was meant. */
const SHORTEST_REPLACED = 5;

/** A second slip makes another word likely: nobody is asked about that. */
const MOST_ASKED = 1;

/** More candidates would make the query mean everything. */
const MOST_CANDIDATES = 3;

/**
 * Decides whether a word that the archive does not hold is put right, asked about, or left as it is.
 * Pages of another word are worse than none: a word of the language is never put right, unless the
 * archive holds its root, so that its own ending may be the slip.
 *
 * @param word as typed, in lower case
 * @param isWord whether a dictionary knows it
 * @param candidates each word of the archive once
 */
export function judge<Own extends Candidate>(
  word: string,
  isWord: boolean,
  candidates: readonly Own[],
): Judgement<Own> {
  const sorted = candidates.toSorted(byLikelihood);
  const least = sorted[0]?.cost ?? 0;
  const best = sorted.filter(({ cost }) => cost === least).slice(0, MOST_CANDIDATES);
  const right = isWord ? sorted.filter(hasRootOf(word)) : best;
  if (word.length >= SHORTEST_REPLACED && right.length > 0) {
    return { replaced: right.slice(0, MOST_CANDIDATES) };
  }
  const [first] = best;
  if (first === undefined || least > MOST_ASKED) return { replaced: [] };
  return { replaced: [], asked: { ...first, isWord } };
}

/** @returns whether the archive holds a form of a candidate that has the same stem as a word */
function hasRootOf(word: string): (candidate: Candidate) => boolean {
  const roots = [fold(stem(word)), stem(fold(word))];
  return ({ entries }) => {
    return entries.some(({ words }) => words.some((held) => roots.includes(stem(held))));
  };
}

function byLikelihood(a: Candidate, b: Candidate): number {
  return a.cost - b.cost || commonness(b.entries) - commonness(a.entries) || (a.to < b.to ? -1 : 1);
}
