import { say } from "../../../interface/say.ts";
import type { FilterCounts } from "../../engine/index.ts";
import { button, element } from "../dom.ts";
import type { FacetName, SearchState } from "../state.ts";

/** More are shown when they are asked for. */
const FIRST_VALUES = 8;

interface Row {
  readonly item: HTMLLIElement;
  readonly box: HTMLInputElement;
  readonly count: HTMLElement;
}

/** One filter: its values as boxes to tick, each with the number of results that it would leave. */
export class Facet {
  readonly #name: FacetName;
  readonly #field: HTMLElement;
  readonly #list = element("ul", { class: "facet-values" });
  readonly #more: HTMLButtonElement;
  readonly #rows = new Map<string, Row>();
  readonly #choose: (values: string[]) => void;
  #order: readonly string[] = [];
  #isWhole = false;

  /**
   * @param field the filter's place on the page
   * @param name in the index
   * @param choose is told the values that are ticked, when a reader changes them
   */
  constructor(field: HTMLElement, name: FacetName, choose: (values: string[]) => void) {
    this.#field = field;
    this.#name = name;
    this.#choose = choose;
    this.#more = button({ class: "facet-more" }, () => this.#showAll());
    field.append(this.#list, this.#more);
  }

  /**
   * @param choices without this filter where its values are not known
   * @param keepOrder whether values stay where they are: a reader is choosing among them
   */
  draw(choices: FilterCounts, state: SearchState, keepOrder: boolean): void {
    const own = choices[this.#name];
    const counts = own ?? {};
    const chosen = state[this.#name];
    const values = new Set([...Object.keys(counts).filter((value) => counts[value]), ...chosen]);
    if (!keepOrder || this.#order.length === 0) this.#order = sorted(counts, this.#name);
    const known = this.#order.filter((value) => values.has(value));
    const shown = [...new Set([...known, ...values])];
    const unknown = own === undefined ? "" : 0;
    for (const value of shown) this.#fill(value, counts[value] ?? unknown, chosen.includes(value));
    this.#place(shown, chosen);
    // One value is no choice; one that was chosen can be taken back.
    this.#field.hidden = shown.length < 2 && chosen.length === 0;
  }

  #fill(value: string, count: number | "", isChosen: boolean): void {
    const row = this.#rows.get(value) ?? this.#makeRow(value);
    row.box.checked = isChosen;
    row.count.textContent = String(count);
  }

  #makeRow(value: string): Row {
    const box = element("input", { attributes: { type: "checkbox", value } });
    const count = element("span", { class: "facet-count" });
    const name = element("span", { class: "facet-name", text: value });
    const label = element("label", { children: [box, name, " ", count] });
    const row = { item: element("li", { children: [label] }), box, count };
    box.addEventListener("change", () => this.#choose(this.#ticked()));
    this.#rows.set(value, row);
    return row;
  }

  /** Puts the rows into their order; one that is not moved keeps the focus. */
  #place(shown: readonly string[], chosen: readonly string[]): void {
    const items = shown.map((value) => this.#rows.get(value)?.item).filter((row) => !!row);
    const current = [...this.#list.children];
    const isSame = current.length === items.length && items.every((one, at) => one === current[at]);
    if (!isSame) {
      const focused = document.activeElement;
      this.#list.replaceChildren(...items);
      if (focused instanceof HTMLElement && this.#list.contains(focused)) focused.focus();
    }
    const rest = shown.length - FIRST_VALUES;
    for (const [at, item] of items.entries()) {
      const isFirst = at < FIRST_VALUES || chosen.includes(shown[at] ?? "");
      item.hidden = !this.#isWhole && !isFirst;
    }
    this.#more.hidden = this.#isWhole || rest <= 0;
    this.#more.textContent = say(MESSAGES["search.moreValues"], { count: rest });
  }

  #showAll(): void {
    this.#isWhole = true;
    const hidden = [...this.#list.children].filter((item) => item instanceof HTMLElement);
    const first = hidden.find((item) => item.hidden);
    for (const item of hidden) item.hidden = false;
    this.#more.hidden = true;
    first?.querySelector("input")?.focus();
  }

  #ticked(): string[] {
    return [...this.#rows].filter(([, { box }]) => box.checked).map(([value]) => value);
  }
}

/** Years go by time; other values by how much they leave. */
function sorted(counts: Readonly<Record<string, number>>, name: FacetName): string[] {
  if (name === "year") return Object.keys(counts).sort((a, b) => b.localeCompare(a));
  return Object.entries(counts)
    .sort(([a, m], [b, n]) => n - m || a.localeCompare(b, MESSAGES_LANGUAGE))
    .map(([value]) => value);
}
