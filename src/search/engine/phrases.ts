import { isStopWord, wordParts, words } from "../../language/index.ts";
import { ask } from "./asker.ts";
import type { Found, Hit } from "./fuse.ts";
import { sequence } from "./near.ts";
import { planKnown, segmentsOf } from "./plan.ts";
import { placeOf } from "./postings.ts";
import type { SearchIndex } from "./search-index.ts";

/** The words of a phrase that are looked for, in order. */
interface Sequence {
  readonly words: readonly string[];
  /** How far behind the word before it each may stand at most. */
  readonly steps: readonly number[];
}

/**
 * @param phrase what stood between quotation marks
 * @returns the pages in which its words follow one another, in any case form; where the archive lacks
 *   one of them, none
 */
export async function phrasePages(phrase: string, index: SearchIndex): Promise<Found[]> {
  const { words: own, steps } = sequenceOf(phrase);
  const plans = await Promise.all(own.map((word) => planKnown(word, index)));
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
  const all = words(phrase.toLowerCase()).flatMap(wordParts);
  const telling = all.filter((word) => !isStopWord(word));
  if (telling.length === 0) return { words: all, steps: all.map(() => 1) };
  const places = [...all.keys()].filter((at) => !isStopWord(all[at] ?? ""));
  return { words: telling, steps: places.map((at, order) => at - (places[order - 1] ?? at)) };
}

/** @returns whether a page is among those that were found */
export function isIn(found: readonly Found[], { segment, slot }: Hit): boolean {
  return found.some((one) => one.segment === segment && placeOf(one.postings.slots, slot) >= 0);
}
