import { labelPath, labelsOf, type NewsItem, newestFirst, oldestFirst } from "../content/index.ts";

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

/** @returns the items of each label by the path of its page, the newest first, of a series the oldest */
export function itemsByLabel(items: readonly NewsItem[]): Map<string, NewsItem[]> {
  const labels = new Map<string, NewsItem[]>();
  const series = new Set<string>();
  for (const item of newestFirst(items, pathOf)) {
    for (const label of labelsOf(item)) {
      const path = labelPath(label);
      const own = labels.get(path);
      if (own === undefined) labels.set(path, [item]);
      else own.push(item);
      if (label.kind === "series") series.add(path);
    }
  }
  for (const path of series) labels.set(path, oldestFirst(labels.get(path) ?? [], pathOf));
  return labels;
}

function pathOf({ path }: NewsItem): string {
  return path;
}
