import { replaceWord } from "../../language/index.ts";
import { commonerThan } from "./corrections.ts";
import type { SearchResponse } from "./response.ts";
import type { SearchIndex } from "./search-index.ts";
import { spell } from "./spelling.ts";

/** A word of more pages is one that the archive knows. */
const MOST_PAGES = 2;

/**
 * The query as it was probably meant: words that hardly any page holds, and that no dictionary knows,
 * stand as common words that are one slip away. It is for a searcher to decide.
 *
 * @param text what was typed, on the right keyboard layout
 * @param terms its words, with the number of pages that hold them
 * @returns nothing where no word is like that
 */
export async function suggestionFor(
  text: string,
  terms: SearchResponse["terms"],
  index: SearchIndex,
): Promise<string | undefined> {
  const rare = terms.filter(({ pages }) => pages > 0 && pages <= MOST_PAGES);
  let meant = text;
  for (const { term } of rare) {
    const common = await commonerThan(term, index);
    if (common !== undefined) meant = replaceWord(meant, term, await spell(common, index));
  }
  return meant === text ? undefined : meant;
}
