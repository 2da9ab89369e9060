/**
 * The number of single-letter slips between two words: an insertion, a deletion,
 * a replacement or a swap of neighbours costs 1 each (optimal string alignment,
 * Damerau 1964: no letter is edited twice).
 *
 * @param a a word
 * @param b a word
 * @returns 0 for equal words, at most the length of the longer one, in UTF-16 units
 */
export function editDistance(a: string, b: string): number {
  let twoBack: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      current.push(cheapestEdit(a, b, row, column, { twoBack, previous, current }));
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

function cheapestEdit(a: string, b: string, row: number, column: number, rows: Rows): number {
  const same = a[row - 1] === b[column - 1];
  const candidates = [
    cost(rows.previous, column) + 1,
    cost(rows.current, column - 1) + 1,
    cost(rows.previous, column - 1) + (same ? 0 : 1),
  ];
  const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
  if (row > 1 && column > 1 && swapped) candidates.push(cost(rows.twoBack, column - 2) + 1);
  return Math.min(...candidates);
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
