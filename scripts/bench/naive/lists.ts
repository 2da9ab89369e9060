import { type ArticleSummary, topicPath } from "../../../src/content/index.ts";

/** A topic with all that belongs to it. */
export interface Topic {
  readonly name: string;
  readonly path: string;
  readonly items: readonly ArticleSummary[];
}

/** @returns the topics of the articles, each with its articles in their order */
export function topicsOf(articles: readonly ArticleSummary[]): Topic[] {
  const topics = new Map<string, Topic & { items: ArticleSummary[] }>();
  for (const article of articles) {
    for (const { name, slug } of article.topics) {
      const topic = topics.get(slug) ?? { name, path: topicPath(slug), items: [] };
      topics.set(slug, topic);
      topic.items.push(article);
    }
  }
  return [...topics.values()];
}
