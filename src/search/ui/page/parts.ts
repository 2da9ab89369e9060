/** The places of the page that scripts fill: src/site/pages/lists/search.tsx draws them. */
export type Parts = Readonly<ReturnType<typeof findParts>>;

/**
 * @returns the parts of the page
 * @throws Error where one is missing
 */
export function findParts() {
  return {
    form: part<HTMLFormElement>("form"),
    query: part<HTMLInputElement>("query"),
    /** Opens the filters where the screen has no room for them. */
    switch: part<HTMLButtonElement>("switch"),
    filters: part("filters"),
    summary: part("summary"),
    sort: part<HTMLFieldSetElement>("sort"),
    chips: part("chips"),
    notes: part("notes"),
    results: part("results"),
    /** The part behind the results: more of them, or help where there are none. */
    after: part("after"),
    /** News and topics, shown without a query and without results. */
    fresh: part("fresh"),
  };
}

function part<Kind extends HTMLElement = HTMLElement>(name: string): Kind {
  const found = document.querySelector<Kind>(`[data-part="${name}"]`);
  if (found === null) throw new Error(`The search page has no part ${name}`);
  return found;
}
