import { ask } from "./asker.ts";
import { fuse, type Hit } from "./fuse.ts";
import { type TermPlan, within } from "./plan.ts";
import type { Shelf } from "./shelf.ts";
import type { Volume } from "./volume.ts";

/**
 * Tells what was found so far each time that one volume more has answered, the newest first. What was
 * told keeps its place, for somebody may be reading it; what comes stands behind it, the best first.
 *
 * @param settle leaves of hits what the query and its filters let through, in their order
 * @param tell is told all that was found so far
 */
export async function tellArriving(
  plans: readonly TermPlan[],
  shelf: Shelf,
  settle: (hits: readonly Hit[]) => Promise<readonly Hit[]>,
  tell: (hits: readonly Hit[]) => void,
): Promise<void> {
  const holding = new Set(plans.flatMap(({ alternatives }) => alternatives.map(volumeOf)));
  const answered = new Set<Volume>();
  let told: readonly Hit[] = [];
  for (const volume of shelf.volumes.filter((one) => holding.has(one))) {
    answered.add(volume);
    // Answers are kept: what was asked before is not asked again.
    const terms = await Promise.all(plans.map((plan) => ask(within(plan, answered))));
    told = behind(told, await settle(fuse(terms, shelf.pages)));
    tell(told);
  }
}

function volumeOf({ volume }: { readonly volume: Volume }): Volume {
  return volume;
}

/** What was told first, as it was found last; then what is new. */
function behind(told: readonly Hit[], found: readonly Hit[]): Hit[] {
  const fresh = new Map(found.map((hit) => [hit.id, hit]));
  const kept = told.flatMap(({ id }) => fresh.get(id) ?? []);
  const known = new Set(kept);
  return [...kept, ...found.filter((hit) => !known.has(hit))];
}
