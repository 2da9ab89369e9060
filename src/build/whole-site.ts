import { existsSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type Site, throwIfAny } from "../content/index.ts";
import { PUBLISHED } from "../index/index.ts";
import {
  type ArchiveLists,
  type Collections,
  type FeedSource,
  feedSource,
  type PageSource,
  type RenderedFile,
} from "../site/index.ts";
import {
  FEED_PAGES,
  LIST_PAGES,
  replaceComponents,
  SLICE_PAGES,
  YEAR_PAGES,
} from "../site/rendered.ts";
import { ArtifactCache } from "./cache/artifact-cache.ts";
import { claimCache } from "./cache/cache-folder.ts";
import { isSums } from "./cache/checksums.ts";
import { checkLinks } from "./checks/link-check.ts";
import { checkMenus } from "./checks/menu-check.ts";
import { linkFileSync } from "./disk/link-file.ts";
import { isMarkedWhole, markUnfinished, removeOwn } from "./disk/ownership.ts";
import { linksIn } from "./pages/artifact-links.ts";
import { sourcesOf } from "./pages/page-files.ts";
import { newestYear, settingsOfLists } from "./pages/page-settings.ts";
import { refuseStatics } from "./pages/path-owners.ts";
import { refuseInvalid, toWritten } from "./pages/render.ts";
import { holding, lockCache } from "./processes/build-lock.ts";
import { Progress } from "./processes/progress.ts";
import { openFor } from "./project/open-archive.ts";
import type { BuildOptions } from "./project/options.ts";
import { loadComponents } from "./project/own-components.ts";
import { SITE_MARK } from "./site/site-manifest.ts";
import { ArchiveOverview } from "./slices/archive-overview.ts";
import { textPlaces, WHOLE_TEXTS } from "./slices/feed-texts.ts";
import { makeAssets, makeBeside, yearsOf } from "./slices/overview.ts";
import { type MadeSlice, planMaking, relatingOf } from "./slices/slice-making.ts";
import {
  type PageContext,
  planSlices,
  type ReadSlice,
  readSlices,
  type SliceContext,
  usesOf,
} from "./slices/slices.ts";
import { codeKeys } from "./tasks/code-keys.ts";
import { readFeedTexts } from "./tasks/feeds.ts";
import { type Artifact, Maker } from "./tasks/maker.ts";
import { pagesOf, standingOf } from "./tasks/pages.ts";
import { RELATIVES } from "./tasks/related.ts";
import { articlesOf, readLists } from "./tasks/slice-files.ts";
import { runTask, type TaskName } from "./tasks/tasks.ts";

/** The inputs of a run of Eleventy's own command. */
interface Prepared {
  readonly context: PageContext;
  readonly assetsArtifact: Artifact;
  readonly slices: readonly ReadSlice[];
  readonly overview: ArchiveOverview;
  /** By the names by which templates find them. */
  readonly data: Readonly<Record<(typeof NAMES)[number], unknown>>;
}

const NAMES = [
  "site",
  "assets",
  "articlePages",
  "standingPages",
  "redirects",
  "years",
  "lists",
  "feeds",
] as const;

/**
 * A site that Eleventy's own command makes in one run, from the same slices and with the same bytes as a
 * build; it is neither compared with the site before nor swapped in.
 */
export class WholeSite implements PageSource {
  readonly groups = { slice: SLICE_PAGES, year: YEAR_PAGES, lists: LIST_PAGES, feeds: FEED_PAGES };
  readonly names = NAMES;
  readonly #options: BuildOptions;
  #prepared: Prepared | undefined;

  /** @param options its output is where Eleventy writes */
  constructor(options: BuildOptions) {
    this.#options = options;
  }

  async data(name: string): Promise<unknown> {
    return this.#ready.data[name as keyof Prepared["data"]];
  }

