import { type OpenArchive, type SlugUse, scanArticle, topicPath } from "../../content/index.ts";
import { pageFile } from "../pages/page-files.ts";
import type { MadeSlice } from "../slices/slice-making.ts";
import { usesOf } from "../slices/slices.ts";
import type { BuildContext } from "./build-context.ts";
import type { PageFiles } from "./last-site.ts";
import { factsOfPage, isSameArticle, type PageFacts, readPage } from "./page-facts.ts";

/** An article of today. */
export interface Owner {
  readonly file: string;
  /** The addresses that it has besides its own. */
  readonly aliases: readonly string[];
}

/** An article that is there and not shown, with why. */
export interface Hidden {
  readonly file: string;
  readonly why: "draft" | "waiting";
}

/** So many new pages are taken for an old one at most. */
const MOST_FRESH = 2000;

/** Where the articles of the site before are now: in the next site, or in the archive without it. */
export class Whereabouts {
  readonly #archive: OpenArchive;
  /** The addresses of today's articles, with those that they had before. */
  readonly #uses: readonly SlugUse[];
  readonly #expired: ReadonlySet<string>;
  readonly #hidden: ReadonlyMap<string, Hidden>;
  readonly #fresh: ReadonlyMap<SlugUse, PageFacts>;

  /**
   * @param now the pages that the site before had not in this way
   * @param old the pages that the next site has not in this way
   */
  constructor(
    { archive, content }: BuildContext,
    slices: readonly MadeSlice[],
    now: PageFiles,
    old: PageFiles,
  ) {
    this.#archive = archive;
    this.#uses = usesOf(slices, content);
    this.#expired = new Set(archive.expired.map(({ file }) => scanArticle(file, content).path));
    this.#hidden = hiddenArticles(archive, this.#uses, content);
    this.#fresh = freshPages(this.#uses, now, old);
  }

  /** @param path /articles/most/ */
  isExpired(path: string): boolean {
    return this.#expired.has(path);
  }

  /** @param path of a topic, or of a day of headlines; @returns whether expired headlines were there */
  isListOfExpired(path: string): boolean {
    return this.#archive.expiredHeadlines.some(
      (headline) =>
        headline.path.startsWith(path) ||
        headline.topics.some(({ slug }) => topicPath(slug) === path),
    );
  }

  hiddenAt(path: string): Hidden | undefined {
    return this.#hidden.get(path);
  }

  /** @param address with the path prefix */
  withoutPrefix(address: string): string {
    const { pathPrefix } = this.#archive.site;
    return address.startsWith(pathPrefix) ? `/${address.slice(pathPrefix.length)}` : address;
  }

  /**
   * @param path where an article was
   * @param page what stood there
   * @returns the article that is there, or the one that is new at its address and looks like that page
   */
  ownerOf(path: string, page: PageFacts): Owner | undefined {
    const there = this.#uses.find((use) => !use.isAlias && use.path === path);
    const alike = [...this.#fresh].filter(([, facts]) => isSameArticle(facts, page));
    const file = (there ?? (alike.length === 1 ? alike[0]?.[0] : undefined))?.file;
    if (file === undefined) return undefined;
    const aliases = this.#uses.filter((use) => use.isAlias && use.file === file);
    return { file, aliases: aliases.map((use) => use.path) };
  }
}

/** Drafts are the articles that are due and have no address. */
function hiddenArticles(
  { articles, waitingUses }: OpenArchive,
  uses: readonly SlugUse[],
  content: string,
): Map<string, Hidden> {
  const shown = new Set(uses.map(({ file }) => file));
  const left = articles.filter(({ file }) => !shown.has(file));
  const drafts = left.map(({ file }) => scanArticle(file, content));
  return new Map<string, Hidden>([
    ...drafts.map(({ path, file }) => [path, { file, why: "draft" }] as const),
    ...waitingUses.map(({ path, file }) => [path, { file, why: "waiting" }] as const),
  ]);
}

function freshPages(uses: readonly SlugUse[], now: PageFiles, old: PageFiles) {
  const fresh = uses.filter(({ path, isAlias }) => {
    return !isAlias && now.has(pageFile(path)) && !old.has(pageFile(path));
  });
  const read = fresh.slice(0, MOST_FRESH);
  return new Map(read.map((use) => [use, factsOfPage(readPage(now.get(pageFile(use.path))))]));
}
