import { ArrivalError } from "./arrival.ts";
import { OutdatedError, RenewedError } from "./errors.ts";
import { once } from "./once.ts";
import type { FilterCounts, PageData } from "./pagefind.ts";
import type { Lasting } from "./response.ts";
import { SearchIndex } from "./search-index.ts";

/**
 * The index of a site that may be deployed anew while it is searched, with those of other sites that are
 * searched beside it.
 */
export class Deployments {
  readonly #open: (known?: SearchIndex) => Promise<SearchIndex>;
  readonly #opened = new Map<"own", Promise<SearchIndex>>();
  /** Whether an interface asks for the counts of filters: those of a new index too, then. */
  #isCounting = false;
  #merged: readonly SearchIndex[] = [];

  /** @param open opens the index of the site, or returns the known one where it is still the same */
  constructor(open: (known?: SearchIndex) => Promise<SearchIndex>) {
    this.#open = open;
  }

  /** All that is searched. */
  async index(): Promise<SearchIndex> {
    return this.#withMerged(await this.#own());
  }

  /** Opened once; what did not arrive is asked for again by the next search. */
  #own(): Promise<SearchIndex> {
    return once(this.#opened, "own", () => this.#open());
  }

  #withMerged(own: SearchIndex): SearchIndex {
    if (this.#merged.length === 0) return own;
    const all = [own, ...this.#merged];
    return new SearchIndex(
      all.flatMap(({ segments }) => segments),
      all.flatMap(({ synonyms }) => synonyms),
      own.dictionary,
    );
  }

  /**
   * Answers from one index. Where a part does not arrive and the site was deployed anew meanwhile, the whole
   * query is answered from the new index.
   *
   * @param from called with the index, and keeps loaded results loadable
   * @throws OutdatedError where this module cannot read the new index
   */
  async answer<Answer>(from: (index: SearchIndex, lasting: Lasting) => Promise<Answer>) {
    const ask = async (own: SearchIndex): Promise<Answer> =>
      from(this.#withMerged(own), (load) => () => this.#loadLater(load, own));
    const own = await this.#own();
    try {
      return await ask(own);
    } catch (error) {
      if (!(error instanceof ArrivalError) || !(await this.#renew(own))) throw error;
    }
    return ask(await this.#own());
  }

  /**
   * Results load their data later, when the old site may be gone.
   *
   * @param own the index that they are of
   * @throws RenewedError where it is gone, and a new search finds what there is now
   */
  async #loadLater(load: () => Promise<PageData>, own: SearchIndex): Promise<PageData> {
    try {
      return await load();
    } catch (error) {
      if (await this.#renew(own)) throw new RenewedError("The site is new", { cause: error });
      throw error;
    }
  }

  /** @returns whether there is another index now */
  async #renew(old: SearchIndex): Promise<boolean> {
    try {
      if ((await this.#own()) !== old) return true;
      const found = await this.#open(old);
      if (found === old) return false;
      if (this.#isCounting) await found.filters();
      this.#opened.set("own", Promise.resolve(found));
      return true;
    } catch (error) {
      if (error instanceof OutdatedError) throw error;
      return false;
    }
  }

  /** Searches the segments of another site with those of this one, in one ranking. */
  merge(index: SearchIndex): void {
    this.#merged = [...this.#merged, index];
  }

  /** @returns how many pages each value of each filter has; counted in a new index too, from now on */
  filters(): Promise<FilterCounts> {
    this.#isCounting = true;
    return this.answer((index) => index.filters());
  }
}
