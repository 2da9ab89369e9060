import { fold } from "../../language/index.ts";
import { nameOf } from "./found-relatives.ts";
import type { TermPlan } from "./plan.ts";
import type { SearchIndex } from "./search-index.ts";

/**
 * Words of one root, except places, count only beside words that are found. Alone they answer another
 * question, and are suggested instead: pages about «свет» are not about «светский».
 *
 * @param isFound whether other names of words are found
 * @returns the plans, where nothing else is found without what is doubtful
 */
export async function withoutDoubtful(
  plans: readonly TermPlan[],
  isFound: boolean,
  index: SearchIndex,
): Promise<readonly TermPlan[]> {
  const areSure = plans.some((plan) => plan.alternatives.length > 0 && !isDoubtful(plan));
  if (isFound || areSure) return plans;
  return Promise.all(plans.map((plan) => (isDoubtful(plan) ? askedAbout(plan, index) : plan)));
}

function isDoubtful({ relatives = [] }: TermPlan): boolean {
  return relatives.some(({ isPlace }) => !isPlace);
}

/** A plan that asks about the commonest relative of its word instead of looking for all. */
async function askedAbout(plan: TermPlan, index: SearchIndex): Promise<TermPlan> {
  const { relatives: [first] = [], ...rest } = plan;
  if (first === undefined) return plan;
  const to = fold(await nameOf(first, index));
  const asked = { to, entries: first.entries, cost: 0, isWord: true };
  return { ...rest, alternatives: [], asked };
}
