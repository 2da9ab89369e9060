import type { FilterCounts } from "../../engine/index.ts";
import { FACETS, type SearchState } from "../state.ts";
import { Dates } from "./dates.ts";
import { Facet } from "./facets.ts";

/** All filters of the page. */
export class Filters {
  readonly #facets: readonly Facet[];
  readonly #dates: Dates | undefined;

  /**
   * @param filters their place on the page
   * @param change is told what of the state changes when a reader chooses
   */
  constructor(filters: HTMLElement, change: (part: Partial<SearchState>) => void) {
    const fieldOf = (name: string): HTMLElement | null =>
      filters.querySelector(`[data-facet="${name}"]`);
    this.#facets = FACETS.flatMap((name) => {
      const field = fieldOf(name);
      return field === null ? [] : [new Facet(field, name, (all) => change({ [name]: all }))];
    });
    const dates = fieldOf("dates");
    this.#dates = dates === null ? undefined : new Dates(dates, change);
  }

  /** @param keepOrder whether values stay where they are: only filters changed */
  draw(choices: FilterCounts, state: SearchState, keepOrder: boolean): void {
    for (const facet of this.#facets) facet.draw(choices, state, keepOrder);
    this.#dates?.draw(state);
  }
}
