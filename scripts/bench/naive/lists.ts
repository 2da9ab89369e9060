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

/** One page of a list that is cut into several. */
export interface ListPage<Item> {
  readonly items: readonly Item[];
  /** Counted from 1. */
  readonly number: number;
  readonly total: number;
}

const SIZE = 30;

/** Cuts a list into pages. */
export function cut<Item>(items: readonly Item[]): ListPage<Item>[] {
  const total = Math.max(1, Math.ceil(items.length / SIZE));
  return Array.from({ length: total }, (_, index) => ({
    items: items.slice(index * SIZE, (index + 1) * SIZE),
    number: index + 1,
    total,
  }));
}

/** @returns where a page of a list lives */
export function pathIn(list: string, number: number): string {
  return number === 1 ? list : `${list}page/${number}/`;
}
