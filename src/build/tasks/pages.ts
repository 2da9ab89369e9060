import { join } from "node:path";
import {
  type Article,
  type ArticleSummary,
  newestFirst,
  oldestFirst,
  type Site,
  toSummary,
} from "../../content/index.ts";
import { PUBLISHED } from "../../index/index.ts";
import { type ArticlePage, type Assets, groupBy } from "../../site/index.ts";
import { SLICE_PAGES } from "../../site/rendered.ts";
import { writeLinks } from "../pages/artifact-links.ts";
import { sourcesOf } from "../pages/page-files.ts";
import { renderPages } from "../pages/render.ts";
import { type Related, readRelated } from "./related.ts";
import { readFacts, readSliceArticles } from "./slice-files.ts";

export interface PagesOrder {
  readonly site: Site;
  readonly assets: Assets;
  /** The folder of the articles, absolute. */
  readonly content: string;
  /** The folder whose pages take the place of ours, absolute. */
  readonly project: string;
  /** What the reading of the slice has left, and the task «related». */
  readonly slice: string;
  readonly related: string;
}

/** Renders the pages of the articles of a slice, and those at their old addresses. */
export async function run(order: PagesOrder, folder: string): Promise<void> {
  const { site, assets, content, project } = order;
  const files = readSliceArticles(order.slice, content);
  const articles = files.map(({ article }) => article);
  const { redirects, slugs } = readFacts(order.slice);
  const data = {
    site,
    assets,
    articlePages: pagesOf(articles, readRelated(order.related)),
    standingPages: standingOf(articles),
    redirects,
  };
  const uses = slugs.map((use) => ({ ...use, file: join(content, use.file) }));
  const source = { group: "slice", modules: SLICE_PAGES, data, sources: sourcesOf(uses) } as const;
  const pages = await renderPages(source, join(folder, PUBLISHED), project);
  writeLinks(pages, site, folder);
}

/** @returns those that are no news */
export function standingOf(articles: readonly Article[]): Article[] {
  return articles.filter(({ standing }) => standing);
}

/**
 * Puts articles together with what stands around them on their pages.
 *
 * @returns the pages, the newest first
 */
export function pagesOf(articles: readonly Article[], related: Related): ArticlePage[] {
  const news = articles.filter(({ standing }) => !standing);
  const sorted = newestFirst(news, ({ slug }) => slug);
  const summaries = sorted.map(toSummary);
  const bySeries = partsBySeries(summaries);
  const bySlug = new Map(summaries.map((summary) => [summary.slug, summary]));
  return sorted.map((article, index) => ({
    article,
    related: (related[article.slug] ?? []).flatMap((slug) => bySlug.get(slug) ?? []),
    ...partsAround(article, bySeries),
    newer: summaries[index - 1],
    older: summaries[index + 1],
  }));
}

/** So many parts of a series stand before and behind an article of it at most. */
const PARTS_AROUND = 4;

/** The parts of each series by its slug, the oldest first. */
function partsBySeries(
  articles: readonly ArticleSummary[],
): Map<string, readonly ArticleSummary[]> {
  const parts = articles.filter(({ series }) => series !== undefined);
  const groups = groupBy(parts, ({ series }) => series?.slug ?? "");
  return new Map([...groups].map(([slug, own]) => [slug, oldestFirst(own, (one) => one.path)]));
}

function partsAround(
  { series, path }: Article,
  bySeries: ReadonlyMap<string, readonly ArticleSummary[]>,
): Pick<ArticlePage, "parts"> {
  if (series === undefined) return {};
  const all = bySeries.get(series.slug) ?? [];
  const index = all.findIndex((part) => part.path === path);
  return { parts: all.slice(Math.max(0, index - PARTS_AROUND), index + PARTS_AROUND + 1) };
}
