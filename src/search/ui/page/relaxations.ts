import { say } from "../../../interface/say.ts";
import { isNarrowed, type SearchState } from "../state.ts";

/** A search that asks for less and so finds something. */
export interface Relaxation {
  readonly name: string;
  readonly state: SearchState;
  readonly count: number;
}

/** One thing less is enough where it helps. */
type Wish = Omit<Relaxation, "count"> & { readonly isDouble?: true };

/** Marks of a phrase, and of an excluded word. */
const QUOTES = /["«»“”„]/g;
const EXCLUDED = /(^|\s)[-−–][\p{L}\p{N}][\p{L}\p{N}-]*/gu;

/**
 * What a search that found nothing could do without. The rarest word is not among it: a page need
 * hold only one word of a query, so that taking one away finds nothing more.
 *
 * @param countOf tells how many results a state has
 * @returns those that find something, in the order in which they ask for less
 */
export async function findRelaxations(
  state: SearchState,
  countOf: (state: SearchState) => Promise<number>,
): Promise<Relaxation[]> {
  const counted = wishesFor(state).map(async (wish) => {
    return { ...wish, count: await countOf(wish.state) };
  });
  const useful = (await Promise.all(counted)).filter(({ count }) => count > 0);
  const simple = useful.filter(({ isDouble }) => isDouble !== true);
  return simple.length > 0 ? simple : useful;
}

function wishesFor(state: SearchState): Wish[] {
  const words = wordWishes(state);
  if (!isNarrowed(state)) return words;
  const first = MESSAGES["search.withoutFilters"];
  const both = words.map(({ name, state: own }): Wish => {
    const both = say(MESSAGES["search.both"], { first, second: name });
    return { name: both, state: widened(own), isDouble: true };
  });
  return [...withoutDates(state), { name: first, state: widened(state) }, ...words, ...both];
}

/** The same words, asked for less strictly. */
function wordWishes(state: SearchState): Wish[] {
  const { query, asTyped } = state;
  const texts = [
    { name: MESSAGES["search.withoutQuotes"], text: query.replace(QUOTES, " ") },
    { name: MESSAGES["search.withoutMinus"], text: query.replace(EXCLUDED, " ") },
  ];
  const changed = texts
    .map(({ name, text }) => ({ name, query: text.replace(/\s+/g, " ").trim() }))
    .filter((one) => one.query !== "" && one.query !== query.replace(/\s+/g, " ").trim());
  return [
    ...changed.map((one) => ({ name: one.name, state: { ...state, query: one.query } })),
    ...(asTyped
      ? [{ name: MESSAGES["search.withCorrections"], state: { ...state, asTyped: false } }]
      : []),
  ];
}

/** Only beside other filters: alone, they are all filters. */
function withoutDates(state: SearchState): Wish[] {
  const { from, to, ...rest } = state;
  const hasDates = from !== undefined || to !== undefined;
  return hasDates && isNarrowed(rest) ? [{ name: MESSAGES["search.anyTime"], state: rest }] : [];
}

/** @returns the state without all that narrows it down */
export function widened({ query, sort, asTyped }: SearchState): SearchState {
  return { query, sort, asTyped, kind: [], topic: [], year: [] };
}
