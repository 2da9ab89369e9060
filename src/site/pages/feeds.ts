import { toAtom } from "../feeds/atom.ts";
import { allFeeds, type Feed } from "../feeds/feed.ts";
import type { FeedFormat } from "../feeds/formats.ts";
import { toJsonFeed } from "../feeds/json-feed.ts";
import { toRss } from "../feeds/rss.ts";
import type { FeedsPageData } from "../types.ts";
import type { PageModules } from "./page-names.ts";

export interface Data extends FeedsPageData {
  readonly feed: Feed;
}

/** The template of all feeds in one format. */
function feedPages(format: FeedFormat, write: (feed: Feed) => string) {
  const before = (_labels: unknown, { site, feeds }: FeedsPageData): Feed[] =>
    allFeeds(site, feeds, format);
  return {
    data: {
      pagination: { data: "feeds.labels", size: 1, alias: "feed", before },
      permalink: ({ feed }: Data) => feed.path,
    },
    render: ({ feed }: Data) => write(feed),
  };
}

/** The feeds: whole texts are in them, so that they are made from more than lists are. */
export const FEED_PAGES = {
  atom: feedPages("atom", toAtom),
  "json-feed": feedPages("json", toJsonFeed),
  rss: feedPages("rss", toRss),
} satisfies PageModules<"feeds">;
