import { type Complaint, complaintButton } from "../complaint.ts";
import { button, element } from "../dom.ts";
import { isNarrowed, type SearchState } from "../state.ts";
import type { Found } from "./find.ts";

/**
 * Helps on who found nothing: what was tried, what would find something.
 *
 * @param choose is told another state to search for
 */
export function nothingFound(
  { state, response, relaxations }: Found,
  choose: (state: SearchState) => void,
): HTMLElement {
  const ways = relaxations.map(({ name, state: other, count }) => {
    const own = button({ class: "chip", text: `Искать ${name} (${count})` }, () => choose(other));
    return element("li", { children: [own] });
  });
  return element("div", {
    class: "nothing",
    children: [
      element("p", { text: tried(state, response?.terms !== undefined) }),
      ...(ways.length === 0 ? [] : [element("ul", { class: "chips", children: ways })]),
    ],
  });
}

/** @param isRussian whether the engine searched, and not Pagefind itself, as in other languages */
function tried(state: SearchState, isRussian: boolean): string {
  if (state.query.trim() === "") return "Под выбранные фильтры ничего не подходит.";
  const words = isRussian ? triedWords(state) : "Попробуйте слово покороче или в другой форме.";
  const filters = isNarrowed(state) ? " Фильтры оставили только часть сайта." : "";
  return words + filters;
}

function triedWords({ asTyped }: SearchState): string {
  return asTyped
    ? "Искали слова во всех формах, точно так, как они набраны."
    : "Искали слова во всех формах, в другой раскладке, латиницей и с опечатками.";
}

/** Says why a search is not answered. */
export function failure(complaint: Complaint): HTMLElement {
  return element("div", {
    class: "failure",
    attributes: { role: "alert" },
    children: [element("p", { text: complaint.text }), complaintButton(complaint, "more")],
  });
}
