import { pageNumber, stem } from "../../language/index.ts";
import type { Correction } from "./corrections.ts";
import { withExcerpts } from "./excerpt.ts";
import { Facets } from "./facets.ts";
import { fuse, type Hit, type TermHits } from "./fuse.ts";
import { type LayoutCorrection, type Retyped, retype } from "./layout.ts";
import { Lexicon } from "./lexicon.ts";
import { near, union } from "./near.ts";
import type {
  FilterCounts,
  PagefindInstance,
  RawResponse,
  RawResult,
  SearchOptions,
} from "./pagefind.ts";
import {
  planSynonyms,
  planTerm,
  planTerms,
  SYNONYM_WEIGHT,
  type SynonymPlan,
  type TermPlan,
  withoutCommon,
} from "./plan.ts";
import { askPagefind, type Postings } from "./postings.ts";
import { LONGEST_QUERY, parseQuery, type Query } from "./query.ts";

/** Pagefind's answer, and what the engine did to get it. */
export interface SearchResponse extends RawResponse {
  /** What means the same and was looked for too. */
  readonly synonyms: readonly { readonly from: string; readonly to: readonly string[] }[];
  /** What words of the query were taken for; empty where all were found as typed. */
  readonly corrections: readonly (LayoutCorrection | Pick<Correction, "from" | "to" | "kind">)[];
}

interface Found {
  /** Everything that was asked for. */
  readonly plans: readonly TermPlan[];
  readonly synonyms: readonly SynonymPlan[];
  readonly hits: readonly Hit[];
}

/** Searches an index in Russian: plans what to ask, asks Pagefind word by word, and ranks. */
export class Engine {
  readonly #pagefind: PagefindInstance;
  readonly #lexiconFolder: string;
  #lexicon: Promise<Lexicon> | undefined;
  readonly #facets: Facets;
  readonly #asked = new Map<string, Promise<Postings>>();

  /**
   * @param pagefind an instance that ranks by RANKING
   * @param lexiconFolder the address of the lexicon, with a slash at its end
   */
  constructor(pagefind: PagefindInstance, lexiconFolder: string) {
    this.#pagefind = pagefind;
    this.#facets = new Facets(pagefind);
    this.#lexiconFolder = lexiconFolder;
  }

