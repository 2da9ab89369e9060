import { type ResultsElement, searchInstance } from "./component-ui.ts";
import { resultElement } from "./result.ts";

/**
 * Pagefind's Russian strings know two plural forms («2 результатов»), so these need none. The
 * strings for one result and for many are the same on purpose.
 */
const TRANSLATIONS = {
  one_result: "По запросу «[SEARCH_TERM]» найдено: [COUNT]",
  many_results: "По запросу «[SEARCH_TERM]» найдено: [COUNT]",
  total_one_result: "Всего: [COUNT]",
  total_many_results: "Всего: [COUNT]",
  zero_results: "По запросу «[SEARCH_TERM]» ничего не найдено",
  filter_selected_one: "выбрано: [COUNT]",
  filter_selected_many: "выбрано: [COUNT]",
};

/** The query lives in the address, so that a search can be linked to and comes from any page. */
const PARAMETER = "q";

function start(): void {
  const search = searchInstance();
  document.querySelector("[data-search-fallback]")?.remove();
  search.setTranslations(TRANSLATIONS);
  // They are drawn anew whenever their values arrive.
  const filters = document.querySelector(".search-filters");
  if (filters !== null) {
    new MutationObserver(nameFilters).observe(filters, { childList: true, subtree: true });
  }
  nameFilters();
  const results = document.querySelector<ResultsElement>("pagefind-results");
  if (results !== null) results.resultTemplate = resultElement;
  const query = new URLSearchParams(location.search).get(PARAMETER) ?? "";
  search.on("search", keepInAddress);
  if (query !== "") search.triggerSearch(query);
}

/** Component UI draws a filter as a button in the role of a combobox, which its text cannot name. */
function nameFilters(): void {
  for (const filter of document.querySelectorAll("pagefind-filter-dropdown")) {
    const label = filter.getAttribute("label") ?? "";
    filter.querySelector("[role=combobox]")?.setAttribute("aria-label", label);
  }
}

function keepInAddress(term: string): void {
  const address = new URL(location.href);
  if (term === "") address.searchParams.delete(PARAMETER);
  else address.searchParams.set(PARAMETER, term);
  history.replaceState(history.state, "", address);
}

start();
