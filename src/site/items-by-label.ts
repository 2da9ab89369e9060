import { labelPath, labelsOf, type NewsItem, newestFirst, oldestFirst } from "../content/index.ts";
import { entryOf } from "../language/maps.ts";

/** @returns the items of each label by the path of its page, the newest first, of a series the oldest */
export function itemsByLabel(items: readonly NewsItem[]): Map<string, NewsItem[]> {
  const labels = new Map<string, NewsItem[]>();
  const series = new Set<string>();
  for (const item of newestFirst(items, pathOf)) {
    for (const label of labelsOf(item)) {
      const path = labelPath(label);
      entryOf(labels, path, () => []).push(item);
      if (label.kind === "series") series.add(path);
    }
  }
  for (const path of series) labels.set(path, oldestFirst(labels.get(path) ?? [], pathOf));
  return labels;
}

function pathOf({ path }: NewsItem): string {
  return path;
}
