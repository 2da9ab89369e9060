import { allFeeds, type Feed } from "../../feeds/feed.ts";
import { toJsonFeed } from "../../feeds/json-feed.ts";
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
      allFeeds(site, feeds, "json"),
  },
  permalink: ({ feed }: Data) => feed.path,
};

export const render = ({ feed }: Data): string => toJsonFeed(feed);
