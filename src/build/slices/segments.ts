import { averageOf, LEAF_COUNTS } from "../../index/index.ts";
import type { Artifact } from "../tasks/maker.ts";
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
    leaves.some(({ folder }) => LEAF_COUNTS.read(folder).pages > 0),
  );
  const average = averageOf(plans.flatMap(({ leaves }) => leaves.map(({ folder }) => folder)));
  const segments = plans.map(({ name, leaves }) => {
    const keys = leaves.map(({ key }) => key);
    const inputs = { name, synonyms, average, leaves: keys };
    // The words of leaves were not looked at before, for hardly any build needs all of them.
    const order = async () => ({ name, leaves: await maker.sound(keys), average, synonyms });
    return maker.make({ task: "segment", id: name, inputs, order });
  });
  return Promise.all(segments);
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
