import { emptyArchive } from "../content/index.ts";
import { makeAssets } from "./assets.ts";
import { type BuildLock, holding, lockBuild } from "./build-lock.ts";
import { claimCache } from "./cache-folder.ts";
import { checkLinks } from "./checks/link-check.ts";
import { checkOwners } from "./checks/path-owners.ts";
import { DamagedSite, dropDamaged } from "./damage.ts";
import { endingOnSignals } from "./ending.ts";
import { goLive, openTrees, partsOfSite } from "./go-live.ts";
import { loadKnownFiles, saveKnownFiles } from "./known-files.ts";
import { SITE_MARK } from "./manifest.ts";
import { MemoryWatch } from "./memory.ts";
import { noticesOf } from "./notices.ts";
import { openFor } from "./open.ts";
import type { BuildOptions } from "./options.ts";
import { checkPlace, type OutputPlace, placeOf } from "./output-place.ts";
import { parallelism } from "./parallelism.ts";
import { PartCache } from "./part-cache.ts";
import { type Progress, VolumeProgress } from "./progress.ts";
import { provenanceOf } from "./provenance.ts";
import { type BuildReport, reportOf } from "./report.ts";
import { makeShelf } from "./shelf-pages.ts";
import { SiteTree } from "./site-tree.ts";
import { recover } from "./staging.ts";
import {
  findVolumes,
  haveSameImages,
  isMissing,
  type MadeVolume,
  makeVolumes,
  planVolumes,
  refuseMissing,
  sizeOf,
  usesOf,
} from "./volumes.ts";
import { siteKey, type Work } from "./work.ts";
import { Workers } from "./workers.ts";

/** What a build may do besides what its options say. */
export interface BuildMode {
  /** Volumes that are not in the cache are refused, for another machine was to make them. */
  readonly onlyCached?: boolean;
}

/**
 * Builds a site from an archive: checks all of it, makes those of its volumes that changed, and puts
 * all together beside the old site and then in its place.
 *
 * @param options where things lie
 * @param progress is told each step
 * @throws ContentError with all that an editor can mend; the old site then stays as it is
 */
export async function buildSite(
  options: BuildOptions,
  progress: Progress,
  mode: BuildMode = {},
): Promise<BuildReport> {
  claimCache(options.cache);
  const place = await placeOf(options, SITE_MARK);
  const locking = lockBuild({ output: place.lockBase, cache: options.cache }, progress);
  const own = { ...options, output: place.output };
  return endingOnSignals(() =>
    holding(locking, options.cache, (lock) => buildAlone(own, place, progress, mode, lock)),
  );
}

async function buildAlone(
  options: BuildOptions,
  place: OutputPlace,
  progress: Progress,
  mode: BuildMode,
  lock: BuildLock,
): Promise<BuildReport> {
  const memory = new MemoryWatch();
  const cache = new PartCache(options.cache);
  progress.step("Читаю и проверяю архив");
  const asked = provenanceOf(options.content, options.data);
  const archive = await openFor(options, loadKnownFiles(options.cache));
  saveKnownFiles(archive.known, options.cache);
  const { key: assetsKey, assets } = await makeAssets(cache, archive.site);
  const volumes = planVolumes({ archive, content: options.content, assets });
  const provenance = await asked;
  const workers = new Workers(
    parallelism(Math.max(...volumes.map(sizeOf)), options.workers),
    options.output,
  );
  try {
    await recover(options.output, SITE_MARK);
    checkPlace(place, SITE_MARK);
    const context = { archive, content: options.content, assets, cache, workers };
    const work = {
      ...context,
      options,
      staging: place.staging,
      progress,
      lock,
      volumes,
      assetsKey,
      provenance,
      key: siteKey(archive, assetsKey, volumes, provenance),
    };
    const report = unchanged(work) ?? (await rebuildSound(work, mode));
    return { ...report, seconds: progress.seconds(), peakMemory: memory.stop() };
  } finally {
    memory.stop();
    await workers.close();
    await cache.dropDrafts();
  }
}

type Report = Omit<BuildReport, "seconds" | "peakMemory">;

/** @returns nothing where the site has to be made */
function unchanged(work: Work): Report | undefined {
  const { archive, options, cache, content, key, volumes } = work;
  if (archive.problems.length > 0) return undefined;
  const manifest = new SiteTree(options.output, cache).intact(key);
  if (manifest === undefined || !cache.areSound(volumes.map(({ pagesKey }) => pagesKey))) {
    return undefined;
  }
  if (!haveSameImages(volumes, work)) return undefined;
  work.progress.told("ничего не изменилось, сайт остаётся как есть");
  const images = volumes.map(({ pagesKey }) => cache.folderOf(pagesKey));
  const notices = noticesOf(archive, images, content);
  return { ...reportOf(manifest, cache), volumes: { made: 0, reused: volumes.length }, notices };
}

/**
 * What is damaged on the disk is made anew, once; what is damaged again is no accident.
 *
 * @throws DamagedSite where it is
 */
async function rebuildSound(work: Work, mode: BuildMode): Promise<Report> {
  try {
    return await rebuild(work, mode);
  } catch (error) {
    if (!(error instanceof DamagedSite)) throw error;
    const notice = await dropDamaged(error, work.cache);
    work.progress.told(notice);
    const report = await rebuild(work, mode);
    return { ...report, notices: [notice, ...report.notices] };
  }
}

async function rebuild(work: Work, mode: BuildMode): Promise<Report> {
  const { archive, content, options, cache, progress } = work;
  const trees = openTrees(work);
  const volumes = await volumesOf(work, mode);
  const articles = volumes.reduce((sum, { manifest }) => sum + manifest.articles, 0);
  if (articles + archive.headlines.length === 0) {
    throw emptyArchive(content, archive.articles.length);
  }
  progress.step("Собираю списки и словарь поиска");
  const shelf = await makeShelf(volumes, work);
  checkOwners(cache, partsOfSite(work, volumes, shelf), usesOf(volumes, content));
  const broken = await checkLinks(work, volumes, shelf.parts);
  const { manifest, notices } = await goLive(work, trees, volumes, shelf);
  await cache.prune(options.cacheLimit);
  const made = volumes.filter(({ isNew }) => isNew).length;
  const folders = volumes.map(({ folder }) => folder);
  return {
    ...reportOf(manifest, cache),
    volumes: { made, reused: volumes.length - made },
    notices: [...noticesOf(archive, folders, content), ...broken, ...notices],
  };
}

async function volumesOf(work: Work, { onlyCached = false }: BuildMode): Promise<MadeVolume[]> {
  const { progress } = work;
  const found = await findVolumes(work.volumes, work);
  const missing = found.filter(isMissing).map(({ volume }) => volume);
  if (onlyCached) refuseMissing(missing);
  const items = missing.reduce((sum, volume) => sum + sizeOf(volume), 0);
  if (items > 0) progress.step(`Строю тома: ${missing.length} из ${found.length}`);
  const told = new VolumeProgress(progress, missing.length, items);
  return makeVolumes(found, work, (volume) => told.made(sizeOf(volume)));
}
