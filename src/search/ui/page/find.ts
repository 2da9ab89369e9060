import type { FilterCounts, PageData, RawResult, SearchOptions } from "../../engine/index.ts";
import { askTwice, loadEngine, type SearchAnswer, type SearchEngine } from "../load-engine.ts";
import { FACETS, isEmpty, type SearchState } from "../state.ts";
import { findRelaxations, type Relaxation } from "./relaxations.ts";

/** A search, and how many of its results are shown. */
export interface Question {
  readonly state: SearchState;
  readonly shown: number;
  /** Whether somebody is still typing: the last word may then go on. */
  readonly isTyping: boolean;
}

/** All that the page shows of a state. */
export interface Found {
  readonly state: SearchState;
  readonly isTyping: boolean;
  /** Nothing where nothing was asked for. */
  readonly response: SearchAnswer | undefined;
  readonly results: readonly RawResult[];
  /** Of the first results. */
  readonly pages: readonly PageData[];
  /** The values of each filter; loaded by this call, for results do not wait for them. */
  choices(): Promise<FilterCounts>;
  /** What would find something, where nothing was found. */
  readonly relaxations: readonly Relaxation[];
}

const NOTHING = { response: undefined, results: [], pages: [], relaxations: [] } as const;

/**
 * Asks the engine for all that the page shows, so that it changes at once and not bit by bit.
 *
 * @throws TypeError, MissingIndexError, ArrivalError where a part of the search does not arrive
 */
export function find(question: Question): Promise<Found> {
  return askTwice(() => findOnce(question));
}

async function findOnce({ state, shown, isTyping }: Question): Promise<Found> {
  const engine = await loadEngine();
  const ask: Ask = (asked) => search(engine, asked, isTyping);
  if (isEmpty(state)) {
    const totals = await engine.filters();
    return { ...NOTHING, state, isTyping, choices: async () => totals };
  }
  const response = await ask(state);
  const { results } = response;
  return {
    state,
    isTyping,
    response,
    results,
    pages: await loadPages(results.slice(0, shown)),
    choices: () => choicesFor(response, engine, () => ask(state)),
    relaxations: results.length > 0 ? [] : await findRelaxations(state, countWith(ask)),
  };
}

type Ask = (state: SearchState) => Promise<SearchAnswer>;

function countWith(ask: Ask): (state: SearchState) => Promise<number> {
  return async (state) => (await ask(state)).results.length;
}

/** The values of filters are not counted before somebody has asked for them once. */
async function choicesFor(
  response: SearchAnswer,
  engine: SearchEngine,
  again: () => Promise<SearchAnswer>,
): Promise<FilterCounts> {
  const isCounted = Object.keys(response.totalFilters).length > 0;
  if (!isCounted) await engine.filters();
  const counted = isCounted ? response : await again();
  return counted.choices ?? counted.totalFilters;
}

/** @throws Error where one does not arrive */
export function loadPages(results: readonly RawResult[]): Promise<PageData[]> {
  return Promise.all(results.map((result) => result.data()));
}

function search(
  engine: SearchEngine,
  state: SearchState,
  isTyping: boolean,
): Promise<SearchAnswer> {
  const query = state.query.trim();
  return engine.search(query === "" ? null : query, { ...optionsOf(state), typing: isTyping });
}

/** Several values of one filter widen it; several filters narrow each other down. */
function optionsOf(state: SearchState): SearchOptions {
  const { from, to, sort, asTyped } = state;
  const chosen = FACETS.filter((name) => state[name].length > 0);
  // Without a query there is no relevance.
  const isByDate = sort === "date" || state.query.trim() === "";
  return {
    filters: Object.fromEntries(chosen.map((name) => [name, { any: state[name] }])),
    ...(from === undefined && to === undefined ? {} : { published: { from, to } }),
    ...(isByDate ? { sort: { date: "desc" } } : {}),
    asTyped,
  };
}
