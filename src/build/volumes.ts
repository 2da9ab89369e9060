import { join, relative } from "node:path";
import {
  type OpenArchive,
  type Problem,
  repeatedSlugs,
  type SourceRef,
  type TopicTable,
  throwIfAny,
} from "../content/index.ts";
import { isRussian } from "../index/index.ts";
import type { Assets } from "../site/index.ts";
import { hashOfIndex, hashOfPages } from "./code-hash.ts";
import { cutVolumes, usualVolumeItems, type VolumePlan } from "./cut.ts";
import { hasSameImages } from "./images.ts";
import { keyOf, type PartCache } from "./part-cache.ts";
import { readVolume, type VolumeManifest } from "./volume.ts";
import type { Workers } from "./workers.ts";

/** What volumes are made with. */
export interface VolumeContext {
  readonly archive: OpenArchive;
  /** The folder of the articles, absolute. */
  readonly content: string;
  readonly assets: Assets;
  readonly cache: PartCache;
  readonly workers: Workers;
}

/** A volume with the keys of its parts in the cache. */
export interface KeyedVolume extends VolumePlan {
  /** What Pagefind calls it. */
  readonly indexName: string;
  readonly pagesKey: string;
  readonly indexKey: string;
  /** The archive's, with those names only that its articles name. */
  readonly topicTable: TopicTable;
}

/** A volume of which all parts are made. */
export interface MadeVolume extends KeyedVolume {
  /** The folder of its pages. */
  readonly folder: string;
  readonly indexFolder: string;
  readonly manifest: VolumeManifest;
  /** Whether anything of it had to be made. */
  readonly isNew: boolean;
  /** Whether its index had to be; that does not depend on how pages look. */
  readonly hasNewIndex: boolean;
}

/** What of a volume is in the cache. */
interface FoundVolume {
  readonly volume: KeyedVolume;
  readonly pages: string | undefined;
  readonly index: string | undefined;
}

/** Pagefind's own search, which pages in other languages keep, searches one index only. */
export function planVolumes({
  archive,
  content,
  assets,
}: Omit<VolumeContext, "cache" | "workers">) {
  const { site, articles, headlines } = archive;
  const language = site.language.split("-")[0] ?? "ru";
  const most =
    site.volumeItems ?? usualVolumeItems(articles.length + headlines.length, site.preview);
  const plans = isRussian(language)
    ? cutVolumes(articles, headlines, most)
    : [{ name: "all", articles, headlines }];
  const [pagesCode, indexCode] = [hashOfPages(), hashOfIndex()];
  const { timeZone, pathPrefix, maxFragments } = site;
  return plans.map((plan): KeyedVolume => {
    const indexName = plans.length === 1 ? language : `${language}-${plan.name}`;
    const files = plan.articles.map(({ file, hash }) => [relative(content, file), hash]);
    const settings = [indexName, site.language, timeZone, pathPrefix, maxFragments, site.preview];
    const topicTable = topicTableOf(plan, archive.topicTable);
    return {
      ...plan,
      indexName,
      topicTable,
      // Volumes of headlines alone have no files to tell them apart.
      pagesKey: keyOf("pages", pagesCode, site, assets, plan.name, files, topicTable),
      indexKey: keyOf("index", indexCode, settings, files, plan.headlines, topicTable),
    };
  });
}

/** A topic that is parted from another one changes the volumes that name it, and no others. */
function topicTableOf({ articles }: VolumePlan, table: TopicTable): TopicTable {
  const names = new Set(articles.flatMap(({ topics }) => topics.map(({ name }) => name)));
  return { ...table, meant: table.meant.filter(([name]) => names.has(name)) };
}

/** @returns what of each volume was made before */
export function findVolumes(
  volumes: readonly KeyedVolume[],
  { cache, content }: VolumeContext,
): Promise<FoundVolume[]> {
  return Promise.all(
    volumes.map(async (volume) => {
      const pages = await cache.find(volume.pagesKey);
      const isSame = pages !== undefined && hasSameImages(readVolume(pages), content);
      if (pages !== undefined && !isSame) await cache.drop(volume.pagesKey);
      const index = await cache.find(volume.indexKey);
      return { volume, pages: isSame ? pages : undefined, index };
    }),
  );
}

/** @returns whether the images of volumes whose pages are in the cache are still the same */
export function haveSameImages(
  volumes: readonly KeyedVolume[],
  { cache, content }: VolumeContext,
): boolean {
  return volumes.every(({ pagesKey }) =>
    hasSameImages(readVolume(cache.folderOf(pagesKey)), content),
  );
}

