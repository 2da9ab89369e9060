import { stem } from "../../language/index.ts";
import { tellArriving } from "./arriving.ts";
import { ask, widen } from "./asker.ts";
import type { Correction } from "./corrections.ts";
import { withExcerpts } from "./excerpt.ts";
import { fuse, type Hit } from "./fuse.ts";
import { holding, volumesOf } from "./hits.ts";
import { type LayoutCorrection, type Retyped, retype } from "./layout.ts";
import { narrow } from "./narrow.ts";
import type { FilterCounts, RawResponse, RawResult, SearchOptions } from "./pagefind.ts";
import {
  planSynonyms,
  planTerm,
  planTerms,
  type SynonymPlan,
  type TermPlan,
  within,
  withoutCommon,
} from "./plan.ts";
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

/** Follows the volumes as they answer. */
type Arrive = (plans: readonly TermPlan[]) => Promise<void>;

/** Searches volumes in Russian: plans what to ask, asks Pagefind word by word, and ranks. */
export class Engine {
  readonly #open: () => Promise<Shelf>;
  #opened: Promise<Shelf> | undefined;
  #merged: readonly Shelf[] = [];

  /** @param open opens the shelf of the site */
  constructor(open: () => Promise<Shelf>) {
    this.#open = open;
  }

  /** Opened once; what did not arrive is asked for again by the next search. */
  async shelf(): Promise<Shelf> {
    this.#opened ??= this.#open();
    this.#opened.catch(() => {
      this.#opened = undefined;
    });
    const own = await this.#opened;
    if (this.#merged.length === 0) return own;
    const all = [own, ...this.#merged];
    return new Shelf(
      all.flatMap(({ volumes }) => volumes),
      all.flatMap(({ lexicons }) => lexicons),
    );
  }

  /** Searches the volumes of another site with those of this one, in one ranking. */
  merge(shelf: Shelf): void {
    this.#merged = [...this.#merged, shelf];
  }

  /**
   * What may be offered while somebody types.
   *
   * @param text what was typed so far
   * @param most how many completions, and how many headlines
   * @throws LexiconError, MissingIndexError as search does
   */
  async suggest(text: string, most: number = MOST_SUGGESTIONS): Promise<Suggestions> {
    const shelf = await this.shelf();
    const completions = await completeQuery(text.slice(0, LONGEST_QUERY), most, shelf);
    return { completions, headlines: await headlinesOf(await this.search(text), most) };
  }

  /**
   * @param text what a searcher typed
   * @param options Pagefind's filters and sort
   * @throws LexiconError, MissingIndexError where a part of the index does not arrive
   */
  async search(text: string, options: SearchOptions = {}): Promise<SearchResponse> {
    const start = performance.now();
    const shelf = await this.shelf();
    const { query, retyped } = await readQuery(text, shelf);
    const arrive = options.arrived && this.#teller(options.arrived, query, options, shelf);
    const { plans, synonyms, hits } = await this.#find(query, shelf, arrive);
    const kept = await this.#keep(hits, query, shelf);
    const filtered = await narrow(kept, options, shelf.volumes);
    const stems = stemsOf(plans);
    const totalFilters = await shelf.counts(kept);
    const filters = filtered.length === kept.length ? totalFilters : await shelf.counts(filtered);
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
    const shelf = await this.shelf();
    const pages = await shelf.all();
    const kept = await narrow(pages, options, shelf.volumes);
    return {
      results: kept.map(({ result }) => result),
      unfilteredResultCount: pages.length,
      filters: await shelf.counts(kept),
      totalFilters: await shelf.counts(pages),
      timings: { preload: 0, search: 0, total: 0 },
    };
  }

  /** Stop words are asked for only where nothing else is found: they stand in every page. */
  async #find(query: Query, shelf: Shelf, arrive?: Arrive): Promise<Found> {
    const synonyms = await planSynonyms(query, shelf);
    const all = await planTerms(query, synonyms, shelf);
    const plans = withoutCommon(all, shelf.pages);
    const [terms] = await Promise.all([Promise.all(plans.map(ask)), arrive?.(plans)]);
    const widened = await widen(terms, synonyms, shelf.volumes);
    const hits = fuse(widened, shelf.pages);
    const used = [...plans, ...synonyms.flatMap(({ others }) => others.flat())];
    if (hits.length > 0 || query.stopWords.length === 0) return { plans: used, synonyms, hits };
    const rest = await Promise.all(query.stopWords.map((word) => planTerm(word, false, shelf)));
    const last = await Promise.all(rest.map(ask));
    return { plans: [...used, ...rest], synonyms, hits: fuse(last, shelf.pages) };
  }

  /** Tells an interface what was found so far, as the response will show it. */
  #teller(
    tell: NonNullable<SearchOptions["arrived"]>,
    query: Query,
    options: SearchOptions,
    shelf: Shelf,
  ): Arrive {
    const settle = async (hits: readonly Hit[]): Promise<readonly Hit[]> =>
      narrow(await this.#keep(hits, query, shelf), options, shelf.volumes);
    return (plans) => {
      const stems = stemsOf(plans);
      return tellArriving(plans, shelf, settle, (hits) =>
        tell(hits.map((hit) => toResult(hit, stems))),
      );
    };
  }

  /** Loads what a search for the text needs. */
  async preload(text: string): Promise<void> {
    const shelf = await this.shelf();
    const { query } = await readQuery(text, shelf);
    await this.#find(query, shelf);
  }

  /** Without the pages that hold an excluded word; with every phrase, where any page has them. */
  async #keep(hits: readonly Hit[], query: Query, shelf: Shelf): Promise<readonly Hit[]> {
    const volumes = volumesOf(hits);
    const gates = await Promise.all(query.phrases.map((phrase) => holding(phrase, hits)));
    const plans = await Promise.all(query.excluded.map((word) => planTerm(word, false, shelf)));
    const certain = plans.filter(({ corrections }) => corrections.length === 0);
    const refused = await Promise.all(certain.map((plan) => ask(within(plan, volumes))));
    const banned = new Set(
      refused.flatMap(({ found }) => found.flatMap(({ postings }) => [...postings.keys()])),
    );
    const allowed = hits.filter(({ id }) => !banned.has(id));
    const exact = allowed.filter(({ id }) => gates.every((gate) => gate.has(id)));
    // A phrase that stands nowhere is still a wish for its words.
    return exact.length > 0 ? exact : allowed;
  }

  async filters(): Promise<FilterCounts> {
    return (await this.shelf()).filters();
  }
}

/** The query as it was meant, whatever keyboard layout it was typed on. */
async function readQuery(text: string, shelf: Shelf): Promise<{ query: Query; retyped: Retyped }> {
  const retyped = await retype(text.slice(0, LONGEST_QUERY), shelf);
  return { query: parseQuery(retyped.text), retyped };
}

function stemsOf(plans: readonly TermPlan[]): Set<string> {
  return new Set(plans.flatMap(({ alternatives }) => alternatives.map(({ word }) => stem(word))));
}

function toResult({ id, score, places, result }: Hit, stems: ReadonlySet<string>): RawResult {
  return {
    id,
    score,
    words: places,
    data: async () => withExcerpts(await result.data(), places, stems),
  };
}
