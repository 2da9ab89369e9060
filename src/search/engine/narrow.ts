import type { Hit } from "./fuse.ts";
import type { Lexicon } from "./lexicon.ts";
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
  lexicon: Lexicon,
): Promise<readonly Hit[]> {
  const gate = await shelf.gate(options, lexicon);
  const kept = hits.filter(({ id }) => gate(id));
  const { sort = {}, freshness = 0 } = options;
  if (Object.keys(sort).length > 0) {
    const order = await shelf.order(sort);
    return kept.toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
  }
  return freshness > 0 ? freshened(kept, freshness, await shelf.age(lexicon)) : kept;
}

/** After so many days news is half as fresh. */
const FRESH_DAYS = 90;

/** Raises what is new: by the whole weight on its first day, by half of it after FRESH_DAYS. */
function freshened(
  hits: readonly Hit[],
  weight: number,
  age: (id: string) => number | undefined,
): Hit[] {
  const raised = hits.map((hit) => {
    const days = age(hit.id);
    const freshness = days === undefined ? 0 : 2 ** (-days / FRESH_DAYS);
    return { ...hit, score: hit.score * (1 + weight * freshness) };
  });
  return raised.sort((a, b) => b.score - a.score);
}
