import { dayNumber } from "../format/index.ts";
import type { Hit } from "./fuse.ts";
import { dayOf, gateOf, orderOf } from "./hits.ts";
import type { SearchOptions } from "./pagefind.ts";
import type { Segment } from "./segment.ts";

/**
 * Leaves what passes the filters and the date range, in the order that is asked for.
 *
 * @param hits the best first
 * @param segments all of them, the newest first
 * @throws DateRangeError where a day of the range is none
 */
export async function narrow(
  hits: readonly Hit[],
  options: SearchOptions,
  segments: readonly Segment[],
): Promise<readonly Hit[]> {
  const kept = await passing(hits, options);
  const { sort = {}, freshness = 0 } = options;
  if (Object.keys(sort).length > 0) return kept.toSorted(await orderOf(sort, kept, segments));
  return freshness > 0 ? freshened(kept, freshness, await dayOf(kept)) : kept;
}

async function passing(hits: readonly Hit[], options: SearchOptions): Promise<readonly Hit[]> {
  const isOpen = Object.keys(options.filters ?? {}).length === 0 && options.published === undefined;
  return isOpen ? hits : hits.filter(await gateOf(options, hits));
}

/** After so many days news is half as fresh. */
const FRESH_DAYS = 90;

/** Raises new pages: by the whole weight on their first day, by half of it after FRESH_DAYS. */
function freshened(
  hits: readonly Hit[],
  weight: number,
  dayOfHit: (hit: Hit) => number | undefined,
): Hit[] {
  const today = dayNumber(new Date().toISOString());
  const raised = hits.map((hit) => {
    const day = dayOfHit(hit);
    const freshness = day === undefined ? 0 : 2 ** (-Math.max(0, today - day) / FRESH_DAYS);
    return { ...hit, score: hit.score * (1 + weight * freshness) };
  });
  return raised.sort((a, b) => b.score - a.score);
}
