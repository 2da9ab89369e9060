import { existsSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type OpenArchive, type Site, throwIfAny } from "../content/index.ts";
import { PUBLISHED } from "../index/index.ts";
import {
  type ArchiveLists,
  type Assets,
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
import { planMaking, relatingOf } from "./slices/slice-making.ts";
import { planSlices, type ReadSlice, readSlices, usesOf } from "./slices/slices.ts";
import { codeKeys } from "./tasks/code-keys.ts";
import { readFeedTexts } from "./tasks/feeds.ts";
import { type Artifact, Maker } from "./tasks/maker.ts";
import { pagesOf, standingOf } from "./tasks/pages.ts";
import { readRelated } from "./tasks/related.ts";
import { readLists, readSliceArticles } from "./tasks/slice-files.ts";
import { runTask } from "./tasks/tasks.ts";

/** The inputs of a run of Eleventy's own command. */
interface Prepared {
  readonly archive: OpenArchive;
  readonly assets: Assets;
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
  #maker: Maker | undefined;
  #prepared: Prepared | undefined;

  /** @param options its output is where Eleventy writes */
  constructor(options: BuildOptions) {
    this.#options = options;
  }

  async data(name: string): Promise<unknown> {
    return this.#ready.data[name as keyof Prepared["data"]];
  }

  site(): Site {
    return settingsOfLists(this.#ready.archive.site);
  }

  async collections(): Promise<Collections> {
    const { overview, archive } = this.#ready;
    const lists = overview.years.flatMap((year) => overview.listsOf(year));
    return {
      articles: readLists(lists.map(({ file }) => file)),
      headlines: archive.headlines,
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
    this.#maker = new Maker(new ArtifactCache(cache), await codeKeys(cache), runTask);
    this.#prepared = await holding(lockCache(cache, SILENT), cache, () => this.#prepare());
    // Its files are those of the cache, and Eleventy would write into them.
    if (isMarkedWhole(output, SITE_MARK)) await removeOwn(output, SITE_MARK);
  }

  async #prepare(): Promise<Prepared> {
    const archive = await openFor(this.#options);
    throwIfAny(archive.problems);
    const { artifact: assetsArtifact, assets } = await makeAssets(this.#own, archive);
    const context = this.#contextOf(archive);
    const slices = await readSlices(planSlices(context), context);
    const overview = new ArchiveOverview(slices, archive);
    const lists = overview.lists();
    const years = yearsOf(overview, lists).map((year) => {
      return { ...year, articles: readLists(overview.listsOf(year.name).map(({ file }) => file)) };
    });
    const pages = await Promise.all(slices.map((slice) => this.#pagesOf(slice)));
    const articlePages = pages.flatMap(({ news }) => news);
    const standingPages = pages.flatMap(({ standing }) => standing);
    const redirects = slices.flatMap(({ facts }) => facts.redirects);
    const site = { ...settingsOfLists(archive.site), thisYear: newestYear(archive) };
    const feeds = this.#feedsOf(archive.site, lists, overview, slices);
    const data = { site, assets, articlePages, standingPages, redirects, years, lists, feeds };
    return { archive, assets, assetsArtifact, slices, overview, data };
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

  get #own(): Maker {
    if (this.#maker === undefined) throw new Error("Nothing was begun");
    return this.#maker;
  }

  #contextOf(archive: OpenArchive) {
    const { content, project } = this.#options;
    return { archive, content, project, maker: this.#own };
  }

  async #pagesOf(slice: ReadSlice) {
    const { content } = this.#options;
    const { folder } = slice;
    const related = await this.#own.make(relatingOf(slice), () => ({ slice: folder, content }));
    const articles = readSliceArticles(folder, content).map(({ article }) => article);
    return { news: pagesOf(articles, readRelated(related.folder)), standing: standingOf(articles) };
  }

  /**
   * Makes everything but pages, and checks the whole.
   *
   * @param rendered the pages as Eleventy has written them
   * @throws ContentError where a page is invalid, or a link leads nowhere
   */
  async finish(rendered: readonly RenderedFile[]): Promise<void> {
    const { output, cache, content } = this.#options;
    const { archive, slices } = this.#ready;
    const written = rendered.map((file) => toWritten(file, output));
    const sources = sourcesOf(usesOf(slices, content));
    await refuseInvalid(archive.site, written, sources);
    refuseStatics(written, archive.statics);
    await holding(lockCache(cache, SILENT), cache, async () => {
      for (const artifact of await this.#makeBeside()) publish(artifact, this.#own.cache, output);
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
    const { archive, assets, assetsArtifact, slices } = this.#ready;
    const context = { ...this.#contextOf(archive), assets };
    const made = [];
    for (const { name, leaf, others } of planMaking(slices, slices, context)) {
      const [, cards, pictures] = others;
      made.push({
        name,
        leaf: await this.#own.run(leaf),
        cards: cards && (await this.#own.run(cards)),
        pictures: pictures && (await this.#own.run(pictures)),
      });
    }
    const own = made.flatMap(({ leaf, cards, pictures }) => [leaf, cards ?? [], pictures ?? []]);
    return [assetsArtifact, ...own.flat(), ...(await makeBeside(made, context))];
  }
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
