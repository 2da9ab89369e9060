import { isStopWord, lettersAndDigits, searchedWords } from "../../language/index.ts";
import { ask } from "./asker.ts";
import type { Found, Hit } from "./fuse.ts";
import { sequence } from "./near.ts";
import { planTerm, segmentsOf } from "./plan.ts";
import { placeOf } from "./postings.ts";
import type { SearchIndex } from "./search-index.ts";

/** The words of a phrase that are looked for, in order. */
interface Sequence {
  readonly words: readonly string[];
  /** How far behind the word before it each may stand at most. */
  readonly steps: readonly number[];
}

/** What holds the phrases of a query. */
interface Kept {
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
  const { words: own, steps } = sequenceOf(phrase);
  const plans = await Promise.all(own.map((word) => planTerm(word, false, index, true)));
  const hits = await Promise.all(plans.map((plan) => ask(plan, true)));
  return segmentsOf(plans).map((segment): Found => {
    const lists = hits.map(({ found }) =>
      found.filter((one) => one.segment === segment).map(({ postings }) => postings),
    );
    return { weight: 1, segment, postings: sequence(lists, steps) };
  });
}

/** Stop words are not looked for, for their postings are the longest: any word may take their place. */
function sequenceOf(phrase: string): Sequence {
  const all = searchedWords(phrase).flatMap(lettersAndDigits);
  const telling = all.filter((word) => !isStopWord(word));
  if (telling.length === 0) return { words: all, steps: all.map(() => 1) };
  const places = [...all.keys()].filter((at) => !isStopWord(all[at] ?? ""));
  return { words: telling, steps: places.map((at, order) => at - (places[order - 1] ?? at)) };
}

/** @returns whether a page is among those that were found */
export function isIn(found: readonly Found[], { segment, slot }: Hit): boolean {
  return found.some((one) => one.segment === segment && placeOf(one.postings.slots, slot) >= 0);
}
