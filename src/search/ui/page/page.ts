import { Asking } from "../asking.ts";
import { finishSearch } from "../recent.ts";
import { isEmpty, type SearchState } from "../state.ts";
import type { Acts } from "./acts.ts";
import { type Found, find, type Question } from "./find.ts";
import { type Place, SearchHistory, STEP } from "./history.ts";
import type { Parts } from "./parts.ts";
import { View } from "./view.ts";

/** The search page. Input changes the address, and the address decides what is shown. */
export class SearchPage {
  readonly #parts: Parts;
  readonly #view: View;
  readonly #history: SearchHistory;
  readonly #asking: Asking<Question, Found>;
  #state: SearchState;
  #shown = STEP;
  #typing = 0;
  /** The last results. */
  #found: Found | undefined;
  /** Whether the page shows an error of loading. */
  #hasFailed = false;
  /** The query that was told of last. */
  #told = "";

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#view = new View(parts, this.#acts());
    const hasDates = parts.filters.querySelector('[data-facet="dates"]') !== null;
    this.#history = new SearchHistory(hasDates, (place) => void this.#goTo(place));
    this.#asking = new Asking(
      find,
      () => this.#view.wait(),
      () => this.#view.late(),
    );
    this.#state = this.#history.place.state;
    parts.query.addEventListener("input", () => this.#onInput());
    parts.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#choose({ ...this.#state, query: parts.query.value });
    });
    parts.results.addEventListener("click", () => this.#tell());
    addEventListener("online", () => this.#hasFailed && void this.#show());
  }

  /** Shows the search of the address. A query typed before the script ran counts as typed. */
  start(): void {
    const typed = this.#parts.query.value;
    const { state } = this.#history.place;
    this.#view.announce(state);
    void this.#goTo(this.#history.place);
    if (typed === "" || typed === state.query || state.query !== "") return;
    this.#parts.query.value = typed;
    this.#onInput();
  }

  #acts(): Acts {
    return {
      choose: (state) => this.#choose(state),
      change: (part) => this.#choose({ ...this.#state, query: this.#parts.query.value, ...part }),
      showing: (shown) => {
        this.#shown = shown;
        this.#history.showing(shown);
      },
      retry: () => void this.#show(),
    };
  }

  async #goTo({ state, shown, scroll }: Place): Promise<void> {
    clearTimeout(this.#typing);
    this.#state = state;
    this.#shown = shown;
    this.#parts.query.value = state.query;
    if ((await this.#show()) && scroll > 0) scrollTo({ top: scroll, behavior: "instant" });
    this.#tell();
  }

  /** A search that is finished. */
  #choose(state: SearchState): void {
    this.#endTyping();
    this.#state = corrected(state, this.#state);
    this.#shown = STEP;
    this.#parts.query.value = state.query;
    this.#history.finish(this.#state);
    void this.#show().then((isShown) => isShown && this.#tell());
  }

  /** The key itself is painted first. */
  #onInput(): void {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => {
      this.#takeTyped();
      void this.#show(true);
    });
  }

  /** The history keeps the query typed before a finished search, but not each key. */
  #endTyping(): void {
    clearTimeout(this.#typing);
    if (this.#parts.query.value !== this.#state.query) this.#takeTyped();
  }

  #takeTyped(): void {
    this.#state = corrected({ ...this.#state, query: this.#parts.query.value }, this.#state);
    this.#shown = STEP;
    this.#history.draft(this.#state);
  }

  /**
   * @param isTyping whether somebody is still typing; what is chosen, or comes by an address, is finished
   * @returns whether the page shows the state: no newer one overtook it, and all arrived
   */
  async #show(isTyping = false): Promise<boolean> {
    const question = { state: this.#state, shown: this.#shown, isTyping };
    const outcome = await this.#asking.ask(question);
    if (outcome === undefined) return false;
    this.#hasFailed = "error" in outcome;
    if ("error" in outcome) {
      this.#view.fail(outcome.error, this.#state);
      return false;
    }
    this.#found = outcome.answer;
    this.#view.draw(outcome.answer);
    return true;
  }

  /** A search counts when it is finished, or when one of its results is followed; once. */
  #tell(): void {
    if (this.#found === undefined || isEmpty(this.#found.state)) return;
    const { state, results } = this.#found;
    const told = JSON.stringify(state);
    if (told === this.#told) return;
    this.#told = told;
    finishSearch(state.query, results.length);
  }
}

/** That a query is meant as typed says nothing of another query. */
function corrected(state: SearchState, before: SearchState): SearchState {
  return state.query === before.query ? state : { ...state, asTyped: false };
}
