import { say } from "../../../interface/say.ts";
import { button, element } from "../dom.ts";
import { FACETS, isNarrowed, type SearchState } from "../state.ts";
import { widened } from "./relaxations.ts";
import { rangeText } from "./texts.ts";

interface Chip {
  readonly text: string;
  /** The search without it. */
  readonly without: SearchState;
}

/**
 * Shows the chosen filters; a press removes one.
 *
 * @param list its place on the page
 * @param choose is told the state without what was taken away
 */
export function drawChips(
  list: HTMLElement,
  state: SearchState,
  choose: (state: SearchState) => void,
): void {
  const hadFocus = list.contains(document.activeElement);
  const place = [...list.querySelectorAll("button")].findIndex((one) => one.matches(":focus"));
  const chips = chipsOf(state).map(({ text, without }) => {
    const label = say(MESSAGES["search.removeFilter"], { name: text });
    const parts = { class: "chip", text, attributes: { "aria-label": label } };
    return button(parts, () => choose(without));
  });
  const all = button({ class: "chip chip-all", text: MESSAGES["search.reset"] }, () =>
    choose(widened(state)),
  );
  const buttons = chips.length > 1 ? [...chips, all] : chips;
  list.hidden = !isNarrowed(state);
  list.replaceChildren(...buttons.map((own) => element("li", { children: [own] })));
  // What had the focus is gone: its neighbour has it now.
  if (hadFocus) (buttons[Math.min(place, buttons.length - 1)] ?? fallback())?.focus();
}

/** Without any filter the reader is back at the query. */
function fallback(): HTMLElement | null {
  return document.querySelector<HTMLElement>('[data-part="query"]');
}

function chipsOf(state: SearchState): Chip[] {
  const { from, to, ...undated } = state;
  const range = rangeText({ from, to });
  const facets = FACETS.flatMap((name) =>
    state[name].map((value) => {
      const others = state[name].filter((one) => one !== value);
      return { text: value, without: { ...state, [name]: others } };
    }),
  );
  return range === "" ? facets : [...facets, { text: range, without: undated }];
}
