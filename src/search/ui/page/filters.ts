import { say } from "../../../interface/say.ts";
import type { FilterCounts } from "../../engine/index.ts";
import { FACETS, filtersIn, type SearchState } from "../state.ts";
import { Dates } from "./dates.ts";
import { Facet } from "./facets.ts";
import type { Parts } from "./parts.ts";
import { Sheet } from "./sheet.ts";

/** All filters of the page. */
export class Filters {
  readonly #parts: Parts;
  readonly #facets: readonly Facet[];
  readonly #dates: Dates | undefined;
  readonly #sheet: Sheet;

  /**
   * @param change is told what of the state changes when a reader chooses
   */
  constructor(parts: Parts, change: (part: Partial<SearchState>) => void) {
    this.#parts = parts;
    const fieldOf = (name: string): HTMLElement | null =>
      parts.filters.querySelector(`[data-facet="${name}"]`);
    this.#facets = FACETS.flatMap((name) => {
      const field = fieldOf(name);
      return field === null ? [] : [new Facet(field, name, (all) => change({ [name]: all }))];
    });
    const dates = fieldOf("dates");
    this.#dates = dates === null ? undefined : new Dates(dates, change);
    this.#sheet = new Sheet(parts.filters);
    parts.switch.addEventListener("click", () => this.#sheet.open());
  }

  /** @param keepOrder whether values stay where they are: only filters changed */
  draw(choices: FilterCounts, state: SearchState, keepOrder: boolean): void {
    for (const facet of this.#facets) facet.draw(choices, state, keepOrder);
    this.#dates?.draw(state);
  }

  /** @param count how many results there are; nothing where nothing was asked for, or nothing arrived */
  tell(count: number | undefined): void {
    this.#sheet.tell(count);
  }

  /** Says how many filters are set, before anything is found. */
  announce(state: SearchState): void {
    const chosen = filtersIn(state);
    this.#parts.switch.textContent =
      chosen === 0
        ? MESSAGES["search.filters"]
        : say(MESSAGES["search.filtersCount"], { count: chosen });
  }
}
