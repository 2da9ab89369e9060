import { ArrivalError } from "./arrival.ts";
import { tellArriving } from "./arriving.ts";
import { ask, widen } from "./asker.ts";
import { choicesOf } from "./choices.ts";
import { OutdatedError, RenewedError } from "./errors.ts";
import { fuse, type Hit, type TermHits } from "./fuse.ts";
import { holding, volumesOf } from "./hits.ts";
import { narrow } from "./narrow.ts";
import {
  type FilterCounts,
  MissingIndexError,
  type PageData,
  type SearchOptions,
} from "./pagefind.ts";
import {
  planSynonyms,
  planTerm,
  planTerms,
  type SynonymPlan,
  type TermPlan,
  within,
  withoutCommon,
} from "./plan.ts";
import { LONGEST_QUERY, type Query } from "./query.ts";
import { readQuery } from "./read-query.ts";
import {
  type BrowseResponse,
  correctionsOf,
  type Lasting,
  type SearchResponse,
  stemsOf,
  termsOf,
  toResult,
} from "./response.ts";
import { Shelf } from "./shelf.ts";
import { completeQuery, headlinesOf, MOST_SUGGESTIONS, type Suggestions } from "./suggest.ts";
import { suggestionFor } from "./suggestion.ts";

interface Found {
  /** Everything that was asked for. */
  readonly plans: readonly TermPlan[];
  readonly synonyms: readonly SynonymPlan[];
  /** What was found for each word of the query, under its other names too. */
  readonly terms: readonly TermHits[];
  readonly hits: readonly Hit[];
}

/** Follows the volumes as they answer. */
type Arrive = (plans: readonly TermPlan[]) => Promise<void>;

/** Searches volumes in Russian: plans what to ask, asks Pagefind word by word, and ranks. */
export class Engine {
  readonly #open: (known?: Shelf) => Promise<Shelf>;
  #opened: Promise<Shelf> | undefined;
  /** Whether an interface asks for the counts of filters: those of a new shelf too, then. */
  #isCounting = false;
  #merged: readonly Shelf[] = [];

  /** @param open opens the shelf of the site, or returns the known one where it is still the same */
  constructor(open: (known?: Shelf) => Promise<Shelf>) {
    this.#open = open;
  }

  /** All that is searched. */
  async shelf(): Promise<Shelf> {
    return this.#withMerged(await this.#own());
  }

  /** Opened once; what did not arrive is asked for again by the next search. */
  #own(): Promise<Shelf> {
    if (this.#opened !== undefined) return this.#opened;
    const opening = this.#open();
    this.#opened = opening;
    opening.catch(() => {
      this.#opened = undefined;
    });
    return opening;
  }

