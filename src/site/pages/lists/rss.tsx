import { allFeeds, type Feed } from "../../feeds/feed.ts";
import { toRss } from "../../feeds/rss.ts";
import type { LabelSummary, ListsPageData } from "../../types.ts";

interface Data extends ListsPageData {
  readonly feed: Feed;
}

export const data = {
  pagination: {
    data: "lists.topics",
    size: 1,
    alias: "feed",
    before: (_topics: readonly LabelSummary[], { site, lists }: ListsPageData): Feed[] =>
      allFeeds(site, lists, "rss"),
  },
  permalink: ({ feed }: Data) => feed.path,
};

export const render = ({ feed }: Data): string => toRss(feed);
