/** The event for an owner's own analytics. */
interface SearchDetail {
  /** As typed. */
  readonly query: string;
  /** How many results there are. */
  readonly count: number;
}

/** Dispatches `vestnik:search` on the document when a search is finished; no request is made. */
export function tellSearch(query: string, count: number): void {
  const detail: SearchDetail = { query, count };
  document.dispatchEvent(new CustomEvent("vestnik:search", { detail }));
}
