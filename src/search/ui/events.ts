/** The event for an owner's own analytics. */
interface SearchDetail {
  /** As typed. */
  readonly query: string;
  /** How many results there are. */
  readonly count: number;
}

/**
 * Tells the document that a search is finished, by the event `vestnik:search`. Nobody else is told:
 * no request is made.
 */
export function tellSearch(query: string, count: number): void {
  const detail: SearchDetail = { query, count };
  document.dispatchEvent(new CustomEvent("vestnik:search", { detail }));
}
