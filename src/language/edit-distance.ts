/** The costs of edits. A letter is given by its word and place, for both may matter. */
export interface EditCosts {
  /** Of one letter instead of another. */
  replacing(a: string, row: number, b: string, column: number): number;
  /** Of a letter that stands in one of the words only. */
  gap(word: string, at: number): number;
  /** Of two neighbours in the other order, the first of them at a place. */
  swap(at: number): number;
}

const EQUAL_COSTS: EditCosts = { replacing: () => 1, gap: () => 1, swap: () => 1 };

/**
 * The least cost of turning one word into another by insertions, deletions, replacements and swaps of
 * neighbours (optimal string alignment, Damerau 1964: no letter is edited twice).
 *
 * @param a a word
 * @param b a word
 * @param costs 1 for each edit by default
 * @returns 0 for equal words; by default at most the length of the longer one, in UTF-16 units
 */
export function editDistance(a: string, b: string, costs: EditCosts = EQUAL_COSTS): number {
  let twoBack: number[] = [];
  let previous = [0];
  for (let at = 0; at < b.length; at++) previous.push(cost(previous, at) + costs.gap(b, at));
  for (let row = 1; row <= a.length; row++) {
    const current = [cost(previous, 0) + costs.gap(a, row - 1)];
    for (let column = 1; column <= b.length; column++) {
      current.push(cheapestEdit(a, b, row, column, { twoBack, previous, current }, costs));
    }
    twoBack = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}

interface Rows {
  readonly twoBack: readonly number[];
  readonly previous: readonly number[];
  readonly current: readonly number[];
}

function cheapestEdit(
  a: string,
  b: string,
  row: number,
  column: number,
  { twoBack, previous, current }: Rows,
  costs: EditCosts,
): number {
  const same = a[row - 1] === b[column - 1];
  let least = cost(previous, column - 1);
  if (!same) least += costs.replacing(a, row - 1, b, column - 1);
  least = Math.min(least, cost(previous, column) + costs.gap(a, row - 1));
  least = Math.min(least, cost(current, column - 1) + costs.gap(b, column - 1));
  const isSwap =
    row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
  return isSwap ? Math.min(least, cost(twoBack, column - 2) + costs.swap(row - 2)) : least;
}

function cost(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}

/**
 * The known word that a mistyped one most likely meant.
 *
 * @param word what was typed
 * @param known the words that it could have been
 * @param limit the largest number of slips that still counts as the same word; by default a
 *   third of the typed word, and no less than one
 * @returns the nearest known word, the first one of equals, or undefined when none is near
 */
export function nearestWord(
  word: string,
  known: readonly string[],
  limit: number = Math.max(1, Math.floor(word.length / 3)),
): string | undefined {
  const scored = known.map((candidate) => ({
    candidate,
    distance: editDistance(word.toLowerCase(), candidate.toLowerCase()),
  }));
  scored.sort((left, right) => left.distance - right.distance);
  const best = scored[0];
  return best !== undefined && best.distance <= limit ? best.candidate : undefined;
}
