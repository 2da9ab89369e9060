import { askAll } from "./asker.ts";
import { fuse, type Hit, idOf } from "./fuse.ts";
import { type Alternative, type TermPlan, within } from "./plan.ts";
import type { SearchIndex } from "./search-index.ts";
import type { Segment } from "./segment.ts";

/**
 * Reports results each time that one more segment has answered, the newest first. Reported results keep their
 * place, for somebody may be reading them; new ones follow, the best first.
 *
 * @param settle leaves of hits what the query and its filters let through, in their order
 * @param tell called with all results so far
 */
export async function tellArriving(
  plans: readonly TermPlan[],
  index: SearchIndex,
  settle: (hits: readonly Hit[]) => Promise<readonly Hit[]>,
  tell: (hits: readonly Hit[]) => void,
): Promise<void> {
  const holding = new Set(plans.flatMap(({ alternatives }) => alternatives.map(segmentOf)));
  const answered = new Set<Segment>();
  let told: readonly Hit[] = [];
  for (const segment of index.segments.filter((one) => holding.has(one))) {
    answered.add(segment);
    // Answers are cached, so nothing is fetched twice.
    const terms = await askAll(plans.map((plan) => within(plan, answered)));
    told = behind(told, await settle(fuse(terms, index.pages).hits));
    tell(told);
  }
}

function segmentOf({ entry }: Alternative): Segment {
  return entry.segment;
}

/** Reported results in their order with their new scores, then new results. */
function behind(told: readonly Hit[], found: readonly Hit[]): Hit[] {
  const fresh = new Map(found.map((hit) => [idOf(hit), hit]));
  const kept = told.flatMap((hit) => fresh.get(idOf(hit)) ?? []);
  const known = new Set(kept);
  return [...kept, ...found.filter((hit) => !known.has(hit))];
}
