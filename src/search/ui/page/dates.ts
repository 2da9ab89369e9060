import { type Spoken, sayWith } from "../../../interface/say.ts";
import { button, element } from "../dom.ts";
import { readDay, type SearchState } from "../state.ts";
import { type Period, periodsOf, todayIn } from "./periods.ts";

type Range = Pick<SearchState, "from" | "to">;

/** A change to it takes both days away. */
const ALWAYS = { from: undefined, to: undefined };

/** The range of days: two fields, and the periods that are asked for most. */
export class Dates {
  readonly #field: HTMLElement;
  readonly #from = dayField(MESSAGES["search.since"]);
  readonly #to = dayField(MESSAGES["search.until"]);
  readonly #periods: readonly { readonly period: Period; readonly button: HTMLButtonElement }[];

  /**
   * @param field its place on the page
   * @param choose called with the range when a reader changes it
   */
  constructor(field: HTMLElement, choose: (range: Range) => void) {
    this.#field = field;
    const today = todayIn(document.documentElement.dataset.zone);
    this.#periods = periodsOf(today).map((period) => {
      const own = button({ class: "period", text: period.name }, () => {
        choose(own.ariaPressed === "true" ? ALWAYS : { from: period.from, to: period.to });
      });
      return { period, button: own };
    });
    const fields = [this.#from, this.#to];
    for (const { input } of fields) {
      input.addEventListener("change", () => choose(rangeOf(this.#from.input, this.#to.input)));
    }
    field.append(
      element("div", { class: "periods", children: this.#periods.map((one) => one.button) }),
      element("div", { class: "days", children: fields.map(({ label }) => label) }),
    );
  }

  draw({ from, to }: Range): void {
    this.#field.hidden = false;
    setDay(this.#from.input, from);
    setDay(this.#to.input, to);
    for (const { period, button: own } of this.#periods) {
      own.ariaPressed = String(period.from === from && period.to === to);
    }
  }
}

function dayField(message: Spoken<"search.since" | "search.until">): {
  label: HTMLLabelElement;
  input: HTMLInputElement;
} {
  const input = element("input", { attributes: { type: "date" } });
  return { label: element("label", { children: sayWith(message, { day: input }) }), input };
}

/** A field that somebody is filling in is left alone. */
function setDay(input: HTMLInputElement, day = ""): void {
  if (input.value !== day) input.value = day;
}

/** Two days in the wrong order are meant in the right one. */
function rangeOf(first: HTMLInputElement, last: HTMLInputElement): Range {
  const from = readDay(first.value);
  const to = readDay(last.value);
  return from !== undefined && to !== undefined && from > to
    ? { from: to, to: from }
    : { from, to };
}
