import { type ArticleSummary, topicPath } from "../../../src/content/index.ts";

/** A list of articles, which has pages. */
export interface NamedList {
  readonly name: string;
  readonly path: string;
  readonly items: readonly ArticleSummary[];
}

/** @returns the list of all articles and that of each topic, in the order of the articles */
export function listsOf(articles: readonly ArticleSummary[]): NamedList[] {
  const topics = new Map<string, NamedList & { items: ArticleSummary[] }>();
  for (const article of articles) {
    for (const { name, slug } of article.topics) {
      const topic = topics.get(slug) ?? { name, path: topicPath(slug), items: [] };
      topics.set(slug, topic);
      topic.items.push(article);
    }
  }
  return [{ name: "Статьи", path: "/archive/", items: articles }, ...topics.values()];
}
