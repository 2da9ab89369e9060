import { join } from "node:path";
import {
  type Article,
  type ArticleSummary,
  newestFirst,
  oldestFirst,
  toSummary,
} from "../../content/index.ts";
import { groupBy } from "../../language/maps.ts";
import type { ArticlePage } from "../../site/index.ts";
import { SLICE_PAGES } from "../../site/rendered.ts";
import { sourcesOf } from "../pages/page-files.ts";
import { type PageOrder, renderArtifact } from "../pages/render.ts";
import { RELATIVES, type Related } from "./related.ts";
import { articlesOf, FACTS, type SliceOrder } from "./slice-files.ts";

export interface PagesOrder extends PageOrder, SliceOrder {
  /** What the task «related» has left. */
  readonly related: string;
}

/** Renders the pages of the articles of a slice, and those at their old addresses. */
export async function run(order: PagesOrder, folder: string): Promise<void> {
  const articles = articlesOf(order);
  const { redirects, slugs } = FACTS.read(order.slice);
  const data = {
    articlePages: pagesOf(articles, RELATIVES.read(order.related)),
    standingPages: standingOf(articles),
    redirects,
  };
  const uses = slugs.map((use) => ({ ...use, file: join(order.content, use.file) }));
  const pages = { group: "slice", modules: SLICE_PAGES, data, sources: sourcesOf(uses) } as const;
  await renderArtifact(order, pages, folder);
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
