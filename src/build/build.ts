import { rm } from "node:fs/promises";
import { join } from "node:path";
import { emptyArchive, type OpenArchive, throwIfAny } from "../content/index.ts";
import { makeAssets } from "./assets.ts";
import { lockBuild } from "./build-lock.ts";
import { sumsOf } from "./checksums.ts";
import { hashOfIndex, hashOfPages } from "./code-hash.ts";
import { loadKnownFiles, saveKnownFiles } from "./known-files.ts";
import { brokenLinks, sourcesOfPages } from "./link-check.ts";
import type { Manifest } from "./manifest.ts";
import { MemoryWatch } from "./memory.ts";
import { noticesOf, noticesOfLinks } from "./notices.ts";
import { openFor } from "./open.ts";
import type { BuildOptions } from "./options.ts";
import { keyOf, PartCache } from "./part-cache.ts";
import { type Progress, VolumeProgress } from "./progress.ts";
import { type Provenance, provenanceOf } from "./provenance.ts";
import { type MadeShelf, makeShelf } from "./shelf-pages.ts";
import { SiteTree } from "./site-tree.ts";
import {
  checkReplaceable,
  explainDisk,
  MANIFEST,
  recover,
  stagingOf,
  swap,
  tellingWhere,
} from "./staging.ts";
import { checkSearch } from "./title-check.ts";
import {
  findVolumes,
  haveSameImages,
  isMissing,
  type KeyedVolume,
  type MadeVolume,
  makeVolumes,
  planVolumes,
  refuseMissing,
  sizeOf,
  type VolumeContext,
} from "./volumes.ts";
import { parallelism, Workers } from "./workers.ts";

/** What a build did. */
export interface BuildReport {
  readonly articles: number;
  readonly headlines: number;
  /** HTML files. */
  readonly pages: number;
  /** Records that the search can find. */
  readonly records: number;
  readonly volumes: { readonly made: number; readonly reused: number };
  /** Of the search index alone, and of the whole site. */
  readonly bytes: { readonly index: number; readonly site: number };
  /** The most bytes that all processes held at one time; nothing where the system does not tell. */
  readonly peakMemory: number | undefined;
  /** How many seconds each step took. */
  readonly seconds: Readonly<Record<string, number>>;
  /** What an editor should know of though nothing is wrong, in Russian. */
  readonly notices: readonly string[];
}

/** What a build may do besides what its options say. */
export interface BuildMode {
  /** Volumes that are not in the cache are refused, for another machine was to make them. */
  readonly onlyCached?: boolean;
}

/** What a build goes by. */
interface Work extends VolumeContext {
  readonly options: BuildOptions;
  readonly progress: Progress;
  readonly volumes: readonly KeyedVolume[];
  readonly assetsKey: string;
  readonly provenance: Provenance;
  /** Of all that the site depends on. */
  readonly key: string;
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
  const unlock = await lockBuild(options, progress);
  try {
    return await buildAlone(options, progress, mode);
  } catch (error) {
    throw explainDisk(error, options.cache);
  } finally {
    unlock();
  }
}

async function buildAlone(
  options: BuildOptions,
  progress: Progress,
  mode: BuildMode,
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
  const workers = new Workers(parallelism(Math.max(...volumes.map(sizeOf))));
  try {
    await recover(options.output);
    checkReplaceable(options.output, MANIFEST);
    const context = { archive, content: options.content, assets, cache, workers };
    const work = {
      ...context,
      options,
      progress,
      volumes,
      assetsKey,
      provenance,
      key: siteKey(archive, assetsKey, volumes, provenance),
    };
    const report = unchanged(work) ?? (await rebuild(work, mode));
    return { ...report, seconds: progress.seconds(), peakMemory: memory.stop() };
  } finally {
    memory.stop();
    await workers.close();
    await cache.dropDrafts();
  }
}

/** @param assetsKey says more than their addresses: some files of theirs have fixed names */
function siteKey(
  { site, headlines, synonyms, about, topics, waitingUses }: OpenArchive,
  assetsKey: string,
  volumes: readonly KeyedVolume[],
  provenance: Provenance,
): string {
  const keys = volumes.map(({ pagesKey, indexKey }) => [pagesKey, indexKey]);
  const code = [hashOfPages(), hashOfIndex(), assetsKey];
  const later = waitingUses.map(({ path }) => path);
  const made = [code, site, headlines, synonyms, about, topics, later, keys, provenance];
  return keyOf("site", ...made);
}

type Report = Omit<BuildReport, "seconds" | "peakMemory">;

/** @returns nothing where the site has to be made */
function unchanged(work: Work): Report | undefined {
  const { archive, options, cache, content, key, volumes } = work;
  if (archive.problems.length > 0) return undefined;
  const manifest = new SiteTree(options.output, cache).intact(key);
  if (manifest === undefined || !haveSameImages(volumes, work)) return undefined;
  work.progress.told("ничего не изменилось, сайт остаётся как есть");
  const images = volumes.map(({ pagesKey }) => cache.folderOf(pagesKey));
  const notices = noticesOf(archive, images, content);
  return { ...reportOf(manifest, cache), volumes: { made: 0, reused: volumes.length }, notices };
}