  /** Loaded once; what did not arrive is asked for again by the next search. */
  #loadLexicon(): Promise<Lexicon> {
    this.#lexicon ??= Lexicon.load(this.#lexiconFolder);
    this.#lexicon.catch(() => {
      this.#lexicon = undefined;
    });
    return this.#lexicon;
  }

  /**
   * @param text what a searcher typed
   * @param options Pagefind's filters and sort
   * @throws LexiconError, MissingIndexError where a part of the index does not arrive
   */
  async search(text: string, options: SearchOptions = {}): Promise<SearchResponse> {
    const start = performance.now();
    const lexicon = await this.#loadLexicon();
    const { query, retyped } = await readQuery(text, lexicon);
    const { plans, synonyms, hits } = await this.#find(query, lexicon);
    const kept = await this.#keep(hits, query, lexicon);
    const filtered = await this.#filter(kept, options);
    const stems = new Set(plans.flatMap(({ alternatives }) => alternatives.map(askedStem)));
    const totalFilters = await this.#facets.count(kept.map(({ id }) => id));
    const filters =
      filtered === kept ? totalFilters : await this.#facets.count(filtered.map(({ id }) => id));
    const total = performance.now() - start;
    return {
      results: filtered.map((hit) => toResult(hit, stems)),
      unfilteredResultCount: kept.length,
      filters,
      totalFilters,
      timings: { preload: 0, search: total, total },
      synonyms: synonyms.map(({ terms, names }) => ({ from: terms.join(" "), to: names })),
      corrections: [
        ...retyped.corrections,
        ...plans.flatMap((plan) =>
          plan.corrections.map(({ from, to, kind }) => ({ from, to, kind })),
        ),
      ],
    };
  }

  /** Stop words are asked for only where nothing else is found: they stand in every page. */
  async #find(query: Query, lexicon: Lexicon): Promise<Found> {
    const synonyms = await planSynonyms(query, lexicon);
    const all = await planTerms(query, synonyms, lexicon);
    const plans = withoutCommon(all, lexicon.manifest.pages);
    const terms = await Promise.all(plans.map((plan) => this.#ask(plan, lexicon)));
    const widened = await this.#widen(terms, synonyms, lexicon);
    const hits = fuse(widened, lexicon.manifest.pages);
    const used = [...plans, ...synonyms.flatMap(({ others }) => others.flat())];
    if (hits.length > 0 || query.stopWords.length === 0) return { plans: used, synonyms, hits };
    const rest = await Promise.all(query.stopWords.map((word) => planTerm(word, false, lexicon)));
    const last = await Promise.all(rest.map((plan) => this.#ask(plan, lexicon)));
    return { plans: [...used, ...rest], synonyms, hits: fuse(last, lexicon.manifest.pages) };
  }

  /** A synonym of one word counts as that word; one of several words is a term of its own. */
  async #widen(
    terms: readonly TermHits[],
    synonyms: readonly SynonymPlan[],
    lexicon: Lexicon,
  ): Promise<TermHits[]> {
    const widened = [...terms];
    for (const { terms: spanned, others } of synonyms) {
      const found = await Promise.all(
        others.map(async (plans) => {
          const hits = await Promise.all(plans.map((plan) => this.#ask(plan, lexicon)));
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

  /** Loads what a search for the text needs. */
  async preload(text: string): Promise<void> {
    const lexicon = await this.#loadLexicon();
    const { query } = await readQuery(text, lexicon);
    await this.#find(query, lexicon);
  }

  async #ask(plan: TermPlan, lexicon: Lexicon): Promise<TermHits> {
    const found = await Promise.all(
      plan.alternatives.map(async ({ word, weight, homonyms }) => {
        const postings = await this.#postings(word, lexicon);
        return { weight, postings: await onlyMeant(postings, homonyms, lexicon) };
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

  /** Without the pages that hold an excluded word; with every phrase, where any page has them. */
  async #keep(hits: readonly Hit[], query: Query, lexicon: Lexicon): Promise<readonly Hit[]> {
    const gates = await Promise.all(query.phrases.map((phrase) => this.#holding(`"${phrase}"`)));
    const plans = await Promise.all(query.excluded.map((word) => planTerm(word, false, lexicon)));
    const certain = plans.filter(({ corrections }) => corrections.length === 0);
    const refused = await Promise.all(certain.map((plan) => this.#ask(plan, lexicon)));
    const banned = new Set(
      refused.flatMap(({ found }) => found.flatMap(({ postings }) => [...postings.keys()])),
    );
    const allowed = hits.filter(({ id }) => !banned.has(id));
    const exact = allowed.filter(({ id }) => gates.every((gate) => gate.has(id)));
    // A phrase that stands nowhere is still a wish for its words.
    return exact.length > 0 ? exact : allowed;
  }

  async #holding(term: string | null, options: SearchOptions = {}): Promise<Map<string, number>> {
    const { results } = await this.#pagefind.search(term, options);
    return new Map(results.map(({ id }, index) => [id, index]));
  }

  /** Pagefind itself says which pages pass the filters, and in which order they are sorted. */
  async #filter(hits: readonly Hit[], options: SearchOptions): Promise<readonly Hit[]> {
    const filters = Object.keys(options.filters ?? {}).length > 0;
    const sorted = Object.keys(options.sort ?? {}).length > 0;
    if (!filters && !sorted) return hits;
    const order = await this.#holding(null, options);
    const kept = hits.filter(({ id }) => order.has(id));
    if (!sorted) return kept;
    return kept.toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
  }

  filters(): Promise<FilterCounts> {
    return this.#pagefind.filters();
  }
}

/** The query as it was meant, whatever keyboard layout it was typed on. */
async function readQuery(
  text: string,
  lexicon: Lexicon,
): Promise<{ query: Query; retyped: Retyped }> {
  const retyped = await retype(text.slice(0, LONGEST_QUERY), lexicon);
  return { query: parseQuery(retyped.text), retyped };
}

function askedStem({ word }: { readonly word: string }): string {
  return stem(word);
}

/** Without the pages that hold only other words of the same Pagefind stem. */
async function onlyMeant(
  postings: Postings,
  lines: readonly string[],
  lexicon: Lexicon,
): Promise<Postings> {
  if (lines.length === 0) return postings;
  const lists = await Promise.all(lines.map((line) => lexicon.homonyms(line)));
  const isMeant = (id: string): boolean =>
    lists.some(({ meant, pages }) => pages.has(pageNumber(id)) === meant);
  return new Map([...postings].filter(([id]) => isMeant(id)));
}

function toResult({ id, score, places, result }: Hit, stems: ReadonlySet<string>): RawResult {
  return {
    id,
    score,
    words: places,
    data: async () => withExcerpts(await result.data(), places, stems),
  };
}
