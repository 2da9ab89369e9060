import { basename } from "node:path";
import { throwIfAny } from "../content/index.ts";
import {
  artifactsIn,
  BUNDLE_MARK,
  copyArtifact,
  isSameArtifact,
  problemsOf,
  writeBundle,
} from "./bundle-contents.ts";
import { ArtifactCache } from "./cache/artifact-cache.ts";
import { claimCache } from "./cache/cache-folder.ts";
import { DamagedSite } from "./cache/damage.ts";
import { checkPlace, type OutputPlace } from "./disk/output-place.ts";
import { replaceFolder } from "./disk/staging.ts";
import { type BuildLock, holding, lockCache } from "./processes/build-lock.ts";
import { type Progress, SliceProgress } from "./processes/progress.ts";
import { openFor } from "./project/open-archive.ts";
import { type BuildOptions, UsageError } from "./project/options.ts";
import { alone, withWorkers } from "./session.ts";
import { makeAssets } from "./slices/overview.ts";
import { sizeOf } from "./slices/slice-cuts.ts";
import { makeSlices, type PlannedSlice, planMaking } from "./slices/slice-making.ts";
import { planSlices, readSlices, type Slice, slicesNamed } from "./slices/slices.ts";
import { codeKeys } from "./tasks/code-keys.ts";
import type { Maker } from "./tasks/maker.ts";

/** The most items of a machine: setting one up takes as long as making 1,000. */
const MACHINE_ITEMS = 4000;

/** @returns the names of what machines may make, the newest first: each of a few slices next to each other */
export async function machineShares(options: BuildOptions): Promise<string[]> {
  const archive = await openFor(options);
  return sharesOf(planSlices({ archive, content: options.content })).map(nameOfShare);
}

function sharesOf(slices: readonly Slice[]): Slice[][] {
  const shares: Slice[][] = [];
  let items = Number.POSITIVE_INFINITY;
  for (const slice of slices) {
    items += sizeOf(slice);
    if (items > MACHINE_ITEMS) {
      shares.push([]);
      items = sizeOf(slice);
    }
    shares.at(-1)?.push(slice);
  }
  return shares;
}

/** «fresh», or «fresh..2024-q3» of several. */
function nameOfShare(share: readonly Slice[]): string {
  const [first, last] = [share[0]?.name ?? "", share.at(-1)?.name ?? ""];
  return share.length === 1 ? first : `${first}..${last}`;
}

/**
 * Makes slices and puts them into a bundle instead of a site.
 *
 * @param name as machineShares gives it, a slice's, or a time such as 2021 or 2021-03: the slices that hold articles of it
 * @param options its output is the folder of the bundle
 * @returns the names of the slices
 * @throws UsageError where there is no such slice; ContentError where the articles are wrong
 */
export async function makeBundle(
  name: string,
  options: BuildOptions,
  progress: Progress,
): Promise<string[]> {
  return alone(options, BUNDLE_MARK, progress, (place, lock) =>
    makeAlone(name, options, place, progress, lock),
  );
}

async function makeAlone(
  name: string,
  options: BuildOptions,
  place: OutputPlace,
  progress: Progress,
  { checkHeld }: BuildLock,
): Promise<string[]> {
  const { content, project } = options;
  const archive = await openFor(options);
  const all = planSlices({ archive, content });
  const share = sharesOf(all).find((one) => nameOfShare(one) === name);
  const slices = share ?? slicesNamed(all, name);
  if (slices.length === 0) throw unknownSlice(name, all);
  const codes = await codeKeys();
  return withWorkers(slices, options, codes, [], async (maker, workers) => {
    progress.step(`Строю тома: ${slices.map((slice) => slice.name).join(", ")}`);
    const { assets } = await makeAssets(maker, archive);
    const context = { archive, content, project, maker, assets };
    workers.expect(slices);
    const read = await readSlices(slices, context);
    const told = new SliceProgress(progress, slices);
    const plans = planMaking(read, all, context);
    await makeSlices(plans, maker, (slice) => told.made(slice));
    // Two slices without articles are read alike.
    const keys = new Set(plans.flatMap((plan) => keysOf(plan, maker)));
    checkPlace(place, BUNDLE_MARK);
    const write = async (folder: string): Promise<void> => {
      writeBundle(
        [...keys].map((key) => maker.cache.folderOf(key)),
        folder,
      );
      await refuseDamaged(folder, maker.cache);
      checkHeld();
    };
    await replaceFolder(place.output, BUNDLE_MARK, write, place.staging);
    return slices.map((slice) => slice.name);
  });
}

/** The keys of a slice's reading and of all that was made from it. */
function keysOf({ reading, leaf, others }: PlannedSlice, maker: Maker): string[] {
  return [reading, leaf, ...others].map((step) => maker.keyOf(step));
}

/** @throws DamagedSite where a packed artifact differs from its stamp; the next build makes it anew */
async function refuseDamaged(folder: string, cache: ArtifactCache): Promise<void> {
  const isDamaged = (artifact: string): boolean => problemsOf(artifact).length > 0;
  const damaged = artifactsIn(folder)
    .filter(isDamaged)
    .map((artifact) => basename(artifact));
  for (const key of damaged) await cache.drop(key);
  if (damaged.length > 0) throw new DamagedSite(cache.folder, damaged, damaged);
}

/**
 * Takes the artifacts of bundles into the cache. All of them are held against their hashes before anything
 * is written.
 *
 * @throws ContentError where a folder is no bundle, or its files are not those that were made
 */
export async function takeBundles(
  folders: readonly string[],
  cacheFolder: string,
  progress: Progress,
): Promise<void> {
  progress.step(`Беру готовые тома из папок: ${folders.length}`);
  const artifacts = folders.flatMap(artifactsIn);
  throwIfAny(artifacts.flatMap((artifact) => problemsOf(artifact)));
  claimCache(cacheFolder);
  await holding(lockCache(cacheFolder, progress), cacheFolder, async () => {
    const cache = new ArtifactCache(cacheFolder);
    for (const artifact of artifacts) await takeArtifact(artifact, cache);
  });
}

async function takeArtifact(artifact: string, cache: ArtifactCache): Promise<void> {
  const key = basename(artifact);
  const known = await cache.find(key);
  if (known !== undefined && isSameArtifact(known, artifact)) return;
  // A reading keeps its key when an image changes, so the bundle's own is taken.
  if (known !== undefined) await cache.drop(key);
  copyArtifact(artifact, await cache.begin(key));
  await cache.finish(key);
}

function unknownSlice(name: string, slices: readonly Slice[]): UsageError {
  const names = slices.map((slice) => slice.name).join(", ");
  return new UsageError(`Тома «${name}» нет. Есть: ${names}; или год, или месяц: 2021, 2021-03.`);
}
