import { type NewsItem, newestFirst } from "../content/index.ts";

/**
 * @param items in any order
 * @param key what those that belong together have in common
 * @returns the items of each key, keys and items in the order in which they came
 */
export function groupBy<Item>(
  items: readonly Item[],
  key: (item: Item) => string,
): Map<string, [Item, ...Item[]]> {
  const groups = new Map<string, [Item, ...Item[]]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}

/** @returns the items of each topic by its slug, the newest first */
export function itemsByTopic(items: readonly NewsItem[]): Map<string, NewsItem[]> {
  const topics = new Map<string, NewsItem[]>();
  for (const item of newestFirst(items, ({ path }) => path)) {
    for (const { slug } of item.topics) {
      const own = topics.get(slug);
      if (own === undefined) topics.set(slug, [item]);
      else own.push(item);
    }
  }
  return topics;
}
