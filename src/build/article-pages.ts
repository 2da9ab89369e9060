import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Article, formatDate, newestFirst, type Site, toSummary } from "../content/index.ts";
import { relatedArticles } from "../index/index.ts";
import { type ArticlePage, drawCard, type Redirect } from "../site/index.ts";

/** How many articles a page names that speak of the same things. */
const RELATED = 3;

/**
 * Puts articles together with what stands around them on their pages, all of it from the same volume:
 * what another volume holds may change without this one being made anew.
 *
 * @returns the pages, the newest first
 */
export async function toArticlePages(articles: readonly Article[]): Promise<ArticlePage[]> {
  const related = await relatedArticles(articles, RELATED);
  const sorted = newestFirst(articles, ({ slug }) => slug);
  const summaries = sorted.map(toSummary);
  return sorted.map((article, index) => ({
    article,
    related: (related.get(article.slug) ?? []).map(toSummary),
    newer: summaries[index - 1],
    older: summaries[index + 1],
  }));
}

/** @returns where the old addresses of articles lead */
export function toRedirects(articles: readonly Article[]): Redirect[] {
  return articles.flatMap(({ aliases, path }) => aliases.map((from) => ({ from, to: path })));
}

/** Draws the card that stands for every page which is not an article. */
export async function writeSiteCard(site: Site, folder: string): Promise<void> {
  await writeFile(join(folder, "card.png"), drawCard({ title: site.description, site: site.name }));
}

/**
 * Draws the card of each article, which messengers show for a link to it.
 *
 * @param folder the site's; the folders of the articles are in it
 */
export async function writeCards(
  site: Site,
  articles: readonly Article[],
  folder: string,
): Promise<void> {
  for (const { title, topics, date, path } of articles) {
    const day = date && formatDate({ ...date, iso: date.day });
    const card = drawCard({ title, kicker: topics[0]?.name, site: site.name, date: day });
    await mkdir(join(folder, path), { recursive: true });
    await writeFile(join(folder, path, "card.png"), card);
  }
}
