import { allFeeds, type Feed } from "../feeds/feed.ts";
import type { FeedFormat } from "../feeds/formats.ts";
import type { FeedsPageData } from "../types.ts";

/** The data of a template of feeds: one feed of its format. */
export interface FeedPageData extends FeedsPageData {
  readonly feed: Feed;
}

/** A template that makes a page of each feed. */
export interface FeedPages {
  readonly data: {
    readonly pagination: {
      readonly data: string;
      readonly size: number;
      readonly alias: string;
      readonly before: (labels: unknown, data: FeedsPageData) => Feed[];
    };
    readonly permalink: (data: FeedPageData) => string;
  };
  readonly render: (data: FeedPageData) => string;
}

/**
 * Makes the template of all feeds in one format.
 *
 * @param write turns a feed into its file
 */
export function feedPages(format: FeedFormat, write: (feed: Feed) => string): FeedPages {
  return {
    data: {
      pagination: {
        data: "feeds.labels",
        size: 1,
        alias: "feed",
        before: (_labels, { site, feeds }) => allFeeds(site, feeds, format),
      },
      permalink: ({ feed }) => feed.path,
    },
    render: ({ feed }) => write(feed),
  };
}
