import { newestFirst } from "./dates.ts";
import { topicPath } from "./paths.ts";
import type { NewsItem, Topic } from "./types.ts";

/**
 * Gathers what belongs to each topic.
 *
 * @param items articles and headlines
 * @returns the topics in the order of the alphabet, each with its items, the newest first; a
 *   topic that is written in several ways has the name under which it came first
 */
export function gatherTopics(items: readonly NewsItem[]): Topic[] {
  const topics = new Map<string, { name: string; items: NewsItem[] }>();
  for (const item of items) {
    for (const { name, slug } of item.topics) {
      const topic = topics.get(slug) ?? { name, items: [] };
      topic.items.push(item);
      topics.set(slug, topic);
    }
  }
  const gathered = [...topics].map(([slug, { name, items: own }]) => {
    return { slug, name, path: topicPath(slug), items: newestFirst(own, (item) => item.path) };
  });
  return gathered.sort((a, b) => a.name.localeCompare(b.name, "ru"));
}
