import { displayPath } from "../content/index.ts";
import { checkSearch } from "./checks/title-check.ts";
import { checkTree } from "./checks/tree-check.ts";
import { sumsOf } from "./checksums.ts";
import { rememberParts } from "./last-site.ts";
import { type Manifest, toManifest } from "./manifest.ts";
import type { MadeShelf } from "./shelf-pages.ts";
import { SiteTree } from "./site-tree.ts";
import { swap, tellingWhere } from "./staging.ts";
import { findVanished } from "./vanished.ts";
import { vanishedNotices } from "./vanished-notices.ts";
import { type MadeVolume, partsOf } from "./volumes.ts";
import type { Work } from "./work.ts";

/** The folders of a site: the one that stands there, and the one beside it that becomes the next. */
export interface Trees {
  readonly standing: SiteTree;
  /** What the standing one is made of; what stands now is what the build after this one starts from. */
  readonly old: readonly string[];
  readonly next: SiteTree;
  /** What the next one was before, where it is whole. */
  readonly from: Manifest | undefined;
}

/** Looks at both folders; what they are made of stays in the cache. */
export function openTrees({ options: { output }, staging, cache }: Work): Trees {
  const [standing, next] = [new SiteTree(output, cache), new SiteTree(staging, cache)];
  const from = next.intact();
  if (from !== undefined) cache.trust(from.parts);
  cache.spare(standing.parts);
  return { standing, old: standing.parts, next, from };
}

/**
 * Puts a site together beside the one that stands there, holds it against its sums, asks its search, and
 * swaps them.
 *
 * @returns what the site says of itself; notices of the search and of addresses that are gone, in Russian
 * @throws DamagedSite where files are not as they were made; ContentError where the search does not find
 *   what it has to, or the site cannot be written
 */
export async function goLive(
  work: Work,
  { standing, old, next, from }: Trees,
  volumes: readonly MadeVolume[],
  shelf: MadeShelf,
): Promise<{ readonly manifest: Manifest; readonly notices: readonly string[] }> {
  const { output } = work.options;
  const { preview } = work.archive.site;
  work.progress.step("Собираю сайт");
  const manifest = manifestOf(work, volumes, shelf);
  await tellingWhere(output, () => {
    work.lock.checkHeld();
    // A preview has one reader, who has just changed it.
    const kept = preview ? undefined : standing;
    return next.update(manifest, hasRemade(from?.parts, volumes) ? undefined : from, kept);
  });
  // In a preview, as with links, much is still to be written.
  if (!preview) checkStaged(work, next, manifest);
  const notices = preview ? [] : await checkSearch(volumes, manifest.parts, work);
  const vanished = preview ? undefined : findVanished(work, standing, volumes, manifest.parts);
  await tellingWhere(output, async () => {
    work.lock.checkHeld();
    const done = await swap(output, work.staging);
    if (done === "by files") work.progress.told(byFiles(output));
    // What stood there became the next one, and would be taken for what it is not.
    else if (hasRemade(old, volumes)) next.spoil();
  });
  if (!preview) rememberParts(work, manifest.parts);
  return { manifest, notices: [...vanishedNotices(vanished), ...notices] };
}

/** What is damaged must not be what the next build starts from. */
function checkStaged({ cache, progress, staging }: Work, next: SiteTree, manifest: Manifest): void {
  progress.step("Сверяю файлы с суммами");
  try {
    checkTree(staging, manifest, cache);
  } catch (error) {
    next.spoil();
    throw error;
  }
}

function byFiles(output: string): string {
  return `папку ${displayPath(output)} нельзя переименовать, поэтому сайт записан в неё по одному файлу: читатели могли несколько секунд видеть часть старого`;
}

/** @returns the keys of all parts that a site is put together of */
export function partsOfSite(
  { assetsKey }: Pick<Work, "assetsKey">,
  volumes: readonly MadeVolume[],
  shelf: MadeShelf,
): string[] {
  return [assetsKey, ...volumes.flatMap(partsOf), ...shelf.parts];
}

function manifestOf(
  { archive, assetsKey, cache, key, provenance }: Work,
  volumes: readonly MadeVolume[],
  shelf: MadeShelf,
): Manifest {
  const parts = partsOfSite({ assetsKey }, volumes, shelf);
  return toManifest({
    ...provenance,
    pathPrefix: archive.site.pathPrefix,
    ...(archive.site.preview ? { isPreview: true } : {}),
    articles: volumes.reduce((sum, { manifest }) => sum + manifest.articles, 0),
    headlines: archive.headlines.length,
    pages: shelf.pages + volumes.reduce((sum, volume) => sum + volume.manifest.pages, 0),
    key,
    parts,
    sums: sumsOf(cache, parts),
  });
}

/** Pages keep their key when an image changes, and a tree cannot tell the old ones from the new. */
function hasRemade(parts: readonly string[] | undefined, volumes: readonly MadeVolume[]): boolean {
  const old = new Set(parts);
  return volumes.some(({ isNew, pagesKey }) => isNew && old.has(pagesKey));
}
