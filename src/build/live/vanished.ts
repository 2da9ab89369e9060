import { pageFile } from "../pages/page-files.ts";
import type { SiteTree } from "../site/site-tree.ts";
import type { MadeSlice } from "../slices/slice-making.ts";
import { type Hidden, type Owner, Whereabouts } from "./article-whereabouts.ts";
import type { BuildContext } from "./build-context.ts";
import { lastArtifacts, type PageFiles, pagesOf } from "./last-site.ts";
import { factsOfPage, readPage } from "./page-facts.ts";

/** An address that the site before had and this one has not: /articles/most/, /2019/novost.html. */
export interface Vanished {
  readonly address: string;
  /** What stood there, where that is known. */
  readonly title?: string | undefined;
  /** The article that it belongs to today, if any. */
  readonly owner?: Owner | undefined;
  /** Its article, where that is still there and is not shown. */
  readonly hidden?: Hidden | undefined;
}

/** The addresses that are gone. */
export type VanishedPages = NonNullable<ReturnType<typeof findVanished>>;

/** So many pages are read and told of at most. */
const MOST_READ = 200;

/** Artifacts of articles and of redirects to them; all other pages only list these. */
const HOLDS_ARTICLES = /^pages-/;
/** Lists that go with their last article. */
const LISTS = {
  topics: /^topics\/[^/]+\/index\.html$/,
  authors: /^authors\/[^/]+\/index\.html$/,
  series: /^series\/[^/]+\/index\.html$/,
  days: /^headlines\/\d+\/\d+\/\d+\/index\.html$/,
};
/** A section stands at the root, as a page that a project adds may. */
const AT_ROOT = /^[^/]+\/index\.html$/;

/**
 * Compares the addresses of the site before with those of the one that is to take its place. What has
 * expired is gone as it should be.
 *
 * @param standing the site before, where it stands
 * @param keys of the next site's artifacts
 * @returns addresses of articles, today's and earlier ones, and how many more of them there are; of what they
 *   are listed by, and of days of headlines; nothing where all are still there, or nothing is known of the site before
 */
export function findVanished(
  work: BuildContext,
  standing: SiteTree,
  slices: readonly MadeSlice[],
  keys: readonly string[],
) {
  const [before, after] = [new Set(lastArtifacts(work, standing)), new Set(keys)];
  const pages = (some: readonly string[]) => pagesOf(some, work, standing.folder);
  const replaced = [...before].filter((key) => !after.has(key));
  const old = pages(replaced.filter((key) => HOLDS_ARTICLES.test(key)));
  const lists = pages(replaced.filter((key) => !HOLDS_ARTICLES.test(key)));
  const now = pages([...after].filter((key) => !before.has(key)));
  const gone = (some: PageFiles) => [...some.keys()].filter((path) => !now.has(path)).sort();
  const [articles, others] = [gone(old), gone(lists)];
  if (articles.length === 0 && others.length === 0) return undefined;
  const today = new Whereabouts(work, slices, now, old);
  return {
    ...tellArticles(articles, old, today),
    ...tellLists(others, articles, old, today),
    sections: others.filter((path) => isSection(path, lists.get(path))).map(addressOf),
  };
}

function tellArticles(gone: readonly string[], old: PageFiles, today: Whereabouts) {
  const pages = gone.filter((path) => !today.isExpired(addressOf(path)));
  const read = pages.slice(0, MOST_READ);
  const articles = read.flatMap((path) => vanishedPage(path, old, today));
  return { articles, more: pages.length - read.length };
}

function vanishedPage(path: string, old: PageFiles, today: Whereabouts): Vanished[] {
  const facts = factsOfPage(readPage(old.get(path)));
  const address = addressOf(path);
  const article = facts.leadsTo === undefined ? address : today.withoutPrefix(facts.leadsTo);
  if (today.isExpired(article)) return [];
  const hidden = today.hiddenAt(article);
  if (hidden !== undefined) return [{ address, hidden }];
  const own = article === address ? facts : factsOfPage(readPage(old.get(pageFile(article))));
  return [{ address, title: own.title, owner: today.ownerOf(article, own) }];
}

/** A list goes with its last article: it is reported only where that article has not expired. */
function tellLists(
  gone: readonly string[],
  articles: readonly string[],
  old: PageFiles,
  today: Whereabouts,
) {
  const expired = articles.filter((path) => today.isExpired(addressOf(path))).slice(0, MOST_READ);
  const pages = expired.map((path) => readPage(old.get(path)));
  const isMissed = (address: string): boolean =>
    !today.isListOfExpired(address) && !pages.some((html) => html.includes(`${address}"`));
  const missed = Object.entries(LISTS).map(([kind, form]) => {
    const own = gone.filter((path) => form.test(path)).map(addressOf);
    return [kind, own.filter(isMissed)];
  });
  return Object.fromEntries(missed) as Record<keyof typeof LISTS, string[]>;
}

/**
 * A section has a page whether or not there are articles in it, so that none is gone by itself; and of all
 * pages at the root only these have feeds of their own.
 */
function isSection(path: string, file: string | undefined): boolean {
  return AT_ROOT.test(path) && readPage(file).includes(`${addressOf(path)}rss.xml"`);
}

/** @param path articles/most/index.html; @returns /articles/most/ */
function addressOf(path: string): string {
  return `/${path.replace(/(^|\/)index\.html$/, "$1")}`;
}
