import { button, element } from "../dom.ts";
import { forgetSearches, recentSearches } from "../recent.ts";

/**
 * Offers the last searches again, and to forget them.
 *
 * @param place the part of the page whose beginning they are
 * @param isShown whether they are wanted; without any nothing is shown
 * @param choose is told a query to search for
 */
export function drawRecent(
  place: HTMLElement,
  isShown: boolean,
  choose: (query: string) => void,
): void {
  place.querySelector(".recent")?.remove();
  const queries = isShown ? recentSearches() : [];
  if (queries.length > 0) place.prepend(recent(queries, choose));
}

function recent(queries: readonly string[], choose: (query: string) => void): HTMLElement {
  const items = queries.map((query) => {
    const own = button({ class: "chip", text: query }, () => choose(query));
    return element("li", { children: [own] });
  });
  const forget = button({ class: "link", text: MESSAGES["search.erase"] }, () => {
    forgetSearches();
    section.remove();
    document.querySelector<HTMLElement>('[data-part="query"]')?.focus();
  });
  const heading = element("h2", { text: MESSAGES["search.recent"] });
  const list = element("ul", { class: "chips", children: items });
  const section = element("section", { class: "recent", children: [heading, list, forget] });
  return section;
}
