import type { Found, TermHits } from "./fuse.ts";
import { near, union } from "./near.ts";
import { SYNONYM_WEIGHT, type SynonymPlan, type TermPlan } from "./plan.ts";
import { JoinedWords } from "./postings.ts";
import type { Volume } from "./volume.ts";

/** Asks the volumes for all that a plan wants. */
export async function ask({ term, alternatives }: TermPlan): Promise<TermHits> {
  const found = await Promise.all(
    alternatives.map(async ({ word, weight, homonyms, volume }) => {
      return { weight, volume, postings: await volume.postings(word, homonyms) };
    }),
  );
  return { term, found: withoutJoined(found) };
}

/** Where a volume holds the word itself, words that begin with it count in none. */
function withoutJoined(found: readonly Found[]): readonly Found[] {
  const exact = found.filter(({ postings }) => !(postings instanceof JoinedWords));
  return exact.some(({ postings }) => postings.size > 0) ? exact : found;
}

/**
 * Adds what means the same: a synonym of one word counts as that word; one of several words is a
 * term of its own.
 */
export async function widen(
  terms: readonly TermHits[],
  synonyms: readonly SynonymPlan[],
  volumes: readonly Volume[],
): Promise<TermHits[]> {
  const widened = [...terms];
  for (const { terms: spanned, others } of synonyms) {
    const found = (await Promise.all(others.map((words) => askTogether(words, volumes)))).flat();
    const index = spanned.length > 1 ? -1 : terms.findIndex(({ term }) => term === spanned[0]);
    const own = widened[index];
    if (own === undefined) widened.push({ term: spanned.join(" "), found });
    else widened[index] = { term: own.term, found: [...own.found, ...found] };
  }
  return widened;
}

/** The pages in which all words stand close together. */
async function askTogether(
  words: readonly TermPlan[],
  volumes: readonly Volume[],
): Promise<Found[]> {
  const hits = await Promise.all(words.map(ask));
  return volumes.map((volume) => {
    const postings = hits.map(({ found }) => {
      const own = found.filter((one) => one.volume === volume);
      return union(own.map((one) => one.postings));
    });
    return { weight: SYNONYM_WEIGHT, volume, postings: near(postings) };
  });
}
