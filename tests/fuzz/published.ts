import { existsSync } from "node:fs";
import { join, normalize, relative } from "node:path";
import { XMLValidator } from "fast-xml-parser";
import { htmlFaults } from "../../src/build/pages/html-faults.ts";
import {
  type Article,
  type ArticleFile,
  type Headline,
  type Site,
  toSummary,
  yearOf,
} from "../../src/content/index.ts";
import { siteFeed } from "../../src/site/feeds/feed.ts";
import { toJsonFeed } from "../../src/site/feeds/json-feed.ts";
import { toRss } from "../../src/site/feeds/rss.ts";
import {
  type ArchiveLists,
  type ArticlePage,
  type Assets,
  feedSource,
} from "../../src/site/index.ts";
import { render as aboutPage } from "../../src/site/pages/lists/about.tsx";
import { render as frontPage } from "../../src/site/pages/lists/front.tsx";
import { render as headlinesPage } from "../../src/site/pages/lists/headlines.tsx";
import { render as articlePage } from "../../src/site/pages/slice/article.tsx";
import { render as redirectPage } from "../../src/site/pages/slice/redirect.tsx";
import { toFeedHtml } from "../../src/site/rendered.ts";
import { demand } from "./case.ts";
import { dangersOfArticle, dangersOfPage, isHarmlessAddress } from "./html-safety.ts";

/** Addresses that pages name. */
export const ASSETS: Assets = {
  styles: "/assets/a.css",
  listStyles: "/assets/b.css",
  searchStyles: "/assets/c.css",
  searchScript: "/assets/a.js",
  themeScript: "/assets/b.js",
  readerScript: "/assets/c.js",
  offlineScript: "/assets/d.js",
  rescueScript: "",
  fonts: [],
};

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** Half a pair, commands, what programs keep to themselves, and what turns round what stands behind it. */
const NO_TEXT =
  /(?![\t\n\r])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}|[\u202a-\u202e\u2066-\u2069]/u;
const VISIBLE = /[^\s\p{Default_Ignorable_Code_Point}\p{Cc}\u2800]/u;

/** What must hold of an article, whatever its file said. */
export function checkArticle({ file, article }: ArticleFile, content: string, site: Site): void {
  const { html, slug, path, aliases, images } = article;
  demand(SLUG.test(slug), "a slug is a slug", slug);
  demand(path === `/articles/${slug}/`, "an article lies in its folder", path);
  for (const alias of aliases) checkInside(alias);
  const dangers = dangersOfArticle(html);
  demand(dangers.length === 0, "an article holds nothing that runs", dangers);
  demand(!NO_TEXT.test(html), "a text holds signs of text only", html);
  demand(VISIBLE.test(article.title), "a title can be seen", article.title);
  for (const text of textsOf(article)) demand(!NO_TEXT.test(text), "a field is text", text);
  for (const link of linksOf(article)) checkLink(link, site);
  for (const image of images) {
    demand(isInside(image.file, content), "a picture is of the archive", image.file);
    for (const one of [image, ...image.variants]) {
      demand(one.path.startsWith(path), "a picture lies beside its article", one.path);
      checkInside(decodeURIComponent(one.path));
    }
  }
  demand(existsSync(file), "an article is a file", file);
}

/** @returns what a reader may see of an article's fields */
function textsOf(article: Article): string[] {
  const { title, summary, lead, authors, topics, source, picture, corrections, headings } = article;
  return [
    title,
    summary ?? "",
    lead,
    ...authors,
    ...topics.map(({ name }) => name),
    source?.name ?? "",
    picture?.alt ?? "",
    picture?.caption ?? "",
    ...corrections.map(({ text }) => text),
    ...headings.map(({ text }) => text),
  ];
}

function linksOf({ source, translations }: Article): string[] {
  const urls = source?.url === undefined ? [] : [source.url];
  return [...urls, ...translations.map(({ address }) => address)];
}

/** A link is to another site by its whole address, or to this one. */
function checkLink(link: string, site: Site): void {
  demand(isHarmlessAddress(link), "a link runs nothing", link);
  const isOwn = link.startsWith("/");
  const { host, protocol } = new URL(link, site.address);
  demand(/^https?:$/.test(protocol), "a link is of the web", link);
  demand(!isOwn || host === new URL(site.address).host, "a path stays on the site", link);
}

/** A path of the site leads to a file in its folder. */
function checkInside(path: string): void {
  const inside = normalize(join("/out", path));
  demand(inside.startsWith("/out/") && !path.includes("\0"), "a path stays inside", path);
}

function isInside(file: string, folder: string): boolean {
  return !relative(folder, file).startsWith("..");
}

export function checkHeadline(headline: Headline, site: Site): void {
  const { anchor, text, link, source, topics } = headline;
  demand(SLUG.test(anchor), "an anchor is a slug", anchor);
  demand(VISIBLE.test(text), "a headline can be seen", text);
  for (const one of [text, source?.name ?? "", ...topics.map(({ name }) => name)]) {
    demand(!NO_TEXT.test(one), "a headline is text", one);
  }
  if (link !== undefined) checkLink(link, site);
  if (source?.url !== undefined) checkLink(source.url, site);
}

/** Draws the page of an article and those of its old addresses. */
export function checkArticlePages(article: Article, site: Site): void {
  const own: ArticlePage = {
    article,
    related: [toSummary(article)],
    newer: toSummary(article),
    older: undefined,
  };
  checkPage(articlePage({ site, assets: ASSETS, articlePage: own } as never), site);
  for (const from of article.aliases) {
    const redirect = { from, to: article.path };
    checkPage(redirectPage({ site, assets: ASSETS, redirect } as never), site);
  }
}

/** Draws what looks over the whole archive. */
export function checkShelfPages(
  articles: readonly Article[],
  headlines: readonly Headline[],
  site: Site,
  about: string | undefined,
): void {
  const lists: ArchiveLists = {
    articles: articles.map(toSummary),
    months: [],
    headlines,
    topics: [],
    authors: [],
    sections: [],
    series: [],
    news: [],
    redirects: [],
    maps: [],
    standing: [],
    about,
  };
  for (const render of [frontPage, headlinesPage, aboutPage]) {
    checkPage(render({ site, assets: ASSETS, lists }), site);
  }
  const texts = articles.map((article) => [article.path, toFeedHtml(site, article)] as const);
  for (const [, html] of texts) {
    // Callouts and lists of footnotes are plain there.
    const dangers = dangersOfArticle(html).filter((one) => one !== "<div>");
    demand(dangers.length === 0, "a feed holds nothing that runs", dangers);
  }
  const source = { ...feedSource(lists), texts: Object.fromEntries(texts) };
  const rss = toRss(siteFeed(site, source, "rss"));
  demand(XMLValidator.validate(rss) === true, "a feed is XML", rss);
  demand(!NO_TEXT.test(rss), "a feed is text", rss);
  JSON.parse(toJsonFeed(siteFeed(site, source, "json")));
  for (const { date } of articles) {
    if (date !== undefined) demand(/^\d{4}$/.test(yearOf(date)), "a year has four digits", date);
  }
}

function checkPage(html: string, site: Site): void {
  const own = Object.values(ASSETS)
    .flat()
    .map((path) => site.pathPrefix + path.slice(1));
  const dangers = dangersOfPage(html, new Set(own));
  demand(dangers.length === 0, "a page holds nothing foreign that runs", dangers);
  const faults = htmlFaults(html);
  demand(faults.length === 0, "a page is valid HTML", faults);
}
