import { displayPath, type Site } from "../../content/index.ts";
import { hostPolicy } from "../../hosting/headers.ts";
import { sumsOf } from "../cache/checksums.ts";
import { checkSearch } from "../checks/title-check.ts";
import { checkTree } from "../checks/tree-check.ts";
import { swap, tellingWhere } from "../disk/staging.ts";
import { type Manifest, SITE_MARK, toManifest } from "../site/site-manifest.ts";
import { SiteTree } from "../site/site-tree.ts";
import type { MadeSlice } from "../slices/slice-making.ts";
import type { Artifact } from "../tasks/maker.ts";
import type { BuildContext } from "./build-context.ts";
import { rememberArtifacts } from "./last-site.ts";
import { findVanished } from "./vanished.ts";
import { vanishedNotices } from "./vanished-notices.ts";

/** The folders of a site: the one that stands there, and the one beside it that becomes the next. */
export interface Trees {
  readonly standing: SiteTree;
  /** The artifacts of the standing site; the next build starts from its folder. */
  readonly old: readonly string[];
  readonly next: SiteTree;
  /** The manifest that the next folder had before, where it is whole. */
  readonly from: Manifest | undefined;
}

/** Looks at both folders; what they are made of stays in the cache. */
export function openTrees({ options: { output }, staging, maker: { cache } }: BuildContext): Trees {
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
 * @param site all that it is put together of
 * @returns what the site says of itself; notices of the search and of addresses that are gone, in Russian
 * @throws DamagedSite where files are not as they were made; ContentError where the search does not find
 *   what it has to, or the site cannot be written
 */
export async function goLive(
  work: BuildContext,
  { standing, old, next, from }: Trees,
  slices: readonly MadeSlice[],
  site: readonly Artifact[],
): Promise<{ readonly manifest: Manifest; readonly notices: readonly string[] }> {
  const { output } = work.options;
  const { preview } = work.archive.site;
  work.progress.step("Собираю сайт");
  const manifest = manifestOf(work, slices, site);
  await tellingWhere(output, () => {
    work.lock.checkHeld();
    // A preview has one reader, who has just changed it.
    const kept = preview ? undefined : standing;
    return next.update(manifest, hasRemade(from?.parts, site) ? undefined : from, kept);
  });
  // In a preview, as with links, much is still to be written.
  if (!preview) checkStaged(work, next, manifest);
  const notices = preview
    ? []
    : await checkSearch(slices, manifest.parts, { ...work, cache: work.maker.cache });
  const vanished = preview ? undefined : findVanished(work, standing, slices, manifest.parts);
  await tellingWhere(output, async () => {
    work.lock.checkHeld();
    const done = await swap(output, work.staging, SITE_MARK);
    if (done === "by files") work.progress.told(byFiles(output));
    // The old site is now the next folder, and would be taken for sound.
    else if (hasRemade(old, site)) next.spoil();
  });
  if (!preview) rememberArtifacts(work, manifest.parts);
  return { manifest, notices: [...vanishedNotices(vanished), ...notices] };
}

/** The next build must not start from damaged files. */
function checkStaged(
  { maker, progress, staging }: BuildContext,
  next: SiteTree,
  manifest: Manifest,
): void {
  progress.step("Сверяю файлы с суммами");
  try {
    checkTree(staging, manifest, maker.cache);
  } catch (error) {
    next.spoil();
    throw error;
  }
}

function byFiles(output: string): string {
  return `папку ${displayPath(output)} нельзя переименовать, поэтому сайт записан в неё по одному файлу: читатели могли несколько секунд видеть часть старого`;
}

function manifestOf(
  { archive, maker: { cache }, key, provenance }: BuildContext,
  slices: readonly MadeSlice[],
  site: readonly Artifact[],
): Manifest {
  const parts = site.map((artifact) => artifact.key);
  const files = parts.flatMap((part) => [...(cache.published(part)?.keys() ?? [])]);
  const standing = slices.reduce((sum, { facts }) => sum + facts.standing.length, 0);
  return toManifest({
    ...provenance,
    pathPrefix: archive.site.pathPrefix,
    ...policyOf(archive.site),
    ...(archive.site.preview ? { isPreview: true } : {}),
    articles: slices.reduce((sum, { facts }) => sum + facts.articles, 0),
    headlines: archive.headlines.length,
    ...(standing === 0 ? {} : { standing }),
    pages: files.filter((path) => path.endsWith(".html")).length,
    key,
    parts,
    sums: sumsOf(cache, parts),
  });
}

function policyOf(site: Site): Pick<Manifest, "policy"> {
  const isUsual = site.counter === undefined && site.comments === undefined;
  return isUsual ? {} : { policy: hostPolicy(site) };
}

/** An artifact made anew has the name of the damaged one, and a tree cannot tell them apart. */
function hasRemade(parts: readonly string[] | undefined, site: readonly Artifact[]): boolean {
  const old = new Set(parts);
  return site.some(({ isNew, key }) => isNew && old.has(key));
}
