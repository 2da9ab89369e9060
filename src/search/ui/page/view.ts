import type { FilterCounts } from "../../engine/index.ts";
import { complaintOf, lateness } from "../complaint.ts";
import { filtersIn, isEmpty, type SearchState } from "../state.ts";
import type { Acts } from "./acts.ts";
import { drawChips } from "./chips.ts";
import { Filters } from "./filters.ts";
import type { Found } from "./find.ts";
import { ResultList } from "./list.ts";
import { drawNotes } from "./notes.ts";
import { failure, nothingFound } from "./nothing.ts";
import type { Parts } from "./parts.ts";
import { drawRecent } from "./recent-list.ts";
import { Sheet } from "./sheet.ts";
import { summaryOf } from "./texts.ts";

/** Without its values a filter can be opened and cleared all the same. */
const NO_CHOICES: FilterCounts = {};

/** All that is seen of a search. */
export class View {
  readonly #parts: Parts;
  readonly #acts: Acts;
  readonly #filters: Filters;
  readonly #sheet: Sheet;
  readonly #list: ResultList;
  /** The query whose values the filters show. */
  #query: string | undefined;
  /** The results that are shown. */
  #found: Found | undefined;
  #frame = 0;
  #timer = 0;

  constructor(parts: Parts, acts: Acts) {
    this.#parts = parts;
    this.#acts = acts;
    this.#filters = new Filters(parts.filters, (part) => acts.change(part));
    this.#sheet = new Sheet(parts.filters, parts.switch);
    this.#list = new ResultList(parts.results, parts.after, acts);
    parts.sort.addEventListener("change", () => {
      const chosen = parts.sort.querySelector<HTMLInputElement>(":checked");
      acts.change({ sort: chosen?.value === "date" ? "date" : "relevance" });
    });
  }

  /** Shows the chosen filters before the answer is there; news where there is no query. */
  announce(state: SearchState): void {
    if (isEmpty(state)) this.#parts.fresh.hidden = false;
    this.#drawChosen(state);
  }

  /** Chosen filters are known before the answer. */
  #drawChosen(state: SearchState): void {
    drawChips(this.#parts.chips, state, (other) => this.#acts.choose(other));
    this.#sheet.announce(filtersIn(state));
  }

  /** Shows all results at once. */
  draw(found: Found): void {
    const { state, response, results } = found;
    this.#endWait();
    const choose = (other: SearchState): void => this.#acts.choose(other);
    this.#drawFilters(found);
    this.#sheet.tell(response && results.length);
    this.#drawChosen(state);
    drawNotes(this.#parts.notes, found, choose);
    this.#say(response === undefined ? "" : summaryOf(state, results.length));
    this.#drawSort(state, results.length > 1);
    this.#list.draw(found);
    const isNothing = response !== undefined && results.length === 0;
    if (isNothing) this.#parts.after.replaceChildren(nothingFound(found, choose));
    this.#parts.fresh.hidden = !(isNothing || isEmpty(state));
    drawRecent(this.#parts.fresh, isEmpty(state), (query) => choose({ ...state, query }));
  }

  /** In the next frame: results are waited for, and the values of filters are not. */
  #drawFilters(found: Found): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
    this.#found = found;
    this.#frame = requestAnimationFrame(() => {
      this.#timer = setTimeout(() => void this.#fillFilters(found));
    });
  }

  async #fillFilters(found: Found): Promise<void> {
    const choices = await found.choices().catch(() => NO_CHOICES);
    if (found !== this.#found) return;
    const { state } = found;
    this.#filters.draw(choices, state, state.query === this.#query);
    this.#query = state.query;
  }

  /** Shows that a search is running: old results are dimmed, or grey rows stand for new ones. */
  wait(): void {
    this.#parts.results.ariaBusy = "true";
    if (!this.#list.isEmpty) return;
    this.#parts.fresh.hidden = true;
    this.#parts.notes.replaceChildren();
    this.#list.drawSkeleton();
    this.#say(MESSAGES["search.searching"]);
  }

  /** Says after a long wait that the search still goes on. */
  late(): void {
    this.#parts.after.replaceChildren(failure(lateness(() => this.#acts.retry())));
  }

  /**
   * Shows an error; filters can still be changed.
   *
   * @param error that the engine threw
   */
  fail(error: unknown, state: SearchState): void {
    this.#endWait();
    if (this.#query === undefined) this.#filters.draw(NO_CHOICES, state, false);
    this.#sheet.tell(undefined);
    this.#list.clear();
    this.#say("");
    this.#parts.notes.replaceChildren();
    this.#parts.sort.hidden = true;
    this.#parts.fresh.hidden = false;
    this.#parts.after.replaceChildren(failure(complaintOf(error, () => this.#acts.retry())));
  }

  #endWait(): void {
    this.#parts.results.ariaBusy = null;
  }

  /** The same text again is not read out. */
  #say(text: string): void {
    if (this.#parts.summary.textContent !== text) this.#parts.summary.textContent = text;
  }

  /** Without a query all goes by date. */
  #drawSort({ query, sort }: SearchState, isUseful: boolean): void {
    this.#parts.sort.hidden = query.trim() === "" || !isUseful;
    for (const input of this.#parts.sort.querySelectorAll("input")) {
      input.checked = input.value === sort;
    }
  }
}
