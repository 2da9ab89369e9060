import type { ArchiveLists, FeedSource } from "../types.ts";

/** How many of the newest items a feed holds. */
export const FEED_SIZE = 30;

/**
 * @returns what of the lists of an archive its feeds tell, and nothing more: they are made anew where this
 *   differs
 */
export function feedSource(lists: ArchiveLists): Omit<FeedSource, "texts"> {
  const labels = [...lists.topics, ...lists.authors, ...lists.sections];
  return {
    articles: lists.articles.slice(0, FEED_SIZE),
    headlines: lists.headlines.slice(0, FEED_SIZE),
    labels: labels.map(({ kind, name, path, items }) => {
      return { kind, name, path, items: items.slice(0, FEED_SIZE) };
    }),
  };
}

/** @returns the paths of all that some feed may hold */
export function pathsIn({ articles, labels }: Omit<FeedSource, "texts">): ReadonlySet<string> {
  const items = [...articles, ...labels.flatMap((label) => label.items)];
  return new Set(items.map(({ path }) => path));
}
