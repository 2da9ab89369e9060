import { replaceWord } from "../../language/index.ts";
import { commonerThan } from "./corrections.ts";
import type { Hit } from "./fuse.ts";
import type { TermPlan } from "./plan.ts";
import type { SearchResponse } from "./response.ts";
import type { SearchIndex } from "./search-index.ts";
import { spell } from "./spelling.ts";

/** A word of more pages is one that the archive knows. */
const MOST_PAGES = 2;

/** The query as it was probably meant: it is for a searcher to decide. */
export interface Suggestion {
  readonly query: string;
  /** How many results it has; not known where the archive holds all words of the query as typed. */
  readonly pages?: number;
}

/** Looks for the pages of another query, the best first, as those of this one were looked for. */
type Finder = (text: string) => Promise<readonly Hit[]>;

/**
 * Words that the archive does not hold stand as the words of the archive that may have been meant: a
 * word of the language only where nothing was found, for else it was meant, and others were found.
 * Words that hardly any page holds, and that no dictionary knows, stand as common words one slip away.
 *
 * @param text what was typed, on the right keyboard layout
 * @param plans of its words
 * @param terms the same words, with the number of pages that hold them
 * @returns nothing where no word is like that, or nothing would be found
 */
export async function suggestionFor(
  text: string,
  plans: readonly TermPlan[],
  terms: SearchResponse["terms"],
  index: SearchIndex,
  find: Finder,
): Promise<Suggestion | undefined> {
  const isNothing = terms.every(({ pages }) => pages === 0);
  const doubtful = plans.filter(({ asked }) => isNothing || asked?.isWord === false);
  const common = await withCommon(text, terms, index);
  const asked = await withAsked(common, doubtful, find);
  if (asked !== undefined) return asked;
  return common === text ? undefined : { query: common };
}

async function withCommon(
  text: string,
  terms: SearchResponse["terms"],
  index: SearchIndex,
): Promise<string> {
  const rare = terms.filter(({ pages }) => pages > 0 && pages <= MOST_PAGES);
  let meant = text;
  for (const { term } of rare) {
    const common = await commonerThan(term, index);
    if (common === undefined) continue;
    meant = replaceWord(meant, term, await spell(common.to, common.entries, []));
  }
  return meant;
}

async function withAsked(
  text: string,
  plans: readonly TermPlan[],
  find: Finder,
): Promise<Suggestion | undefined> {
  const asked = plans.flatMap(({ term, asked }) => (asked === undefined ? [] : { term, ...asked }));
  if (asked.length === 0) return undefined;
  const hits = await find(asked.reduce((all, { term, to }) => replaceWord(all, term, to), text));
  if (hits.length === 0) return undefined;
  let query = text;
  for (const { term, to, entries } of asked) {
    query = replaceWord(query, term, await spell(to, entries, hits.slice(0, 1)));
  }
  return { query, pages: hits.length };
}
