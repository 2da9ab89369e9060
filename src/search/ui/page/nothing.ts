import { say } from "../../../interface/say.ts";
import { type Complaint, complaintButton } from "../complaint.ts";
import { button, element } from "../dom.ts";
import { isNarrowed, type SearchState } from "../state.ts";
import type { Found } from "./find.ts";

/**
 * The page without results: how the query was read, and searches that would find something.
 *
 * @param choose is told another state to search for
 */
export function nothingFound(
  { state, response, relaxations }: Found,
  choose: (state: SearchState) => void,
): HTMLElement {
  const ways = relaxations.map(({ name, state: other, count }) => {
    const own = button(
      { class: "chip", text: say(MESSAGES["search.try"], { how: name, count }) },
      () => choose(other),
    );
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
  if (state.query.trim() === "") return MESSAGES["search.noneFiltered"];
  const words = isRussian ? triedWords(state) : MESSAGES["search.tryAnother"];
  const filters = isNarrowed(state) ? ` ${MESSAGES["search.partOfSite"]}` : "";
  return words + filters;
}

function triedWords({ asTyped }: SearchState): string {
  return asTyped ? MESSAGES["search.triedExact"] : MESSAGES["search.tried"];
}

/** Says why a search is not answered. */
export function failure(complaint: Complaint): HTMLElement {
  return element("div", {
    class: "failure",
    attributes: { role: "alert" },
    children: [element("p", { text: complaint.text }), complaintButton(complaint, "more")],
  });
}
