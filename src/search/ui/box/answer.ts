import { askTwice, loadEngine } from "../load-engine.ts";
import { meantQuery } from "../meant.ts";
import type { ResultData } from "../result.ts";

/** The content of the box for a query. */
export interface BoxAnswer {
  /** As typed. */
  readonly query: string;
  /** The corrected query, where it was corrected. */
  readonly meant?: string;
  /** The query with its last word completed, where that found pages. */
  readonly completed?: string;
  /** The query with its last word completed, the commonest word first. */
  readonly completions: readonly string[];
  /** The first results, the best first. */
  readonly pages: readonly ResultData[];
  /** How many results there are. */
  readonly count: number;
  /** The stems of the query, for marks on the pages. */
  readonly stems: readonly string[];
}

/** What fits under the field without hiding the page. */
const MOST_COMPLETIONS = 3;
const MOST_PAGES = 5;

/**
 * Asks for all that the box shows, so that it is shown at once.
 *
 * @param query as typed, without spaces around it
 * @throws Error where a part of the index does not arrive
 */
export function answerTo(query: string): Promise<BoxAnswer> {
  return askTwice(() => answerOnce(query));
}

async function answerOnce(query: string): Promise<BoxAnswer> {
  const engine = await loadEngine();
  const [{ completions }, answer] = await Promise.all([
    engine.suggest(query, MOST_COMPLETIONS),
    engine.search(query, { typing: true }),
  ]);
  const { results, corrections = [], stems = [], completed } = answer;
  const pages = await Promise.all(results.slice(0, MOST_PAGES).map((result) => result.data()));
  const meant = meantQuery(query, corrections);
  return {
    query,
    ...(meant === query ? {} : { meant }),
    ...(completed === undefined ? {} : { completed }),
    completions,
    pages,
    count: results.length,
    stems,
  };
}
