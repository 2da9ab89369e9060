import { averageOf, countsOfLeaf } from "../../index/index.ts";
import { DamagedSite } from "../cache/damage.ts";
import type { Artifact, Maker, Step } from "../tasks/maker.ts";
import type { MadeSlice } from "./slice-making.ts";
import type { SliceContext } from "./slices.ts";

/** A slice that is indexed. */
type Indexed = Pick<MadeSlice, "name" | "leaf">;

/** Some slices that are searched as one. */
interface SegmentPlan {
  readonly name: string;
  readonly leaves: readonly Artifact[];
}

/**
 * Packs the leaves of all slices into segments.
 *
 * @param slices the newest first
 * @returns the segments, the newest first
 */
export async function makeSegments(
  slices: readonly Indexed[],
  { archive, maker }: SliceContext,
): Promise<Artifact[]> {
  const { site, synonyms } = archive;
  const plans = planSegments(slices, site.preview).filter(({ leaves }) =>
    leaves.some(({ folder }) => countsOfLeaf(folder).pages > 0),
  );
  const average = averageOf(plans.flatMap(({ leaves }) => leaves.map(({ folder }) => folder)));
  const segments = plans.map(({ name, leaves }) => {
    const keys = leaves.map(({ key }) => key);
    const inputs = { name, synonyms, average, leaves: keys };
    const step: Step<"segment"> = { task: "segment", id: name, inputs };
    return maker.make(step, async () => {
      await refuseDamaged(keys, maker);
      return { name, leaves: leaves.map(({ folder }) => folder), average, synonyms };
    });
  });
  return Promise.all(segments);
}

/**
 * The words of leaves were not looked at before, for hardly any build needs all of them.
 *
 * @throws DamagedSite where some are not as they were made
 */
async function refuseDamaged(leaves: readonly string[], { cache }: Maker): Promise<void> {
  const damaged: string[] = [];
  for (const key of leaves) if ((await cache.find(key)) === undefined) damaged.push(key);
  if (damaged.length > 0) throw new DamagedSite(cache.folder, damaged, damaged);
}

/**
 * The newest slice is a segment of their own, so that a commit packs that one only; in a preview each
 * slice is one, so that no change waits for all others.
 */
function planSegments(slices: readonly Indexed[], preview: boolean): SegmentPlan[] {
  if (preview) return slices.map(({ name, leaf }) => ({ name, leaves: [leaf] }));
  const [newest, ...others] = slices;
  if (newest === undefined || others.length === 0) {
    return [{ name: "closed", leaves: slices.map(({ leaf }) => leaf) }];
  }
  return [
    { name: "fresh", leaves: [newest.leaf] },
    { name: "closed", leaves: others.map(({ leaf }) => leaf) },
  ];
}
