import type { Found, TermHits } from "./fuse.ts";
import { near, sequence } from "./near.ts";
import { SYNONYM_WEIGHT, type SynonymPlan, segmentsOf, type TermPlan } from "./plan.ts";
import type { Postings } from "./ranked-postings.ts";
import type { Segment } from "./segment.ts";

/**
 * The budget of a query for positions, in bytes as sent: about as much as the rest of its requests. Pages
 * without positions count as well, but not how near their words stand.
 */
const POSITION_BUDGET = 40_000;

/** Loads the postings of all terms; their positions too, of the rarest terms first. */
export async function askAll(plans: readonly TermPlan[]): Promise<TermHits[]> {
  const affordable = plans.length > 1 ? withinBudget(plans) : new Set<TermPlan>();
  return Promise.all(plans.map((plan) => ask(plan, affordable.has(plan))));
}

/** @param withPositions whether the places within pages are loaded too */
export async function ask(
  { term, alternatives }: TermPlan,
  withPositions = false,
): Promise<TermHits> {
  const found = alternatives.map(async ({ entry, weight }): Promise<Found> => {
    const { segment } = entry;
    return { weight, segment, postings: await segment.postings(entry, withPositions) };
  });
  return { term, found: await Promise.all(found) };
}

/** By the sizes in shards and not by the state of the cache, so that each visit has the same answer. */
function withinBudget(plans: readonly TermPlan[]): ReadonlySet<TermPlan> {
  const affordable = new Set<TermPlan>();
  const files = new Set<string>();
  let left = POSITION_BUDGET;
  for (const plan of plans.toSorted((a, b) => pagesOf(a) - pagesOf(b))) {
    const own = new Map(plan.alternatives.map(({ entry: { chunk } }) => [chunk.positions, chunk]));
    const fresh = [...own.values()].filter(({ positions }) => !files.has(positions));
    const cost = fresh.reduce((sum, { positionsSize }) => sum + positionsSize, 0);
    if (cost > left) continue;
    left -= cost;
    for (const { positions } of fresh) files.add(positions);
    affordable.add(plan);
  }
  return affordable;
}

function pagesOf({ alternatives }: TermPlan): number {
  return alternatives.reduce((sum, { entry }) => sum + entry.locator.count, 0);
}

/**
 * Adds what means the same: a synonym of one word counts as that word; one of several words is a
 * term of its own; of words that are written together a page holds each.
 */
export async function widen(
  terms: readonly TermHits[],
  synonyms: readonly SynonymPlan[],
): Promise<TermHits[]> {
  const widened = [...terms];
  for (const { terms: spanned, others, isSpelling, isName } of synonyms) {
    const asked = others.map((words) => {
      if (isSpelling) return askTogether(words, 1, inOrder(1));
      return askTogether(words, SYNONYM_WEIGHT, isName ? inOrder(NAME_STEP) : near);
    });
    const found = (await Promise.all(asked)).flat();
    const isOwnTerm = spanned.length > 1 && !isSpelling;
    if (isOwnTerm) widened.push({ term: spanned.join(" "), found });
    else for (const term of spanned) addTo(widened, term, found);
  }
  return widened;
}

function addTo(widened: TermHits[], term: string, found: readonly Found[]): void {
  const at = widened.findIndex((one) => one.term === term);
  const own = widened[at];
  if (own === undefined) widened.push({ term, found });
  else widened[at] = { term, found: [...own.found, ...found] };
}

/** Between two words of a name may stand a preposition, which is not asked for. */
const NAME_STEP = 2;

/** From the postings of each word in a segment to those of all words together. */
type Join = (lists: readonly (readonly Postings[])[]) => Postings;

/** @param step how far behind the word before it each may stand at most */
function inOrder(step: number): Join {
  return (lists) => sequence(lists, new Array<number>(lists.length).fill(step));
}

/** The pages in which words stand together; of one word all its pages. */
export async function askTogether(
  words: readonly TermPlan[],
  weight: number,
  join: Join,
): Promise<Found[]> {
  const [only, ...others] = words;
  if (only !== undefined && others.length === 0) {
    const { found } = await ask(only);
    return found.map((one) => ({ ...one, weight: one.weight * weight }));
  }
  const hits = await Promise.all(words.map((word) => ask(word, true)));
  return segmentsOf(words).map((segment): Found => {
    const postings = join(hits.map(({ found }) => postingsIn(found, segment)));
    return { weight, segment, postings };
  });
}

/** @returns what was found in a segment */
export function postingsIn(found: readonly Found[], segment: Segment): Postings[] {
  return found.filter((one) => one.segment === segment).map(({ postings }) => postings);
}
