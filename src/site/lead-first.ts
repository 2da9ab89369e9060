import type { ArticleSummary } from "../content/index.ts";

/** Of so many of the newest articles the first one with a picture leads. */
const NEWEST = 8;

/**
 * Puts the article first that leads a front page: the pinned one, else the newest that has a picture, or
 * the newest of all. The others keep their order.
 *
 * @param articles the newest first
 */
export function leadFirst(
  articles: readonly ArticleSummary[],
  pinned?: ArticleSummary,
): readonly ArticleSummary[] {
  const pictured = articles.slice(0, NEWEST).find(({ picture }) => picture !== undefined);
  const lead = pinned ?? pictured ?? articles[0];
  if (lead === undefined) return articles;
  return [lead, ...articles.filter(({ path }) => path !== lead.path)];
}
