import { allFeeds, type Feed } from "../../feeds/feed.ts";
import { toRss } from "../../feeds/rss.ts";
import type { FeedsPageData } from "../../types.ts";

interface Data extends FeedsPageData {
  readonly feed: Feed;
}

export const data = {
  pagination: {
    data: "feeds.labels",
    size: 1,
    alias: "feed",
    before: (_labels: unknown, { site, feeds }: FeedsPageData): Feed[] =>
      allFeeds(site, feeds, "rss"),
  },
  permalink: ({ feed }: Data) => feed.path,
};

export const render = ({ feed }: Data): string => toRss(feed);
