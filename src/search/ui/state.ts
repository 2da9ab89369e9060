/** All that decides what a search shows; it lives in the address of the search page. */
export interface SearchState {
  readonly query: string;
  /** «Статья», «Заголовок»; none for all. */
  readonly kinds: readonly string[];
  readonly topics: readonly string[];
  readonly years: readonly string[];
  /** Days as YYYY-MM-DD, both included. */
  readonly from?: string;
  readonly to?: string;
  readonly sort: "relevance" | "date";
  /** Whether corrections are off. */
  readonly asTyped: boolean;
}

/** The filters of which several values may be chosen, by their names in the state. */
export type FacetName = "kinds" | "topics" | "years";

const YEAR = /^\d{4}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** In characters; the engine reads no more of a query. */
const LONGEST_QUERY = 1000;

/** @param params of an address; what is unknown or malformed in them is dropped */
export function readState(params: URLSearchParams): SearchState {
  const from = readDay(params.get("from"));
  const to = readDay(params.get("to"));
  return {
    query: (params.get("q") ?? "").slice(0, LONGEST_QUERY),
    kinds: valuesOf(params, "kind"),
    topics: valuesOf(params, "topic"),
    years: valuesOf(params, "year").filter((year) => YEAR.test(year)),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    sort: params.get("sort") === "date" ? "date" : "relevance",
    asTyped: params.get("exact") === "1",
  };
}

/** @returns the parameters of an address that readState reads the same state from */
export function writeState(state: SearchState): URLSearchParams {
  const params = new URLSearchParams();
  if (state.query !== "") params.append("q", state.query);
  for (const kind of state.kinds) params.append("kind", kind);
  for (const topic of state.topics) params.append("topic", topic);
  for (const year of state.years) params.append("year", year);
  if (state.from !== undefined) params.append("from", state.from);
  if (state.to !== undefined) params.append("to", state.to);
  if (state.sort === "date") params.append("sort", "date");
  if (state.asTyped) params.append("exact", "1");
  return params;
}

/** Whether anything narrows a search down. */
export function isNarrowed({ kinds, topics, years, from, to }: SearchState): boolean {
  const chosen = kinds.length + topics.length + years.length;
  return chosen > 0 || from !== undefined || to !== undefined;
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
