import { isStopWord, lettersAndDigits, searchedWords } from "../../language/index.ts";
import { askTogether, postingsIn } from "./asker.ts";
import type { Found, Hit, TermHits } from "./fuse.ts";
import { sequence } from "./near.ts";
import { planKnown } from "./plan.ts";
import { placeOf } from "./ranked-postings.ts";
import type { SearchIndex } from "./search-index.ts";

/** The words of a phrase that are looked for, in order. */
interface Sequence {
  readonly words: readonly string[];
  /** How far behind the word before it each may stand at most. */
  readonly steps: readonly number[];
}

/** What holds the phrases of a query. */
export interface Kept {
  readonly hits: readonly Hit[];
  /** The phrases that no page holds: as if they were not asked for. */
  readonly apart: readonly string[];
}

/**
 * Leaves the pages that hold a query's phrases.
 *
 * @param hits what the query found
 */
export async function withPhrases(
  hits: readonly Hit[],
  phrases: readonly string[],
  index: SearchIndex,
): Promise<Kept> {
  const found = await Promise.all(phrases.map((phrase) => phrasePages(phrase, index)));
  const apart: string[] = [];
  let kept = hits;
  for (const [at, phrase] of phrases.entries()) {
    const holding = kept.filter((hit) => isIn(found[at] ?? [], hit));
    if (holding.length > 0) kept = holding;
    else apart.push(phrase);
  }
  return { hits: kept, apart };
}

/**
 * @param phrase what stood between quotation marks
 * @returns the pages in which its words follow one another, in any case form; where the archive lacks
 *   one of them, none
 */
async function phrasePages(phrase: string, index: SearchIndex): Promise<Found[]> {
  const { words: own, steps } = sequenceOf(searchedWords(phrase).flatMap(lettersAndDigits));
  const plans = await Promise.all(own.map((word) => planKnown(word, index)));
  return askTogether(plans, 1, (lists) => sequence(lists, steps));
}

/**
 * The weight of a phrase of a longer query, as the frequency of a term. Neutral at 0; from 2 to 20 the same
 * (docs/search-quality.md).
 */
const PHRASE_WEIGHT = 2;

/**
 * The phrases of a query as terms of their own. A word alone is a term already; a phrase of which
 * positions were not loaded makes none.
 *
 * @param terms what was found for the words of the query
 */
export function phrasesOf(phrases: readonly string[], terms: readonly TermHits[]): TermHits[] {
  const known = new Map(terms.map((term) => [term.term, term]));
  return phrases.flatMap((phrase): TermHits[] => {
    const { words, steps } = sequenceOf(searchedWords(phrase));
    const own = words.flatMap((word) => known.get(word) ?? []);
    if (words.length < 2 || own.length < words.length) return [];
    const segments = new Set(own.flatMap(({ found }) => found.map(({ segment }) => segment)));
    const found = [...segments].map((segment): Found => {
      const lists = own.map((word) => postingsIn(word.found, segment));
      return { weight: PHRASE_WEIGHT, segment, postings: sequence(lists, steps) };
    });
    return [{ term: phrase, found }];
  });
}

/**
 * Stop words are not looked for, for their postings are the longest: any word may take their place.
 *
 * @param all words of a phrase, one at least
 */
function sequenceOf(all: readonly string[]): Sequence {
  const telling = all.filter((word) => !isStopWord(word));
  if (telling.length === 0) return { words: all, steps: all.map(() => 1) };
  const places = [...all.keys()].filter((at) => !isStopWord(all[at] ?? ""));
  return { words: telling, steps: places.map((at, order) => at - (places[order - 1] ?? at)) };
}

/** @returns whether a page is among those that were found */
export function isIn(found: readonly Found[], { segment, slot }: Hit): boolean {
  return found.some((one) => one.segment === segment && placeOf(one.postings.slots, slot) >= 0);
}
