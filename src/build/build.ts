import { join } from "node:path";
import { emptyArchive } from "../content/index.ts";
import { PUBLISHED } from "../index/index.ts";
import { DamagedSite, dropDamaged } from "./cache/damage.ts";
import { loadKnownFiles, saveKnownFiles } from "./cache/known-files.ts";
import { checkLinks, type SiteFiles } from "./checks/link-check.ts";
import { checkMenus } from "./checks/menu-check.ts";
import { noticesOf } from "./checks/notices.ts";
import { checkOwners } from "./checks/site-owners.ts";
import { checkPlace, type OutputPlace } from "./disk/output-place.ts";
import { recover } from "./disk/staging.ts";
import { type BuildContext, siteKey } from "./live/build-context.ts";
import { goLive, openTrees } from "./live/go-live.ts";
import { type BuildReport, reportOf } from "./live/report.ts";
import { readLinks } from "./pages/artifact-links.ts";
import { sourcesOf } from "./pages/page-files.ts";
import type { BuildLock } from "./processes/build-lock.ts";
import { type Progress, SliceProgress } from "./processes/progress.ts";
import type { Workers } from "./processes/workers.ts";
import { checkFormat } from "./project/newspaper-format.ts";
import { openFor } from "./project/open-archive.ts";
import { type BuildOptions, foldersOf } from "./project/options.ts";
import { provenanceOf } from "./project/provenance.ts";
import { alone, withWorkers } from "./session.ts";
import { SITE_MARK } from "./site/site-manifest.ts";
import { SiteTree } from "./site/site-tree.ts";
import { makeAssets, makeOverview } from "./slices/overview.ts";
import { type MadeSlice, makeSlices, planMaking, unmadeSlices } from "./slices/slice-making.ts";
import { knownFacts, planSlices, readSlices, usesOf } from "./slices/slices.ts";
import { codeKeys } from "./tasks/code-keys.ts";
import type { Maker } from "./tasks/maker.ts";
import { CLEANED, type Cleaned } from "./tasks/pictures.ts";

/** How a build runs, besides its options. */
export interface BuildMode {
  /** Slices that are not in the cache are refused, for another machine was to make them. */
  readonly onlyCached?: boolean;
}

/**
 * Builds a site from an archive: checks all of it, makes what has changed, puts the site together beside the
 * old one, and swaps them.
 *
 * @param options where things lie
 * @param progress is told each step
 * @throws ContentError with every problem; the old site then stays
 */
export async function buildSite(
  options: BuildOptions,
  progress: Progress,
  mode: BuildMode = {},
): Promise<BuildReport> {
  return alone(options, SITE_MARK, progress, (place, lock) =>
    buildAlone({ ...options, output: place.output }, place, progress, mode, lock),
  );
}

/** Tasks of a slice that another machine may have done. */
const OF_SLICES = ["read", "related", "pages", "cards", "pictures", "leaf"] as const;

async function buildAlone(
  options: BuildOptions,
  place: OutputPlace,
  progress: Progress,
  mode: BuildMode,
  lock: BuildLock,
): Promise<BuildReport> {
  const { content, project } = options;
  checkFormat(project);
  progress.step("Читаю и проверяю архив");
  const asked = [provenanceOf(foldersOf(options)), codeKeys()] as const;
  const archive = await openFor(options, loadKnownFiles(options.cache));
  saveKnownFiles(archive.known, options.cache);
  const slices = planSlices({ archive, content });
  const [provenance, codes] = await Promise.all(asked);
  const refused = mode.onlyCached === true ? OF_SLICES : [];
  return withWorkers(slices, options, codes, refused, async (maker, workers) => {
    await recover(options.output, SITE_MARK);
    checkPlace(place, SITE_MARK);
    const key = siteKey(archive, project, codes, slices, provenance);
    const { artifact: assetsArtifact, assets } = await makeAssets(maker, archive);
    const work: BuildContext = {
      ...{ archive, content, project, maker, options, staging: place.staging, progress, lock },
      ...{ slices, assets, assetsArtifact, provenance, key },
    };
    const report = (await unchanged(work)) ?? (await rebuildSound(work, workers));
    return { ...report, seconds: progress.seconds() };
  });
}