async function rebuild(work: Work, mode: BuildMode): Promise<Report> {
  const { archive, content, options, cache, progress } = work;
  const { output } = options;
  const next = new SiteTree(stagingOf(output), cache);
  const from = next.intact();
  if (from !== undefined) cache.trust(from.parts);
  // What stands now is what the build after this one starts from.
  const standing = new SiteTree(output, cache);
  const { parts: old } = standing;
  cache.spare(old);
  const volumes = await volumesOf(work, mode);
  const articles = volumes.reduce((sum, { manifest }) => sum + manifest.articles, 0);
  if (articles === 0) throw emptyArchive(content, archive.articles.length);
  progress.step("Собираю списки и словарь поиска");
  const shelf = await makeShelf(volumes, work);
  const broken = await checkLinks(work, volumes, shelf.parts);
  progress.step("Собираю сайт");
  const manifest = manifestOf(work, volumes, shelf);
  await tellingWhere(output, async () => {
    // A preview has one reader, who has just changed it.
    const kept = archive.site.preview ? undefined : standing;
    await next.update(manifest, hasRemade(from?.parts, volumes) ? undefined : from, kept);
  });
  // In a preview, as with links, much is still to be written.
  const unfindable = archive.site.preview ? [] : await checkSearch(volumes, work);
  await tellingWhere(output, async () => {
    await swap(output);
    // Without a manifest, the next build does not start from it.
    if (hasRemade(old, volumes)) await rm(join(stagingOf(output), MANIFEST), { force: true });
  });
  await cache.prune(options.cacheLimit);
  const made = volumes.filter(({ isNew }) => isNew).length;
  const folders = volumes.map(({ folder }) => folder);
  const notices = [...noticesOf(archive, folders, content), ...broken, ...unfindable];
  return {
    ...reportOf(manifest, cache),
    volumes: { made, reused: volumes.length - made },
    notices,
  };
}

function manifestOf(
  { archive, assetsKey, cache, key, provenance }: Work,
  volumes: readonly MadeVolume[],
  shelf: MadeShelf,
): Manifest {
  const ofVolumes = volumes.flatMap(({ pagesKey, indexKey }) => [pagesKey, indexKey]);
  const parts = [assetsKey, ...ofVolumes, ...shelf.parts];
  return {
    generator: "vestnik",
    ...provenance,
    pathPrefix: archive.site.pathPrefix,
    articles: volumes.reduce((sum, { manifest }) => sum + manifest.articles, 0),
    headlines: archive.headlines.length,
    pages: shelf.pages + volumes.reduce((sum, volume) => sum + volume.manifest.pages, 0),
    key,
    parts,
    sums: sumsOf(cache, parts),
  };
}

/**
 * In a preview a link may lead to what is still to be written.
 *
 * @returns notices of links that lead nowhere, where the settings let them be
 */
async function checkLinks(
  { archive, cache, content, assetsKey, progress }: Work,
  volumes: readonly MadeVolume[],
  shelfParts: readonly string[],
): Promise<string[]> {
  const { site } = archive;
  if (site.preview) return [];
  progress.step("Проверяю ссылки");
  const sources = sourcesOfPages(volumes, content);
  const parts = [assetsKey, ...volumes.map(({ pagesKey }) => pagesKey), ...shelfParts];
  const problems = await brokenLinks({ site, cache, parts, sources });
  if (!site.allowBrokenLinks) throwIfAny(problems);
  return noticesOfLinks(problems);
}

/** Pages keep their key when an image changes, and a tree cannot tell the old ones from the new. */
function hasRemade(parts: readonly string[] | undefined, volumes: readonly MadeVolume[]): boolean {
  const old = new Set(parts);
  return volumes.some(({ isNew, pagesKey }) => isNew && old.has(pagesKey));
}

function reportOf(
  { articles, headlines, pages, parts }: Manifest,
  cache: PartCache,
): Omit<Report, "volumes" | "notices"> {
  const files = parts.flatMap((key) => [...(cache.published(key) ?? [])]);
  const sum = (paths: RegExp): number =>
    files.reduce((total, [path, [size]]) => total + (paths.test(path) ? size : 0), 0);
  const bytes = { index: sum(/^(?:pagefind|search)\//), site: sum(/^/) };
  return { articles, headlines, pages, records: articles + headlines, bytes };
}

async function volumesOf(work: Work, { onlyCached = false }: BuildMode): Promise<MadeVolume[]> {
  const { progress } = work;
  const found = await findVolumes(work.volumes, work);
  const missing = found.filter(isMissing).map(({ volume }) => volume);
  if (onlyCached) refuseMissing(missing);
  if (missing.length <= 1) work.workers.stayHere();
  const items = missing.reduce((sum, volume) => sum + sizeOf(volume), 0);
  if (items > 0) progress.step(`Строю тома: ${missing.length} из ${found.length}`);
  const told = new VolumeProgress(progress, missing.length, items);
  return makeVolumes(found, work, (volume) => told.made(sizeOf(volume)));
}
