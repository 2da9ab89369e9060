import { averageOf, countsOfLeaf } from "../index/index.ts";
import { isRussian } from "../language/index.ts";
import { hashOfIndex } from "./code-hash.ts";
import { DamagedSite } from "./damage.ts";
import { keyOf, type PartCache } from "./part-cache.ts";
import type { KeyedLeaf, MadeVolume, VolumeContext } from "./volumes.ts";

/** Some volumes that are searched as one. */
interface SegmentPlan {
  readonly name: string;
  /** The keys of their leaves. */
  readonly leaves: readonly string[];
}

/**
 * Packs the leaves of all volumes into segments.
 *
 * @param volumes the newest first
 * @returns the keys of the segments, the newest first; none in another language
 */
export async function makeSegments(
  volumes: readonly MadeVolume[],
  context: VolumeContext,
): Promise<string[]> {
  const { archive, cache, workers } = context;
  if (!isRussian(archive.site.language)) return [];
  const { synonyms } = archive;
  const folders = (keys: readonly string[]) => keys.map((key) => cache.folderOf(key));
  const plans = planSegments(volumes, archive.site.preview).filter(({ leaves }) =>
    folders(leaves).some((folder) => countsOfLeaf(folder).pages > 0),
  );
  const average = averageOf(folders(plans.flatMap(({ leaves }) => leaves)));
  const segments = plans.map(async ({ name, leaves }) => {
    const key = keyOf("segment", hashOfIndex(), name, synonyms, average, leaves);
    if ((await cache.find(key)) !== undefined) return key;
    await refuseDamaged(leaves, cache);
    const folder = await cache.begin(key);
    const source = { name, leaves: folders(leaves), average, synonyms };
    await workers.run({ kind: "segment", ...source, folder });
    await cache.finish(key);
    return key;
  });
  return Promise.all(segments);
}

/**
 * The words of leaves were not looked at before, for hardly any build needs all of them.
 *
 * @throws DamagedSite where some are not as they were made
 */
async function refuseDamaged(leaves: readonly string[], cache: PartCache): Promise<void> {
  const damaged: string[] = [];
  for (const key of leaves) if ((await cache.find(key)) === undefined) damaged.push(key);
  if (damaged.length > 0) throw new DamagedSite(cache.folder, damaged, damaged);
}

/**
 * The latest days are a segment of their own, so that a commit packs that one only; in a preview each
 * volume is one, so that no change waits for all others.
 */
function planSegments(volumes: readonly MadeVolume[], preview: boolean): SegmentPlan[] {
  if (preview) return volumes.map(({ name, leaves }) => ({ name, leaves: keysOf(leaves) }));
  const isFresh = ({ name }: MadeVolume): boolean => name === "fresh";
  const leavesOf = (some: readonly MadeVolume[]) => keysOf(some.flatMap(({ leaves }) => leaves));
  return [
    { name: "fresh", leaves: leavesOf(volumes.filter(isFresh)) },
    { name: "closed", leaves: leavesOf(volumes.filter((volume) => !isFresh(volume))) },
  ];
}

function keysOf(leaves: readonly KeyedLeaf[]): string[] {
  return leaves.map(({ key }) => key);
}
