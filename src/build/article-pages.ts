import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Article, newestFirst, toSummary } from "../content/index.ts";
import { relatedArticles } from "../index/index.ts";
import type { ArticlePage, Redirect } from "../site/index.ts";
import { hashOfIndex } from "./code-hash.ts";
import { keyOf, PartCache } from "./part-cache.ts";

/** How many articles a page names that speak of the same things. */
const RELATED = 3;

/** From slugs to the slugs of what speaks of the same. */
type Related = Readonly<Record<string, readonly string[]>>;

/**
 * Puts articles together with what stands around them on their pages, all of it from the same volume:
 * what another volume holds may change without this one being made anew.
 *
 * @param cacheFolder where parts are kept
 * @returns the pages, the newest first
 */
export async function toArticlePages(
  articles: readonly Article[],
  cacheFolder: string,
): Promise<ArticlePage[]> {
  const related = await relatedOf(articles, new PartCache(cacheFolder));
  const sorted = newestFirst(articles, ({ slug }) => slug);
  const summaries = sorted.map(toSummary);
  const bySlug = new Map(summaries.map((summary) => [summary.slug, summary]));
  return sorted.map((article, index) => ({
    article,
    related: (related[article.slug] ?? []).flatMap((slug) => bySlug.get(slug) ?? []),
    newer: summaries[index - 1],
    older: summaries[index + 1],
  }));
}

/** @returns where the old addresses of articles lead, those of the newest first */
export function toRedirects(articles: readonly Article[]): Redirect[] {
  const sorted = newestFirst(articles, ({ slug }) => slug);
  return sorted.flatMap(({ aliases, path }) => aliases.map((from) => ({ from, to: path })));
}

const FILE = "related.json";

/** Kept under the texts, so that a new template does not compare them again. */
async function relatedOf(articles: readonly Article[], cache: PartCache): Promise<Related> {
  const texts = articles.map(({ slug, title, summary, html, date }) => {
    return [slug, title, summary, html, date?.epoch];
  });
  const key = keyOf("related", hashOfIndex(), RELATED, texts);
  const found = await cache.find(key);
  const folder = found ?? (await compare(articles, cache, key));
  return JSON.parse(await readFile(join(folder, FILE), "utf8")) as Related;
}

async function compare(
  articles: readonly Article[],
  cache: PartCache,
  key: string,
): Promise<string> {
  const related = await relatedArticles(articles, RELATED);
  const slugs = [...related].map(([slug, own]) => [slug, own.map((article) => article.slug)]);
  const draft = await cache.begin(key);
  await writeFile(join(draft, FILE), JSON.stringify(Object.fromEntries(slugs)));
  return cache.finish(key);
}
