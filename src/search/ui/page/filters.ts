import { say } from "../../../interface/say.ts";
import type { FilterCounts } from "../../engine/index.ts";
import type { SearchState } from "../state.ts";
import { Dates } from "./dates.ts";
import { FACETS, Facet } from "./facets.ts";
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
    const fields = [...parts.filters.querySelectorAll<HTMLElement>("[data-facet]")];
    this.#facets = fields.flatMap((field) => {
      const name = field.dataset.facet ?? "";
      const own = FACETS[name];
      return own === undefined
        ? []
        : [new Facet(field, name, (values) => change({ [own]: values }))];
    });
    const dates = fields.find(({ dataset }) => dataset.facet === "dates");
    this.#dates = dates && new Dates(dates, ({ from, to }) => change({ from, to }));
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
  announce({ kinds, topics, years, from, to }: SearchState): void {
    const dates = from === undefined && to === undefined ? 0 : 1;
    const chosen = kinds.length + topics.length + years.length + dates;
    this.#parts.switch.textContent =
      chosen === 0
        ? MESSAGES["search.filters"]
        : say(MESSAGES["search.filtersCount"], { count: chosen });
  }
}
