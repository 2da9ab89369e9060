import { stem } from "../../language/index.ts";
import { Asker } from "./asker.ts";
import type { Correction } from "./corrections.ts";
import { withExcerpts } from "./excerpt.ts";
import { fuse, type Hit } from "./fuse.ts";
import { type LayoutCorrection, type Retyped, retype } from "./layout.ts";
import { Lexicon } from "./lexicon.ts";
import { narrow } from "./narrow.ts";
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
  type SynonymPlan,
  type TermPlan,
  withoutCommon,
} from "./plan.ts";
import { exactRanking } from "./postings.ts";
import { LONGEST_QUERY, parseQuery, type Query } from "./query.ts";
import { Shelf } from "./shelf.ts";
import { completeQuery, headlinesOf, MOST_SUGGESTIONS, type Suggestions } from "./suggest.ts";

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
  readonly #shelf: Shelf;
  readonly #asker: Asker;

  /**
   * @param pagefind an instance of its own, whose ranking the engine sets
   * @param lexiconFolder the address of the lexicon, with a slash at its end
   */
  constructor(pagefind: PagefindInstance, lexiconFolder: string) {
    this.#pagefind = pagefind;
    this.#shelf = new Shelf(pagefind);
    this.#asker = new Asker(pagefind);
    this.#lexiconFolder = lexiconFolder;
  }

  /** Loaded once; what did not arrive is asked for again by the next search. */
  #loadLexicon(): Promise<Lexicon> {
    this.#lexicon ??= this.#open();
    this.#lexicon.catch(() => {
      this.#lexicon = undefined;
    });
    return this.#lexicon;
  }

  async #open(): Promise<Lexicon> {
    const lexicon = await Lexicon.load(this.#lexiconFolder);
    await this.#pagefind.options({ ranking: exactRanking(lexicon.manifest.meta) });
    return lexicon;
  }

  /**
   * What may be offered while somebody types.
   *
   * @param text what was typed so far
   * @param most how many completions, and how many headlines
   * @throws LexiconError, MissingIndexError as search does
   */
  async suggest(text: string, most: number = MOST_SUGGESTIONS): Promise<Suggestions> {
    const lexicon = await this.#loadLexicon();
    const completions = await completeQuery(text.slice(0, LONGEST_QUERY), most, lexicon);
    return { completions, headlines: await headlinesOf(await this.search(text), most) };
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
    const filtered = await narrow(kept, options, this.#shelf, lexicon);
    const stems = new Set(plans.flatMap(({ alternatives }) => alternatives.map(askedStem)));
    const count = (some: readonly Hit[]) =>
      this.#shelf.counts(
        some.map(({ id }) => id),
        lexicon,
      );
    const totalFilters = await count(kept);
    const filters = filtered.length === kept.length ? totalFilters : await count(filtered);
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

  /** All pages that pass the filters, for lists that nothing was typed for. */
  async browse(options: SearchOptions = {}): Promise<RawResponse> {
    const lexicon = await this.#loadLexicon();
    const all = await this.#shelf.all();
    const pages = [...all].map(([id, result]) => ({ id, score: 0, places: [], result }));
    const kept = await narrow(pages, options, this.#shelf, lexicon);
    const count = (hits: readonly Hit[]) =>
      this.#shelf.counts(
        hits.map(({ id }) => id),
        lexicon,
      );
    return {
      results: kept.map(({ result }) => result),
      unfilteredResultCount: pages.length,
      filters: await count(kept),
      totalFilters: await count(pages),
      timings: { preload: 0, search: 0, total: 0 },
    };
  }

  /** Stop words are asked for only where nothing else is found: they stand in every page. */
  async #find(query: Query, lexicon: Lexicon): Promise<Found> {
    const synonyms = await planSynonyms(query, lexicon);
    const all = await planTerms(query, synonyms, lexicon);
    const plans = withoutCommon(all, lexicon.manifest.pages);
    const terms = await Promise.all(plans.map((plan) => this.#asker.ask(plan, lexicon)));
    const widened = await this.#asker.widen(terms, synonyms, lexicon);
    const hits = fuse(widened, lexicon.manifest.pages);
    const used = [...plans, ...synonyms.flatMap(({ others }) => others.flat())];
    if (hits.length > 0 || query.stopWords.length === 0) return { plans: used, synonyms, hits };
    const rest = await Promise.all(query.stopWords.map((word) => planTerm(word, false, lexicon)));
    const last = await Promise.all(rest.map((plan) => this.#asker.ask(plan, lexicon)));
    return { plans: [...used, ...rest], synonyms, hits: fuse(last, lexicon.manifest.pages) };
  }

  /** Loads what a search for the text needs. */
  async preload(text: string): Promise<void> {
    const lexicon = await this.#loadLexicon();
    const { query } = await readQuery(text, lexicon);
    await this.#find(query, lexicon);
  }

  /** Without the pages that hold an excluded word; with every phrase, where any page has them. */
  async #keep(hits: readonly Hit[], query: Query, lexicon: Lexicon): Promise<readonly Hit[]> {
    const gates = await Promise.all(query.phrases.map((phrase) => this.#holding(`"${phrase}"`)));
    const plans = await Promise.all(query.excluded.map((word) => planTerm(word, false, lexicon)));
    const certain = plans.filter(({ corrections }) => corrections.length === 0);
    const refused = await Promise.all(certain.map((plan) => this.#asker.ask(plan, lexicon)));
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

  async filters(): Promise<FilterCounts> {
    return this.#shelf.filters(await this.#loadLexicon());
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

function toResult({ id, score, places, result }: Hit, stems: ReadonlySet<string>): RawResult {
  return {
    id,
    score,
    words: places,
    data: async () => withExcerpts(await result.data(), places, stems),
  };
}