  site(): Site {
    return settingsOfLists(this.#ready.context.archive.site);
  }

  async collections(): Promise<Collections> {
    const { overview, context } = this.#ready;
    const lists = overview.years.flatMap((year) => overview.listsOf(year));
    return {
      articles: readLists(lists.map(({ file }) => file)),
      headlines: context.archive.headlines,
      topics: overview.lists().topics,
    };
  }

  get #ready(): Prepared {
    if (this.#prepared === undefined) throw new Error("Eleventy asks before it has begun");
    return this.#prepared;
  }

  /**
   * Reads and checks the archive, before pages are rendered.
   *
   * @throws ContentError with all that an editor can mend; nothing was written then
   */
  async begin(): Promise<void> {
    const { cache, output } = this.#options;
    replaceComponents(await loadComponents(this.#options.project));
    claimCache(cache);
    const maker = new Maker(new ArtifactCache(cache), await codeKeys(), runTask);
    this.#prepared = await holding(lockCache(cache, SILENT), cache, () => this.#prepare(maker));
    // Its files are those of the cache, and Eleventy would write into them.
    if (isMarkedWhole(output, SITE_MARK)) await removeOwn(output, SITE_MARK);
  }

  async #prepare(maker: Maker): Promise<Prepared> {
    const { content, project } = this.#options;
    const archive = await openFor(this.#options);
    throwIfAny(archive.problems);
    const { artifact: assetsArtifact, assets } = await makeAssets(maker, archive);
    const context = { archive, content, project, maker, assets };
    const slices = await readSlices(planSlices(context), context);
    const overview = new ArchiveOverview(slices, archive);
    const lists = overview.lists();
    const years = yearsOf(overview, lists).map((year) => {
      return { ...year, articles: readLists(overview.listsOf(year.name).map(({ file }) => file)) };
    });
    const pages = await Promise.all(slices.map((slice) => pagesOfSlice(slice, context)));
    const articlePages = pages.flatMap(({ news }) => news);
    const standingPages = pages.flatMap(({ standing }) => standing);
    const redirects = slices.flatMap(({ facts }) => facts.redirects);
    const site = { ...settingsOfLists(archive.site), thisYear: newestYear(archive) };
    const feeds = this.#feedsOf(archive.site, lists, overview, slices);
    const data = { site, assets, articlePages, standingPages, redirects, years, lists, feeds };
    return { context, assetsArtifact, slices, overview, data };
  }

  #feedsOf(
    site: Site,
    lists: ArchiveLists,
    overview: ArchiveOverview,
    slices: readonly ReadSlice[],
  ): FeedSource {
    const source = feedSource(lists);
    const places = textPlaces(site, source, overview.newest(WHOLE_TEXTS), slices);
    const folders = places.slices.map(({ folder }) => folder);
    return { ...source, texts: readFeedTexts(folders, this.#options.content, places.paths, site) };
  }

  /**
   * Makes everything but pages, and checks the whole.
   *
   * @param rendered the pages as Eleventy has written them
   * @throws ContentError where a page is invalid, or a link leads nowhere
   */
  async finish(rendered: readonly RenderedFile[]): Promise<void> {
    const { output, cache, content } = this.#options;
    const { context, slices } = this.#ready;
    const { archive, maker } = context;
    const written = rendered.map((file) => toWritten(file, output));
    const sources = sourcesOf(usesOf(slices, content));
    await refuseInvalid(archive.site, written, sources);
    refuseStatics(written, archive.statics);
    await holding(lockCache(cache, SILENT), cache, async () => {
      for (const artifact of await this.#makeBeside()) publish(artifact, maker.cache, output);
    });
    const files = {
      has: (path: string) => existsSync(join(output, path)),
      get: (path: string) => join(output, path),
    };
    checkMenus(archive.menuLinks, files);
    const notices = checkLinks(linksIn(written, archive.site), files, archive.site, sources);
    for (const notice of notices) console.warn(`Внимание: ${notice}`);
    // A build may replace it, and never takes it for a checked site.
    markUnfinished(output, SITE_MARK);
  }

  async #makeBeside(): Promise<Artifact[]> {
    const { context, assetsArtifact, slices } = this.#ready;
    const { maker } = context;
    const [leaves, others]: [Pick<MadeSlice, "name" | "leaf">[], Artifact[]] = [[], []];
    for (const { name, leaf, others: own } of planMaking(slices, slices, context)) {
      leaves.push({ name, leaf: await maker.make(leaf) });
      // Eleventy makes the pages.
      const [, ...beside] = own;
      for (const one of beside) others.push(await maker.make<TaskName>(one));
    }
    const made = [...leaves.map(({ leaf }) => leaf), ...others];
    return [assetsArtifact, ...made, ...(await makeBeside(leaves, context))];
  }
}

async function pagesOfSlice(slice: ReadSlice, { content, maker }: SliceContext) {
  const related = await maker.make(relatingOf(slice, { content, maker }));
  const articles = articlesOf({ slice: slice.folder, content });
  const news = pagesOf(articles, RELATIVES.read(related.folder));
  return { news, standing: standingOf(articles) };
}

/** Eleventy reports its own progress. */
const SILENT = new Progress(() => {});

/** Puts into a folder what an artifact has for the site. */
function publish({ key, folder }: Artifact, cache: ArtifactCache, output: string): void {
  const paths = [...(cache.published(key)?.keys() ?? [])];
  for (const path of paths.filter((one) => !isSums(one))) {
    const target = resolve(output, path);
    mkdirSync(dirname(target), { recursive: true });
    rmSync(target, { force: true });
    linkFileSync(join(folder, PUBLISHED, path), target);
  }
}
