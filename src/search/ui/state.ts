/** The filters of which several values may be chosen, by their names in the index and in addresses. */
export const FACETS = ["kind", "topic", "year"] as const;

export type FacetName = (typeof FACETS)[number];

/** All that decides what a search shows; it lives in the address of the search page. */
export interface SearchState extends Readonly<Record<FacetName, readonly string[]>> {
  readonly query: string;
  /** Days as YYYY-MM-DD, both included. */
  readonly from?: string;
  readonly to?: string;
  readonly sort: "relevance" | "date";
  /** Whether corrections are off. */
  readonly asTyped: boolean;
}

const YEAR = /^\d{4}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** In characters; the engine reads no more of a query. */
const LONGEST_QUERY = 1000;

/** @param params of an address; what is unknown or malformed in them is dropped */
export function readState(params: URLSearchParams): SearchState {
  return {
    query: (params.get("q") ?? "").slice(0, LONGEST_QUERY),
    kind: valuesOf(params, "kind"),
    topic: valuesOf(params, "topic"),
    year: valuesOf(params, "year").filter((year) => YEAR.test(year)),
    from: readDay(params.get("from")),
    to: readDay(params.get("to")),
    sort: params.get("sort") === "date" ? "date" : "relevance",
    asTyped: params.get("exact") === "1",
  };
}

/** @returns the parameters of an address that readState reads the same state from */
export function writeState(state: SearchState): URLSearchParams {
  const params = new URLSearchParams();
  if (state.query !== "") params.append("q", state.query);
  for (const name of FACETS) for (const value of state[name]) params.append(name, value);
  if (state.from !== undefined) params.append("from", state.from);
  if (state.to !== undefined) params.append("to", state.to);
  if (state.sort === "date") params.append("sort", "date");
  if (state.asTyped) params.append("exact", "1");
  return params;
}

/** How many filters narrow a search down; a range of days is one. */
export function filtersIn(state: SearchState): number {
  const isDated = state.from !== undefined || state.to !== undefined;
  return FACETS.flatMap((name) => state[name]).length + Number(isDated);
}

/** Whether anything narrows a search down. */
export function isNarrowed(state: SearchState): boolean {
  return filtersIn(state) > 0;
}

/** Whether a state asks for anything. */
export function isEmpty(state: SearchState): boolean {
  return state.query.trim() === "" && !isNarrowed(state);
}

function valuesOf(params: URLSearchParams, name: string): string[] {
  return [...new Set(params.getAll(name).filter((value) => value.trim() !== ""))];
}

/** @returns nothing for what is no day of the calendar */
export function readDay(text: string | null): string | undefined {
  if (text === null || !DAY.test(text)) return undefined;
  const date = new Date(`${text}T00:00:00Z`);
  const isDay = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
  return isDay ? text : undefined;
}
