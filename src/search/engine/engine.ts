import { replaceWord } from "../../language/index.ts";
import { tellArriving } from "./arriving.ts";
import { ask, askAll, widen } from "./asker.ts";
import { choicesOf } from "./choices.ts";
import type { Deployments } from "./deployments.ts";
import { fuse, type Hit, type Ranking, type TermHits } from "./fuse.ts";
import { segmentsIn } from "./hits.ts";
import { narrow } from "./narrow.ts";
import type { SearchOptions } from "./pagefind.ts";
import { pairsOf } from "./pairs.ts";
import { isIn, phrasesOf, withPhrases } from "./phrases.ts";
import {
  planKnown,
  planSynonyms,
  planTerms,
  type SynonymPlan,
  type TermPlan,
  within,
  withoutCommon,
} from "./plan.ts";
import { LONGEST_QUERY, parseQuery, type Query } from "./query.ts";
import { readQuery } from "./read-query.ts";
import { rerank } from "./rerank.ts";
import {
  type BrowseResponse,
  completedText,
  correctionsOf,
  type Lasting,
  othersOf,
  raritiesOf,
  type SearchResponse,
  stemsOf,
  termsOf,
  toResults,
} from "./response.ts";
import type { SearchIndex } from "./search-index.ts";
import { completeQuery, headlinesOf, MOST_SUGGESTIONS, type Suggestions } from "./suggest.ts";
import { type Finder, suggestionFor } from "./suggestion.ts";
import { withWindows } from "./windows.ts";

interface Found extends Ranking {
  /** Everything that was asked for. */
  readonly plans: readonly TermPlan[];
  readonly synonyms: readonly SynonymPlan[];
  /** What was found for each word of the query, under its other names too. */
  readonly terms: readonly TermHits[];
}

/** Follows the segments as they answer. */
type Arrive = (plans: readonly TermPlan[]) => Promise<void>;

/** Searches segments in Russian: plans what to ask, loads the postings of its words, and ranks. */
export class Engine {
  readonly #deployments: Deployments;

  /** @param deployments of the site that is searched */
  constructor(deployments: Deployments) {
    this.#deployments = deployments;
  }

  /**
   * What may be offered while somebody types.
   *
   * @param text what was typed so far
   * @param most how many completions, and how many headlines
   * @throws ArrivalError as search does
   */
  async suggest(text: string, most: number = MOST_SUGGESTIONS): Promise<Suggestions> {
    const cut = text.slice(0, LONGEST_QUERY);
    const completions = await this.#deployments.answer((index) => completeQuery(cut, most, index));
    return {
      completions,
      headlines: await headlinesOf(await this.search(text, { typing: true }), most),
    };
  }

