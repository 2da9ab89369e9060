import type { Article, ArticleSummary } from "./types.ts";

type ArticleOnly = Exclude<keyof Article, keyof ArticleSummary>;

/** The compiler refuses it as soon as a field of articles alone is missing here. */
const ARTICLE_ONLY: Readonly<Record<ArticleOnly, true>> = {
  html: true,
  images: true,
  headings: true,
  readingMinutes: true,
  corrections: true,
  aliases: true,
  translations: true,
  isClosed: true,
};

/** @returns what lists show of an article, and nothing else of it */
export function toSummary(article: Article): ArticleSummary {
  const fields = Object.entries(article).filter(([name]) => !Object.hasOwn(ARTICLE_ONLY, name));
  return Object.fromEntries(fields) as unknown as ArticleSummary;
}
