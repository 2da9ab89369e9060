import type { HomonymPages } from "../../language/index.ts";
import type { TermHits } from "./fuse.ts";
import type { Lexicon } from "./lexicon.ts";
import { near, union } from "./near.ts";
import type { PagefindInstance } from "./pagefind.ts";
import { SYNONYM_WEIGHT, type SynonymPlan, type TermPlan } from "./plan.ts";
import { askPagefind, type Postings } from "./postings.ts";

/** Asks Pagefind for all that a plan wants. */
export class Asker {
  readonly #pagefind: PagefindInstance;
  readonly #asked = new Map<string, Promise<Postings>>();

  /** @param pagefind an instance that ranks by exactRanking */
  constructor(pagefind: PagefindInstance) {
    this.#pagefind = pagefind;
  }

  async ask(plan: TermPlan, lexicon: Lexicon): Promise<TermHits> {
    const found = await Promise.all(
      plan.alternatives.map(async ({ word, weight, homonyms }) => {
        const [postings, lists] = await Promise.all([
          this.#postings(word, lexicon),
          Promise.all(homonyms.map((line) => lexicon.homonyms(line))),
        ]);
        return { weight, postings: onlyMeant(postings, lists) };
      }),
    );
    return { term: plan.term, found };
  }

  /** Answers are kept: while a searcher types, most of the words stay the same. */
  #postings(word: string, lexicon: Lexicon): Promise<Postings> {
    const known = this.#asked.get(word);
    if (known !== undefined) return known;
    const asking = askPagefind(this.#pagefind, word, lexicon.manifest.pages);
    this.#asked.set(word, asking);
    asking.catch(() => this.#asked.delete(word));
    return asking;
  }

  /** A synonym of one word counts as that word; one of several words is a term of its own. */
  async widen(
    terms: readonly TermHits[],
    synonyms: readonly SynonymPlan[],
    lexicon: Lexicon,
  ): Promise<TermHits[]> {
    const widened = [...terms];
    for (const { terms: spanned, others } of synonyms) {
      const found = await Promise.all(
        others.map(async (plans) => {
          const hits = await Promise.all(plans.map((plan) => this.ask(plan, lexicon)));
          const words = hits.map((hit) => union(hit.found.map(({ postings }) => postings)));
          return { weight: SYNONYM_WEIGHT, postings: near(words) };
        }),
      );
      const index = spanned.length > 1 ? -1 : terms.findIndex(({ term }) => term === spanned[0]);
      const own = widened[index];
      if (own === undefined) widened.push({ term: spanned.join(" "), found });
      else widened[index] = { term: own.term, found: [...own.found, ...found] };
    }
    return widened;
  }
}

/** Without the pages that hold only other words of the same Pagefind stem. */
function onlyMeant(postings: Postings, lists: readonly HomonymPages[]): Postings {
  // Where Pagefind counts other pages than the lexicon did, no bit can be told to be a page's.
  if (lists.length === 0 || lists.some(({ count }) => count !== postings.size)) return postings;
  const ids = [...postings.keys()].sort();
  const meant = new Set(ids.filter((_, index) => lists.some((list) => list.meant[index])));
  return new Map([...postings].filter(([id]) => meant.has(id)));
}
