import { ask, askAll, widen } from "./asker.ts";
import { withoutDoubtful } from "./doubtful.ts";
import { fuse, type Hit, type Ranking, type TermHits } from "./fuse.ts";
import { segmentsIn } from "./hits.ts";
import { pairsOf } from "./pairs.ts";
import { isIn, type Kept, phrasesOf, withPhrases } from "./phrases.ts";
import {
  planKnown,
  planSynonyms,
  planTerms,
  type SynonymPlan,
  type TermPlan,
  within,
  withoutCommon,
} from "./plan.ts";
import type { Query } from "./query.ts";
import type { SearchIndex } from "./search-index.ts";
import { withWindows } from "./windows.ts";

/** How much a name counts beside another word; useful from 1.3 to 2 (docs/search-quality.md). */
const NAME = 1.5;

/** The pages of a query, and how they were found. */
export interface Finding extends Ranking {
  /** Everything that was asked for. */
  readonly plans: readonly TermPlan[];
  readonly synonyms: readonly SynonymPlan[];
  /** The hits of each word of the query and of its synonyms. */
  readonly terms: readonly TermHits[];
}

/**
 * Finds the pages of a query. Stop words are asked for only where there is nothing else: they stand in
 * every page.
 *
 * @throws ArrivalError where a part of the index does not arrive
 */
export async function findPages(query: Query, index: SearchIndex): Promise<Finding> {
  const synonyms = await planSynonyms(query, index);
  const all = await planTerms(query, synonyms, index);
  const sure = await withoutDoubtful(all, synonyms.length > 0, index);
  const plans = withoutCommon(sure, index.pages);
  const terms = await askAll(plans);
  const widened = await widen(terms, synonyms);
  const used = [...plans, ...synonyms.flatMap(({ others }) => others.flat())];
  const found = { synonyms, terms: widened.slice(0, terms.length) };
  const ranking = rank(widened, query, index.pages);
  if (query.terms.length > 0) return { ...found, ...ranking, plans: used };
  const rest = await Promise.all(query.stopWords.map((word) => planKnown(word, index)));
  const { hits } = rank(await askAll(rest), query, index.pages);
  return { ...found, ...ranking, hits, plans: [...used, ...rest] };
}

/** Ranks pages by their words, by which of these follow one another, and by how near they are. */
function rank(terms: readonly TermHits[], query: Query, pages: number): Ranking {
  const weighed = terms.map((term) =>
    query.names.has(term.term) ? { ...term, emphasis: NAME } : term,
  );
  const together = [...pairsOf(query.sequence, terms), ...phrasesOf(query.phrases, terms)];
  const { hits, holding } = fuse([...weighed, ...together], pages);
  const own = { hits, holding: holding.slice(0, terms.length) };
  return { ...own, hits: withWindows(own, terms, pages) };
}

/** Leaves out pages that hold an excluded word; keeps those with every phrase that any page has. */
export async function keepWanted(
  hits: readonly Hit[],
  query: Query,
  index: SearchIndex,
): Promise<Kept> {
  const segments = segmentsIn(hits);
  const plans = await Promise.all(query.excluded.map((word) => planKnown(word, index)));
  const refused = await Promise.all(plans.map((plan) => ask(within(plan, segments))));
  const banned = refused.flatMap(({ found }) => found);
  const allowed = banned.length === 0 ? hits : hits.filter((hit) => !isIn(banned, hit));
  return withPhrases(allowed, query.isQuoted ? query.phrases : [], index);
}
