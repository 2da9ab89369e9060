/** The places of the page that scripts fill: src/site/pages/lists/search.tsx draws them. */
export interface Parts {
  readonly form: HTMLFormElement;
  readonly query: HTMLInputElement;
  /** Opens the filters where the screen has no room for them. */
  readonly switch: HTMLButtonElement;
  readonly filters: HTMLElement;
  readonly summary: HTMLElement;
  readonly sort: HTMLFieldSetElement;
  readonly chips: HTMLElement;
  readonly notes: HTMLElement;
  readonly results: HTMLElement;
  /** The part behind the results: more of them, or help where there are none. */
  readonly after: HTMLElement;
  /** News and topics, shown without a query and without results. */
  readonly fresh: HTMLElement;
}

/**
 * @returns the parts of the page
 * @throws Error where one is missing
 */
export function findParts(): Parts {
  return {
    form: part("form"),
    query: part("query"),
    switch: part("switch"),
    filters: part("filters"),
    summary: part("summary"),
    sort: part("sort"),
    chips: part("chips"),
    notes: part("notes"),
    results: part("results"),
    after: part("after"),
    fresh: part("fresh"),
  };
}

function part<Kind extends HTMLElement>(name: string): Kind {
  const found = document.querySelector<Kind>(`[data-part="${name}"]`);
  if (found === null) throw new Error(`The search page has no part ${name}`);
  return found;
}
