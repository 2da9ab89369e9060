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
export function itemsByLabel(items: readonly NewsItem[]): Map<string, readonly NewsItem[]> {
  const labelled = newestFirst(items, pathOf).flatMap((item) =>
    labelsOf(item).map((label) => ({ item, label })),
  );
  const labels = [...groupBy(labelled, ({ label }) => labelPath(label))].map(([path, own]) => {
    const its = own.map(({ item }) => item);
    return [path, own[0].label.kind === "series" ? oldestFirst(its, pathOf) : its] as const;
  });
  return new Map(labels);
}

function pathOf({ path }: NewsItem): string {
  return path;
}
