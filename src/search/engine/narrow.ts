import type { Hit } from "./fuse.ts";
import type { SearchOptions } from "./pagefind.ts";
import type { Shelf } from "./shelf.ts";

/**
 * Leaves what passes the filters and the date range, in the order that is asked for.
 *
 * @param hits the best first
 * @throws DateRangeError where a day of the range is none
 */
export async function narrow(
  hits: readonly Hit[],
  options: SearchOptions,
  shelf: Shelf,
): Promise<readonly Hit[]> {
  const gate = await shelf.gate(options);
  const kept = hits.filter(gate);
  const { sort = {}, freshness = 0 } = options;
  if (Object.keys(sort).length > 0) {
    const order = await shelf.order(sort);
    return kept.toSorted((a, b) => order(a) - order(b));
  }
  return freshness > 0 ? freshened(kept, freshness, await shelf.age()) : kept;
}

/** After so many days news is half as fresh. */
const FRESH_DAYS = 90;

/** Raises what is new: by the whole weight on its first day, by half of it after FRESH_DAYS. */
function freshened(
  hits: readonly Hit[],
  weight: number,
  age: (hit: Hit) => number | undefined,
): Hit[] {
  const raised = hits.map((hit) => {
    const days = age(hit);
    const freshness = days === undefined ? 0 : 2 ** (-days / FRESH_DAYS);
    return { ...hit, score: hit.score * (1 + weight * freshness) };
  });
  return raised.sort((a, b) => b.score - a.score);
}
