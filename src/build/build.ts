import { join } from "node:path";
import { emptyArchive, openArchive } from "../content/index.ts";
import { assembleIndex, FACTS, isRussian, linkFolder } from "../index/index.ts";
import { writeAssets } from "./assets.ts";
import { hashOfIndex } from "./code-hash.ts";
import { writeManifest } from "./manifest.ts";
import { MemoryWatch } from "./memory.ts";
import { noticesOf } from "./notices.ts";
import type { BuildOptions } from "./options.ts";
import { writePages } from "./pages.ts";
import { keyOf, PartCache, partBytes } from "./part-cache.ts";
import { type Progress, VolumeProgress } from "./progress.ts";
import { Shelf } from "./shelf.ts";
import { replaceSite } from "./staging.ts";
import { PAGES } from "./volume.ts";
import {
  findVolumes,
  isMissing,
  type MadeVolume,
  makeVolumes,
  planVolumes,
  refuseMissing,
  sizeOf,
  type VolumeContext,
} from "./volumes.ts";
import { parallelism, Workers } from "./workers.ts";
import { makeYears } from "./years.ts";

/** What a build did. */
export interface BuildReport {
  readonly articles: number;
  readonly headlines: number;
  /** HTML files. */
  readonly pages: number;
  /** Records that the search can find. */
  readonly records: number;
  readonly volumes: { readonly made: number; readonly reused: number };
  /** Of the search index alone, and of the whole site but its few front pages and assets. */
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
  const memory = new MemoryWatch();
  progress.step("Читаю и проверяю архив");
  const archive = openArchive(options, options.overrides);
  const cache = new PartCache(options.cache);
  const workers = new Workers(parallelism(archive.site.volumeItems));
  try {
    return await replaceSite(options.output, async (folder) => {
      const assets = await writeAssets(folder);
      const context = { archive, content: options.content, assets, cache, workers };
      const report = await fill(folder, context, progress, mode);
      await cache.prune(options.cacheLimit);
      return { ...report, seconds: progress.seconds(), peakMemory: memory.stop() };
    });
  } finally {
    memory.stop();
    workers.close();
    await cache.dropDrafts();
  }
}

async function fill(
  folder: string,
  context: VolumeContext,
  progress: Progress,
  mode: BuildMode,
): Promise<Omit<BuildReport, "seconds" | "peakMemory">> {
  const { archive, content, assets } = context;
  const volumes = await volumesOf(context, progress, mode);
  const articles = volumes.reduce((sum, { manifest }) => sum + manifest.articles, 0);
  if (articles === 0) throw emptyArchive(content, archive.articles.length);
  const shelf = new Shelf(volumes, archive.headlines);
  const indexed = volumes.filter(
    ({ manifest, headlines }) => manifest.articles + headlines.length > 0,
  );
  progress.step("Собираю списки и словарь поиска");
  const data = shelf.data();
  const [years, lexicons] = await Promise.all([
    makeYears(shelf, data, context),
    makeLexicons(indexed, context),
  ]);
  progress.step("Собираю сайт");
  for (const part of [...volumes.map((volume) => volume.folder), ...years.folders]) {
    await linkFolder(join(part, PAGES), folder);
  }
  const pages = await writePages("shelf", { site: archive.site, assets, shelf: data }, folder);
  await assembleIndex(
    indexed.map(({ indexName: name, indexFolder }) => ({ name, folder: indexFolder })),
    lexicons,
    folder,
  );
  const headlines = archive.headlines.length;
  await writeManifest({ pathPrefix: archive.site.pathPrefix, articles, headlines }, folder);
  const made = volumes.filter(({ isNew }) => isNew).length;
  return {
    articles,
    headlines,
    pages: pages + years.pages + volumes.reduce((sum, { manifest }) => sum + manifest.pages, 0),
    records: articles + headlines,
    volumes: { made, reused: volumes.length - made },
    bytes: bytesOf(volumes, years.folders, lexicons),
    notices: noticesOf(archive, volumes, content),
  };
}

/** Parts hold more than what is published: what other parts are made from. */
function bytesOf(
  volumes: readonly MadeVolume[],
  years: readonly string[],
  lexicons: readonly string[],
): BuildReport["bytes"] {
  const sum = (folders: readonly string[], published: RegExp): number =>
    folders.reduce((total, folder) => total + partBytes(folder, published), 0);
  const indexes = volumes.map(({ indexFolder }) => indexFolder);
  const index = sum(indexes, /^(?:bundle|facts\/tables)\//) + sum(lexicons, /\.lex$/);
  const pages = sum([...volumes.map(({ folder }) => folder), ...years], /^site\//);
  return { index, site: index + pages };
}

async function volumesOf(
  context: VolumeContext,
  progress: Progress,
  { onlyCached = false }: BuildMode,
): Promise<MadeVolume[]> {
  const found = await findVolumes(planVolumes(context), context);
  const missing = found.filter(isMissing).map(({ volume }) => volume);
  if (onlyCached) refuseMissing(missing);
  const items = missing.reduce((sum, volume) => sum + sizeOf(volume), 0);
  if (items > 0) progress.step(`Строю тома: ${missing.length} из ${found.length}`);
  const told = new VolumeProgress(progress, missing.length, items);
  return makeVolumes(found, context, (volume) => told.made(sizeOf(volume)));
}

/** The volume of the latest days has a lexicon of its own, so that a commit makes that one only. */
async function makeLexicons(
  volumes: readonly MadeVolume[],
  { archive, cache, workers }: VolumeContext,
): Promise<string[]> {
  if (!volumes.every(({ indexName }) => isRussian(indexName))) return [];
  const isFresh = ({ name }: MadeVolume): boolean => name === "fresh";
  const groups = [volumes.filter(isFresh), volumes.filter((volume) => !isFresh(volume))];
  return Promise.all(
    groups
      .filter((group) => group.length > 0)
      .map(async (group) => {
        const keys = group.map(({ indexKey }) => indexKey);
        const key = keyOf("lexicon", hashOfIndex(), archive.synonyms, keys);
        const known = await cache.find(key);
        if (known !== undefined) return known;
        const facts = group.map(({ indexFolder }) => join(indexFolder, FACTS));
        const folder = await cache.begin(key);
        const { synonyms } = archive;
        await workers.run({ kind: "lexicon", volumes: facts, synonyms, folder });
        return cache.finish(key);
      }),
  );
}