  /**
   * @param text what a searcher typed
   * @param options Pagefind's filters and sort
   * @throws ArrivalError where a part of the index does not arrive
   */
  search(text: string, options: SearchOptions = {}): Promise<SearchResponse> {
    return this.#deployments.answer((index, lasting) =>
      this.#search(text, options, index, lasting),
    );
  }

  async #search(
    text: string,
    options: SearchOptions,
    index: SearchIndex,
    lasting: Lasting,
  ): Promise<SearchResponse> {
    const start = performance.now();
    const read = await readQuery(text, index, options);
    const { query } = read;
    const arrive = options.arrived && this.#teller(options.arrived, query, options, index, lasting);
    const { plans, synonyms, terms, hits, holding } = await this.#find(query, index, arrive);
    const { hits: kept, apart } = await this.#keep(hits, query, index);
    const narrowed = await narrow(kept, options, index.segments);
    const corrections = await correctionsOf(plans, narrowed);
    const meant = corrections.reduce(
      (text, { from, to }) => replaceWord(text, from, to),
      read.text,
    );
    const rarities = raritiesOf(termsOf(terms, holding), index.pages);
    const filtered =
      options.sort === undefined ? await rerank(narrowed, meant, rarities) : narrowed;
    const stems = stemsOf(plans);
    const totalFilters = await index.counts(kept);
    const filters = filtered.length === kept.length ? totalFilters : await index.counts(filtered);
    const choices = await choicesOf(kept, options, index, filters);
    const counted = termsOf(terms, holding);
    const find: Finder = (other) => this.#findOther(other, options, index);
    const suggestion = query.asTyped
      ? undefined
      : await suggestionFor(meant, plans, counted, index, find);
    const completed = await completedText(meant, plans, filtered);
    const total = performance.now() - start;
    return {
      results: toResults(filtered, { terms, stems, lasting }),
      unfilteredResultCount: kept.length,
      filters,
      totalFilters,
      timings: { preload: 0, search: total, total },
      synonyms: await othersOf(synonyms, plans, index),
      apart,
      corrections: [...read.corrections, ...corrections],
      terms: counted,
      stems: [...stems],
      choices,
      ...(suggestion && { suggestion: suggestion.query, suggestionPages: suggestion.pages }),
      ...(completed !== undefined && { completed }),
    };
  }

  /** The pages of a query that a searcher is asked about. */
  async #findOther(
    text: string,
    options: SearchOptions,
    index: SearchIndex,
  ): Promise<readonly Hit[]> {
    const query = { ...parseQuery(text), asTyped: true };
    const { hits } = await this.#find(query, index);
    const { hits: kept } = await this.#keep(hits, query, index);
    return narrow(kept, options, index.segments);
  }

  /** All pages that pass the filters, for lists that nothing was typed for. */
  browse(options: SearchOptions = {}): Promise<BrowseResponse> {
    return this.#deployments.answer((index, lasting) => this.#browse(options, index, lasting));
  }

  async #browse(
    options: SearchOptions,
    index: SearchIndex,
    lasting: Lasting,
  ): Promise<BrowseResponse> {
    const pages = await index.all();
    const kept = await narrow(pages, options, index.segments);
    const filters = await index.counts(kept);
    return {
      results: toResults(kept, { terms: [], stems: new Set(), lasting }),
      unfilteredResultCount: pages.length,
      filters,
      choices: await choicesOf(pages, options, index, filters),
      totalFilters: await index.counts(pages),
      timings: { preload: 0, search: 0, total: 0 },
    };
  }

  /** Stop words are asked for only where there is nothing else: they stand in every page. */
  async #find(query: Query, index: SearchIndex, arrive?: Arrive): Promise<Found> {
    const synonyms = await planSynonyms(query, index);
    const all = await planTerms(query, synonyms, index);
    const plans = withoutCommon(all, index.pages);
    const [terms] = await Promise.all([askAll(plans), arrive?.(plans)]);
    const widened = await widen(terms, synonyms);
    const used = [...plans, ...synonyms.flatMap(({ others }) => others.flat())];
    const found = { synonyms, terms: widened.slice(0, terms.length) };
    const ranking = rank(widened, query, index.pages);
    if (query.terms.length > 0) return { ...found, ...ranking, plans: used };
    const rest = await Promise.all(query.stopWords.map((word) => planKnown(word, index)));
    const { hits } = rank(await askAll(rest), query, index.pages);
    return { ...found, ...ranking, hits, plans: [...used, ...rest] };
  }

  /** Tells an interface what was found so far, as the response will show it. */
  #teller(
    tell: NonNullable<SearchOptions["arrived"]>,
    query: Query,
    options: SearchOptions,
    index: SearchIndex,
    lasting: Lasting,
  ): Arrive {
    const settle = async (hits: readonly Hit[]): Promise<readonly Hit[]> =>
      narrow((await this.#keep(hits, query, index)).hits, options, index.segments);
    return (plans) => {
      const stems = stemsOf(plans);
      return tellArriving(plans, index, settle, (hits) =>
        tell(toResults(hits, { terms: [], stems, lasting })),
      );
    };
  }

  /** Loads what a search for the text needs. */
  async preload(text: string, options: SearchOptions = {}): Promise<void> {
    await this.#deployments.answer(async (index) => {
      const { query } = await readQuery(text, index, options);
      await this.#find(query, index);
    });
  }

  /** Without the pages that hold an excluded word; with every phrase that any page has. */
  async #keep(hits: readonly Hit[], query: Query, index: SearchIndex) {
    const segments = segmentsIn(hits);
    const plans = await Promise.all(query.excluded.map((word) => planKnown(word, index)));
    const refused = await Promise.all(plans.map((plan) => ask(within(plan, segments))));
    const banned = refused.flatMap(({ found }) => found);
    const allowed = banned.length === 0 ? hits : hits.filter((hit) => !isIn(banned, hit));
    return withPhrases(allowed, query.isQuoted ? query.phrases : [], index);
  }
}

/** Ranks pages by their words, by which of these follow one another, and by how near they are. */
function rank(terms: readonly TermHits[], query: Query, pages: number): Ranking {
  const together = [...pairsOf(query.sequence, terms), ...phrasesOf(query.phrases, terms)];
  const { hits, holding } = fuse([...terms, ...together], pages);
  const own = { hits, holding: holding.slice(0, terms.length) };
  return { ...own, hits: withWindows(own, terms, pages) };
}
