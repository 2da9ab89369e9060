import { toAtom } from "../../feeds/atom.ts";
import { allFeeds, type Feed } from "../../feeds/feed.ts";
import type { ShelfPageData, TopicSummary } from "../../types.ts";

interface Data extends ShelfPageData {
  readonly feed: Feed;
}

export const data = {
  pagination: {
    data: "shelf.topics",
    size: 1,
    alias: "feed",
    before: (_topics: readonly TopicSummary[], { site, shelf }: ShelfPageData): Feed[] =>
      allFeeds(site, shelf, "atom"),
  },
  permalink: ({ feed }: Data) => feed.path,
};

export const render = ({ feed }: Data): string => toAtom(feed);
