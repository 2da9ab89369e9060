import { join, relative } from "node:path";
import {
  type OpenArchive,
  type Problem,
  repeatedSlugs,
  type SlugUse,
  type SourceRef,
  type TopicTable,
  throwIfAny,
} from "../content/index.ts";
import { isRussian } from "../language/index.ts";
import type { Assets } from "../site/index.ts";
import { hashOfIndex, hashOfPages } from "./code-hash.ts";
import { cutVolumes, usualVolumeItems, type VolumePlan } from "./cut.ts";
import { hasSameImages } from "./images.ts";
import { type LeafOrder, type LeafPlan, planLeaves } from "./leaves.ts";
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
  readonly pagesKey: string;
  readonly leaves: readonly KeyedLeaf[];
  /** The archive's, with those names only that its articles name. */
  readonly topicTable: TopicTable;
}

/** What of a volume is indexed at once, with its key in the cache. */
export interface KeyedLeaf extends LeafPlan {
  readonly key: string;
  /** As of a LeafOrder. */
  readonly maxFragments: number | undefined;
}

/** A volume of which all parts are made. */
export interface MadeVolume extends KeyedVolume {
  /** The folder of its pages. */
  readonly folder: string;
  readonly manifest: VolumeManifest;
  /** Whether anything of it had to be made. */
  readonly isNew: boolean;
  /** Whether any of its leaves had to be; that does not depend on how pages look. */
  readonly hasNewIndex: boolean;
}

/** What of a volume is in the cache. */
interface FoundVolume {
  readonly volume: KeyedVolume;
  readonly pages: string | undefined;
  /** The leaves that are not. */
  readonly missing: readonly KeyedLeaf[];
}

/** Pagefind's own search, which pages in other languages keep, searches one index only. */
export function planVolumes({
  archive,
  content,
  assets,
}: Omit<VolumeContext, "cache" | "workers">) {
  const { site, articles, headlines } = archive;
  const most =
    site.volumeItems ?? usualVolumeItems(articles.length + headlines.length, site.preview);
  const plans = isRussian(site.language)
    ? cutVolumes(articles, headlines, most)
    : [{ name: "all", articles, headlines }];
  const code = hashOfPages();
  return plans.map((plan): KeyedVolume => {
    const files = filesOf(plan, content);
    const topicTable = topicTableOf(plan, archive.topicTable);
    return {
      ...plan,
      topicTable,
      // Volumes of headlines alone have no files to tell them apart.
      pagesKey: keyOf("pages", code, site, assets, plan.name, files, topicTable),
      leaves: keyedLeaves(plan, archive, content),
    };
  });
}

/** A topic that is parted from another one changes what names it, and nothing else. */
function topicTableOf({ articles }: Pick<VolumePlan, "articles">, table: TopicTable): TopicTable {
  const names = new Set(articles.flatMap(({ topics }) => topics.map(({ name }) => name)));
  return { ...table, meant: table.meant.filter(([name]) => names.has(name)) };
}

function keyedLeaves(
  plan: VolumePlan,
  { site, topicTable }: Pick<OpenArchive, "site" | "topicTable">,
  content: string,
): KeyedLeaf[] {
  const leaves = planLeaves(plan, site, content);
  const { language, timeZone, pathPrefix, preview } = site;
  const maxFragments = site.maxFragments && Math.floor(site.maxFragments / leaves.length);
  const settings = [hashOfIndex(), language, timeZone, pathPrefix, preview, maxFragments];
  return leaves.map((leaf): KeyedLeaf => {
    const topics = topicTableOf(leaf, topicTable);
    const key = keyOf("leaf", settings, filesOf(leaf, content), leaf.headlines, topics);
    return { ...leaf, key, maxFragments };
  });
}

/** @returns the files of articles, relative to their folder, with the hashes of their bytes */
function filesOf({ articles }: LeafPlan, content: string): [file: string, hash: string][] {
  return articles.map(({ file, hash }) => [relative(content, file), hash]);
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
      const made = await Promise.all(volume.leaves.map(({ key }) => cache.find(key, true)));
      const missing = volume.leaves.filter((_, leaf) => made[leaf] === undefined);
      return { volume, pages: isSame ? pages : undefined, missing };
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
export function isMissing({ pages, missing }: FoundVolume): boolean {
  return pages === undefined || missing.length > 0;
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

/** All its parts are made by one job, for all need the articles. */
async function makeVolume(
  { volume, pages, missing }: FoundVolume,
  { archive, content, assets, cache, workers }: VolumeContext,
): Promise<FoundVolume | { problems: readonly Problem[] }> {
  const { articles, pagesKey, topicTable } = volume;
  const leaves = missing.map(async ({ key, articles: own, headlines, maxFragments }) => {
    const files = own.map(({ file }) => file);
    return { files, headlines, maxFragments, folder: await cache.begin(key) } satisfies LeafOrder;
  });
  const job = {
    kind: "volume",
    site: archive.site,
    assets,
    content,
    files: articles.map(({ file }) => file),
    topicTable,
    cache: cache.folder,
    pages: pages === undefined ? await cache.begin(pagesKey) : undefined,
    leaves: await Promise.all(leaves),
  } as const;
  const problems = await workers.run(job);
  if (problems.length > 0) return { problems };
  for (const { key } of missing) await cache.finish(key);
  return { volume, pages: pages ?? (await cache.finish(pagesKey)), missing: [] };
}

/** @param before what was there of it before this build */
function toMade({ volume, pages = "" }: FoundVolume, before: FoundVolume): MadeVolume {
  const news = { isNew: isMissing(before), hasNewIndex: before.missing.length > 0 };
  return { ...volume, folder: pages, manifest: readVolume(pages), ...news };
}

/** @returns the keys of all its parts */
export function partsOf({ pagesKey, leaves }: KeyedVolume): string[] {
  return [pagesKey, ...leaves.map(({ key }) => key)];
}

export function sizeOf({ articles, headlines }: VolumePlan): number {
  return articles.length + headlines.length;
}

/** @returns the addresses that are taken by articles, with their files on disk */
export function usesOf(volumes: readonly MadeVolume[], content: string): SlugUse[] {
  const uses = volumes.flatMap(({ manifest }) => manifest.slugs);
  return uses.map((use) => ({ ...use, file: join(content, use.file) }));
}

/** The same address in two volumes, or in one and in what waits; within one its own making finds it. */
function slugProblems(
  volumes: readonly MadeVolume[],
  { archive, content }: VolumeContext,
): Problem[] {
  const uses = [...usesOf(volumes, content), ...archive.waitingUses];
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