type Report = Omit<BuildReport, "seconds">;

/** @returns nothing where the site has to be made */
async function unchanged(work: BuildContext): Promise<Report | undefined> {
  const { archive, options, maker, content, key, slices, progress } = work;
  if (archive.problems.length > 0) return undefined;
  const manifest = new SiteTree(options.output, maker.cache).intact(key);
  const facts = manifest && (await knownFacts(slices, work));
  if (manifest === undefined || facts === undefined) return undefined;
  progress.told("ничего не изменилось, сайт остаётся как есть");
  const notices = noticesOf(archive, facts, cleanedIn(manifest.parts, maker), content);
  const report = reportOf(manifest, maker.cache);
  return { ...report, slices: { made: 0, reused: slices.length }, notices };
}

/** @returns the drawings of a site that are published without something */
function cleanedIn(parts: readonly string[], { cache }: Maker): Cleaned {
  const pictures = parts.filter((key) => key.startsWith("pictures-"));
  return pictures.flatMap((key) => CLEANED.read(cache.folderOf(key)));
}

/**
 * Makes damaged artifacts anew, once: a second time the disk is at fault.
 *
 * @throws DamagedSite where it is
 */
async function rebuildSound(work: BuildContext, workers: Workers): Promise<Report> {
  try {
    return await rebuild(work, workers);
  } catch (error) {
    if (!(error instanceof DamagedSite)) throw error;
    const notice = await dropDamaged(error, work.maker.cache);
    work.progress.told(notice);
    const report = await rebuild(work, workers);
    return { ...report, notices: [notice, ...report.notices] };
  }
}

async function rebuild(work: BuildContext, workers: Workers): Promise<Report> {
  const { archive, content, options, maker, progress } = work;
  const trees = openTrees(work);
  const slices = await slicesOf(work, workers);
  progress.step("Собираю списки и словарь поиска");
  const overview = await makeOverview(slices, work);
  const site = [work.assetsArtifact, ...slices.flatMap(({ artifacts }) => artifacts), ...overview];
  const parts = site.map(({ key }) => key);
  const uses = usesOf(slices, content);
  checkOwners(maker.cache, parts, uses, archive.statics);
  progress.step("Проверяю ссылки");
  const links = site.flatMap(({ folder }) => readLinks(folder));
  const files = filesOf(parts, maker);
  checkMenus(archive.menuLinks, files);
  const broken = checkLinks(links, files, archive.site, sourcesOf(uses));
  const { manifest, notices } = await goLive(work, trees, slices, site);
  await maker.cache.prune(options.cacheLimit);
  const made = slices.filter(({ isNew }) => isNew).length;
  const facts = slices.map((slice) => slice.facts);
  const told = noticesOf(archive, facts, cleanedIn(parts, maker), content);
  return {
    ...reportOf(manifest, maker.cache),
    slices: { made, reused: slices.length - made },
    notices: [...told, ...broken, ...notices],
  };
}

/** @returns where the files of a site are now, by their paths in it */
function filesOf(parts: readonly string[], { cache }: Maker): SiteFiles {
  const owners = new Map<string, string>();
  for (const key of parts)
    for (const path of cache.published(key)?.keys() ?? []) owners.set(path, key);
  return {
    has: (path) => owners.has(path),
    get: (path) => join(cache.folderOf(owners.get(path) ?? ""), PUBLISHED, path),
  };
}

/** Reads all slices, and makes what is missing of them, several at once. */
async function slicesOf(work: BuildContext, workers: Workers): Promise<MadeSlice[]> {
  const { archive, content, progress, slices } = work;
  const read = await readSlices(slices, work, (unread) => workers.expect(unread));
  const articles = read.reduce((sum, { facts }) => sum + facts.articles + facts.standing.length, 0);
  if (articles + archive.headlines.length === 0) {
    throw emptyArchive(content, archive.articles.length);
  }
  const plans = planMaking(read, read, work);
  const missing = await unmadeSlices(plans, work.maker);
  workers.expect(missing);
  if (missing.length > 0) progress.step(`Строю тома: ${missing.length} из ${slices.length}`);
  const told = new SliceProgress(progress, missing);
  return makeSlices(plans, work.maker, (slice) => told.made(slice));
}
