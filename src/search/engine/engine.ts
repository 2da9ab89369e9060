import { answer } from "./answer.ts";
import { countsOf } from "./choices.ts";
import type { Deployments } from "./deployments.ts";
import { findPages } from "./finding.ts";
import { narrow } from "./narrow.ts";
import type { SearchOptions } from "./pagefind.ts";
import { LONGEST_QUERY } from "./query.ts";
import { readQuery } from "./read-query.ts";
import { type BrowseResponse, type Lasting, type SearchResponse, toResults } from "./response.ts";
import type { SearchIndex } from "./search-index.ts";
import { completeQuery, headlinesOf, MOST_SUGGESTIONS, type Suggestions } from "./suggest.ts";

/** Searches segments in Russian: plans what to ask, loads the postings of its words, and ranks. */
export class Engine {
  readonly #deployments: Deployments;

  /** @param deployments of the site that is searched */
  constructor(deployments: Deployments) {
    this.#deployments = deployments;
  }

  /**
   * Suggestions while somebody types.
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
    return this.#deployments.answer((index, lasting) => answer(text, options, index, lasting));
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
    return {
      results: toResults(kept, { terms: [], stems: new Set(), lasting }),
      unfilteredResultCount: pages.length,
      ...(await countsOf(pages, kept, options, index)),
      timings: { preload: 0, search: 0, total: 0 },
    };
  }

  /** Loads the files that a search for the text needs. */
  async preload(text: string, options: SearchOptions = {}): Promise<void> {
    await this.#deployments.answer(async (index) => {
      const { query } = await readQuery(text, index, options);
      await findPages(query, index);
    });
  }
}
