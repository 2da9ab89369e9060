import type { Found, TermHits } from "./fuse.ts";
import { following } from "./near.ts";

/**
 * The weight of words that follow one another as in the query, as the frequency of a term, shared by all
 * pairs. Neutral at 0; from 1 on pasted sentences are found less well (docs/search-quality.md).
 */
const PAIRS_WEIGHT = 0.25;

/** Two stop words at most stand between them. */
const MOST_REACH = 3;

/** Two words of a query that follow one another there. */
interface Pair {
  readonly first: TermHits;
  readonly second: TermHits;
  /** How far behind the first the second stands. */
  readonly reach: number;
}

/**
 * The words that follow one another in a query, as terms of their own: «3:1» is more than a 3 and a 1.
 * Words whose positions were not loaded make no pair.
 *
 * @param sequence all words of the query, in order
 * @param terms what was found for those that are looked for
 */
export function pairsOf(sequence: readonly string[], terms: readonly TermHits[]): TermHits[] {
  const pairs = [...pairsIn(sequence, terms)];
  const weight = PAIRS_WEIGHT / pairs.length;
  return pairs
    .map(([term, pair]): TermHits => ({ term, found: foundTogether(pair, weight) }))
    .filter(({ found }) => found.length > 0);
}

/** Each pair once, however often it stands in the query. */
function pairsIn(sequence: readonly string[], terms: readonly TermHits[]): Map<string, Pair> {
  const known = new Map(terms.map((term) => [term.term, term]));
  const pairs = new Map<string, Pair>();
  let first: TermHits | undefined;
  let before = 0;
  for (const [at, word] of sequence.entries()) {
    const second = known.get(word);
    if (second === undefined) continue;
    const reach = at - before;
    if (first !== undefined && reach <= MOST_REACH)
      pairs.set(`${first.term} ${word}`, { first, second, reach });
    first = second;
    before = at;
  }
  return pairs;
}

/** Each way in which the one may stand beside each way in which the other may. */
function foundTogether({ first, second, reach }: Pair, weight: number): Found[] {
  const found = first.found.flatMap((one) => {
    const others = second.found.filter(({ segment }) => segment === one.segment);
    return others.map((other): Found => {
      const own = weight * Math.min(one.weight, other.weight);
      const postings = following(one.postings, other.postings, reach);
      return { weight: own, segment: one.segment, postings };
    });
  });
  return found.filter(({ postings }) => postings.slots.length > 0);
}