/** @returns whether something of a volume has to be made */
export function isMissing({ pages, index }: FoundVolume): boolean {
  return pages === undefined || index === undefined;
}

/** @throws ContentError where there are any: another machine was to make them */
export function refuseMissing(volumes: readonly KeyedVolume[]): void {
  throwIfAny(
    volumes.map(({ name }): Problem => {
      const message = `Тома «${name}» нет среди готовых, или он собран из других файлов.`;
      const mend = `соберите его с теми же параметрами: npm run build -- --volume ${name} --output ПАПКА.`;
      return { file: name, message, mend };
    }),
  );
}

/** So many articles and headlines are made in the time in which another process starts. */
const FEW_ITEMS = 20;

/**
 * Makes what is missing of the volumes, several at once, the largest first.
 *
 * @param progress is told of each volume that was made
 * @throws ContentError with everything that is wrong with the archive
 */
export async function makeVolumes(
  found: readonly FoundVolume[],
  context: VolumeContext,
  progress: (volume: KeyedVolume) => void,
): Promise<MadeVolume[]> {
  const problems: Problem[] = [];
  const missing = found.filter(isMissing);
  const items = missing.reduce((sum, { volume }) => sum + sizeOf(volume), 0);
  if (missing.length <= 1 || items <= FEW_ITEMS) context.workers.stayHere();
  const largestFirst = missing.toSorted((a, b) => sizeOf(b.volume) - sizeOf(a.volume));
  const made = new Map<KeyedVolume, FoundVolume>();
  await Promise.all(
    largestFirst.map(async (one) => {
      const outcome = await makeVolume(one, context);
      if ("problems" in outcome) problems.push(...outcome.problems);
      else made.set(one.volume, outcome);
      progress(one.volume);
    }),
  );
  throwIfAny([...problems.toSorted(byPlace), ...context.archive.problems]);
  const all = found.map((one) => toMade(made.get(one.volume) ?? one, one));
  throwIfAny(slugProblems(all, context));
  return all;
}

/** Both parts are made by one job, for both need the articles. */
async function makeVolume(
  { volume, pages, index }: FoundVolume,
  { archive, content, assets, cache, workers }: VolumeContext,
): Promise<FoundVolume | { problems: readonly Problem[] }> {
  const { indexName: name, articles, headlines, pagesKey, indexKey, topicTable } = volume;
  const draft = {
    pages: pages === undefined ? await cache.begin(pagesKey) : undefined,
    index: index === undefined ? await cache.begin(indexKey) : undefined,
  };
  const files = articles.map(({ file }) => file);
  const job = {
    kind: "volume",
    name,
    site: archive.site,
    assets,
    content,
    files,
    headlines,
    topicTable,
    cache: cache.folder,
  } as const;
  const problems = await workers.run({ ...job, ...draft });
  if (problems.length > 0) return { problems };
  return {
    volume,
    pages: pages ?? (await cache.finish(pagesKey)),
    index: index ?? (await cache.finish(indexKey)),
  };
}

/** @param before what was there of it before this build */
function toMade({ volume, pages = "", index = "" }: FoundVolume, before: FoundVolume): MadeVolume {
  const folders = { folder: pages, indexFolder: index };
  const news = { isNew: isMissing(before), hasNewIndex: before.index === undefined };
  return { ...volume, ...folders, manifest: readVolume(pages), ...news };
}

export function sizeOf({ articles, headlines }: VolumePlan): number {
  return articles.length + headlines.length;
}

/** The same address in two volumes, or in one and in what waits; within one its own making finds it. */
function slugProblems(
  volumes: readonly MadeVolume[],
  { archive, content }: VolumeContext,
): Problem[] {
  const published = volumes
    .flatMap(({ manifest }) => manifest.slugs)
    .map((use) => ({ ...use, file: join(content, use.file) }));
  const uses = [...published, ...archive.waitingUses];
  return repeatedSlugs(uses.toSorted((a, b) => (a.file < b.file ? -1 : 1)));
}

function byPlace(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0);
}

/** @returns the volumes of a name, or those that hold articles of a time such as 2021 or 2021-03 */
export function volumesNamed<Volume extends VolumePlan>(
  volumes: readonly Volume[],
  name: string,
): Volume[] {
  const named = volumes.filter((volume) => volume.name === name);
  if (named.length > 0) return named;
  const isOfTime = (day: string | undefined): boolean => day?.startsWith(name) ?? false;
  const holds = ({ articles, headlines }: VolumePlan): boolean =>
    articles.some(({ day }: SourceRef) => isOfTime(day)) ||
    headlines.some(({ date }) => isOfTime(date?.day));
  return volumes.filter(holds);
}
