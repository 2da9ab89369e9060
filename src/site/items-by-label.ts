import { labelPath, labelsOf, type NewsItem, newestFirst, oldestFirst } from "../content/index.ts";
import { groupBy } from "../language/maps.ts";

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
