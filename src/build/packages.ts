import { throwIfAny } from "../content/index.ts";
import { makeAssets } from "./assets.ts";
import { type BuildLock, holding, lockBuild, lockCache } from "./build-lock.ts";
import { claimCache } from "./cache-folder.ts";
import { damagedFiles } from "./checksums.ts";
import { DamagedSite } from "./damage.ts";
import { endingOnSignals } from "./ending.ts";
import { openFor } from "./open.ts";
import { type BuildOptions, UsageError } from "./options.ts";
import { checkPlace, type OutputPlace, placeOf } from "./output-place.ts";
import {
  type BroughtPart,
  copyPart,
  isSamePart,
  PACKAGE_MARK,
  partsIn,
  problemsOf,
  writePackage,
} from "./package-contents.ts";
import { parallelism } from "./parallelism.ts";
import { PartCache } from "./part-cache.ts";
import { type Progress, VolumeProgress } from "./progress.ts";
import { replaceFolder } from "./staging.ts";
import {
  findVolumes,
  type KeyedVolume,
  makeVolumes,
  partsOf,
  planVolumes,
  sizeOf,
  volumesNamed,
} from "./volumes.ts";
import { Workers } from "./workers.ts";

/** @returns the names of an archive's volumes, the newest first */
export async function volumeNames(options: BuildOptions): Promise<string[]> {
  claimCache(options.cache);
  const archive = await openFor(options);
  const { assets } = await makeAssets(new PartCache(options.cache), archive.site);
  return planVolumes({ archive, content: options.content, assets }).map(({ name }) => name);
}

/**
 * Makes volumes and puts them into a package instead of a site.
 *
 * @param name a volume's, or a time such as 2021 or 2021-03: the volumes that hold articles of it
 * @param options its output is the folder of the package
 * @returns the names of the volumes
 * @throws UsageError where there is no such volume; ContentError where the articles are wrong
 */
export async function buildPackage(
  name: string,
  options: BuildOptions,
  progress: Progress,
): Promise<string[]> {
  claimCache(options.cache);
  const place = await placeOf(options, PACKAGE_MARK);
  const locking = lockBuild({ output: place.lockBase, cache: options.cache }, progress);
  return endingOnSignals(() =>
    holding(locking, options.cache, (lock) => packageAlone(name, options, place, progress, lock)),
  );
}

async function packageAlone(
  name: string,
  options: BuildOptions,
  place: OutputPlace,
  progress: Progress,
  { checkHeld }: BuildLock,
): Promise<string[]> {
  const cache = new PartCache(options.cache);
  const archive = await openFor(options);
  const { assets } = await makeAssets(cache, archive.site);
  const all = planVolumes({ archive, content: options.content, assets });
  const volumes = volumesNamed(all, name);
  if (volumes.length === 0) throw unknownVolume(name, all);
  const workers = new Workers(
    parallelism(Math.max(...volumes.map(sizeOf)), options.workers),
    options.output,
  );
  try {
    progress.step(`Строю тома: ${volumes.map((volume) => volume.name).join(", ")}`);
    const context = { archive, content: options.content, assets, cache, workers };
    const items = volumes.reduce((sum, volume) => sum + sizeOf(volume), 0);
    const told = new VolumeProgress(progress, volumes.length, items);
    const found = await findVolumes(volumes, context);
    const made = await makeVolumes(found, context, (volume) => told.made(sizeOf(volume)));
    const keys = made.flatMap(partsOf);
    await refuseDamaged(keys, cache);
    const parts = keys.map((key) => [key, cache.folderOf(key)] as const);
    checkPlace(place, PACKAGE_MARK);
    const write = async (folder: string): Promise<void> => {
      await writePackage(parts, folder);
      checkHeld();
    };
    await replaceFolder(place.output, PACKAGE_MARK, write, place.staging);
    return volumes.map((volume) => volume.name);
  } finally {
    await workers.close();
    await cache.dropDrafts();
  }
}

/**
 * The hashes of a package are of the files as they are now: they have to be those that were made.
 *
 * @throws DamagedSite where they are not; the next build makes them anew
 */
async function refuseDamaged(keys: readonly string[], cache: PartCache): Promise<void> {
  const damaged: string[] = [];
  for (const key of keys) {
    const isRight = damagedFiles(cache.folderOf(key), key).length === 0;
    if (!isRight || (await cache.find(key)) === undefined) damaged.push(key);
  }
  for (const key of damaged) await cache.drop(key);
  if (damaged.length > 0) throw new DamagedSite(cache.folder, damaged, damaged);
}

/**
 * Takes the parts of packages into the cache. All of them are held against their hashes before anything
 * is written.
 *
 * @throws ContentError where a folder is no package, or its files are not those that it was made of
 */
export async function takePackages(
  folders: readonly string[],
  cacheFolder: string,
  progress: Progress,
): Promise<void> {
  progress.step(`Беру готовые тома из папок: ${folders.length}`);
  const parts = folders.flatMap(partsIn);
  throwIfAny(parts.flatMap(problemsOf));
  claimCache(cacheFolder);
  await holding(lockCache(cacheFolder, progress), cacheFolder, async () => {
    const cache = new PartCache(cacheFolder);
    for (const part of parts) await takePart(part, cache);
  });
}

async function takePart(part: BroughtPart, cache: PartCache): Promise<void> {
  const { key } = part;
  const known = await cache.find(key);
  if (known !== undefined && isSamePart(known, part.hashes)) return;
  // Pages keep their key when an image changes: what the package brings is what was asked for.
  if (known !== undefined) await cache.drop(key);
  copyPart(part, await cache.begin(key));
  await cache.finish(key);
}

function unknownVolume(name: string, volumes: readonly KeyedVolume[]): UsageError {
  const names = volumes.map((volume) => volume.name).join(", ");
  return new UsageError(`Тома «${name}» нет. Есть: ${names}; или год, или месяц: 2021, 2021-03.`);
}