  #withMerged(own: Shelf): Shelf {
    if (this.#merged.length === 0) return own;
    const all = [own, ...this.#merged];
    return new Shelf(
      all.flatMap(({ volumes }) => volumes),
      all.flatMap(({ lexicons }) => lexicons),
    );
  }

  /**
   * Answers from one shelf. Where a part of it does not arrive, and the site was deployed anew since
   * it was opened, that part may be gone: all is then answered from the new shelf.
   *
   * @param from is told what it searches, and keeps what is loaded later loadable
   * @throws OutdatedError where this module cannot read the new shelf
   */
  async #answer<Answer>(from: (shelf: Shelf, lasting: Lasting) => Promise<Answer>) {
    const ask = async (own: Shelf): Promise<Answer> =>
      from(this.#withMerged(own), (load) => () => this.#loadLater(load, own));
    const own = await this.#own();
    try {
      return await ask(own);
    } catch (error) {
      if (!isMissing(error) || !(await this.#renew(own))) throw error;
    }
    return ask(await this.#own());
  }

  /**
   * Results load what they show later on, when it may be gone.
   *
   * @param own the shelf that they are of
   * @throws RenewedError where it is gone, and a new search finds what there is now
   */
  async #loadLater(load: () => Promise<PageData>, own: Shelf): Promise<PageData> {
    try {
      return await load();
    } catch (error) {
      if (await this.#renew(own)) throw new RenewedError("The site is new", { cause: error });
      throw error;
    }
  }

  /** @returns whether there is another shelf now */
  async #renew(old: Shelf): Promise<boolean> {
    try {
      if ((await this.#own()) !== old) return true;
      const found = await this.#open(old);
      if (found === old) return false;
      if (this.#isCounting) await found.filters();
      this.#opened = Promise.resolve(found);
      return true;
    } catch (error) {
      if (error instanceof OutdatedError) throw error;
      return false;
    }
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
   * @throws ArrivalError, MissingIndexError as search does
   */
  async suggest(text: string, most: number = MOST_SUGGESTIONS): Promise<Suggestions> {
    const cut = text.slice(0, LONGEST_QUERY);
    const completions = await this.#answer((shelf) => completeQuery(cut, most, shelf));
    return { completions, headlines: await headlinesOf(await this.search(text), most) };
  }

  /**
   * @param text what a searcher typed
   * @param options Pagefind's filters and sort
   * @throws ArrivalError, MissingIndexError where a part of the index does not arrive
   */
  search(text: string, options: SearchOptions = {}): Promise<SearchResponse> {
    return this.#answer((shelf, lasting) => this.#search(text, options, shelf, lasting));
  }

  async #search(
    text: string,
    options: SearchOptions,
    shelf: Shelf,
    lasting: Lasting,
  ): Promise<SearchResponse> {
    const start = performance.now();
    const read = await readQuery(text, shelf, options.asTyped);
    const { query } = read;
    const arrive = options.arrived && this.#teller(options.arrived, query, options, shelf, lasting);
    const { plans, synonyms, terms, hits } = await this.#find(query, shelf, arrive);
    const kept = await this.#keep(hits, query, shelf);
    const filtered = await narrow(kept, options, shelf.volumes);
    const stems = stemsOf(plans);
    const totalFilters = await shelf.counts(kept);
    const filters = filtered.length === kept.length ? totalFilters : await shelf.counts(filtered);
    const choices = await choicesOf(kept, options, shelf, filters);
    const suggestion = query.asTyped ? undefined : await suggestionFor(read.text, terms, shelf);
    const total = performance.now() - start;
    return {
      results: filtered.map((hit) => toResult(hit, stems, lasting)),
      unfilteredResultCount: kept.length,
      filters,
      totalFilters,
      timings: { preload: 0, search: total, total },
      synonyms: synonyms.map(({ terms, names }) => ({ from: terms.join(" "), to: names })),
      corrections: [...read.corrections, ...(await correctionsOf(plans, shelf))],
      terms: termsOf(terms),
      stems: [...stems],
      choices,
      ...(suggestion === undefined ? {} : { suggestion }),
    };
  }

  /** All pages that pass the filters, for lists that nothing was typed for. */
  browse(options: SearchOptions = {}): Promise<BrowseResponse> {
    return this.#answer((shelf, lasting) => this.#browse(options, shelf, lasting));
  }

  async #browse(options: SearchOptions, shelf: Shelf, lasting: Lasting): Promise<BrowseResponse> {
    const pages = await shelf.all();
    const kept = await narrow(pages, options, shelf.volumes);
    const filters = await shelf.counts(kept);
    return {
      results: kept.map(({ result }) => ({ ...result, data: lasting(() => result.data()) })),
      unfilteredResultCount: pages.length,
      filters,
      choices: await choicesOf(pages, options, shelf, filters),
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
    const found = { synonyms, terms: widened.slice(0, terms.length) };
    if (hits.length > 0 || query.stopWords.length === 0) return { ...found, plans: used, hits };
    const rest = await Promise.all(query.stopWords.map((word) => planTerm(word, false, shelf)));
    const last = await Promise.all(rest.map(ask));
    return { ...found, plans: [...used, ...rest], hits: fuse(last, shelf.pages) };
  }

  /** Tells an interface what was found so far, as the response will show it. */
  #teller(
    tell: NonNullable<SearchOptions["arrived"]>,
    query: Query,
    options: SearchOptions,
    shelf: Shelf,
    lasting: Lasting,
  ): Arrive {
    const settle = async (hits: readonly Hit[]): Promise<readonly Hit[]> =>
      narrow(await this.#keep(hits, query, shelf), options, shelf.volumes);
    return (plans) => {
      const stems = stemsOf(plans);
      return tellArriving(plans, shelf, settle, (hits) =>
        tell(hits.map((hit) => toResult(hit, stems, lasting))),
      );
    };
  }

  /** Loads what a search for the text needs. */
  async preload(text: string): Promise<void> {
    await this.#answer(async (shelf) => {
      const { query } = await readQuery(text, shelf);
      await this.#find(query, shelf);
    });
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

  filters(): Promise<FilterCounts> {
    this.#isCounting = true;
    return this.#answer((shelf) => shelf.filters());
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof ArrivalError || error instanceof MissingIndexError;
}
