import {
  type ArticleSummary,
  type Headline,
  type LabelKind,
  type NewsItem,
  newestFirst,
  type Site,
} from "../../content/index.ts";
import { type MessageKey, text } from "../../interface/index.ts";
import type { FeedLabel, FeedSource } from "../types.ts";
import { absoluteAddress } from "./address.ts";
import { FEED_FORMATS, type FeedFormat, hasAtom } from "./formats.ts";
import { type FeedItem, toFeedItem } from "./item.ts";
import { FEED_SIZE } from "./source.ts";

/** What all formats of a feed are written from. */
export interface Feed {
  readonly title: string;
  readonly description: string;
  /** A BCP 47 tag. */
  readonly language: string;
  /** An IANA zone, in which a day begins. */
  readonly timeZone: string;
  /** The site's name: whose feed it is. */
  readonly publisher: string;
  /** Of a square picture of 512 pixels. */
  readonly icon: string;
  /** The page that holds the same. */
  readonly home: string;
  /** Its own place in the site without the prefix, and its own address. */
  readonly path: string;
  readonly self: string;
  /** The newest first, those without a date last. */
  readonly items: readonly FeedItem[];
}

/**
 * The feeds of the site, of its topics, authors and sections in one format.
 *
 * @returns of Atom only those that hold something with a date
 */
export function allFeeds(site: Site, source: FeedSource, format: FeedFormat): Feed[] {
  const ofLabels = source.labels.map((label) => labelFeed(site, label, format, source.texts));
  const feeds = [siteFeed(site, source, format), ...ofLabels];
  return format === "atom" ? feeds.filter(({ items }) => hasAtom(items)) : feeds;
}

/** The newest articles and headlines of the whole site. */
export function siteFeed(
  site: Site,
  { articles, headlines, texts }: Omit<FeedSource, "labels">,
  format: FeedFormat,
): Feed {
  const about = { title: site.name, description: site.description };
  return toFeed(
    site,
    { path: "/", ...about, items: inOneList(articles, headlines) },
    format,
    texts,
  );
}

/** The newest of what belongs to a label. */
export function labelFeed(
  site: Site,
  { kind, name, path, items }: FeedLabel,
  format: FeedFormat,
  texts: FeedSource["texts"],
): Feed {
  const description = text(site, DESCRIPTIONS[kind], { name });
  const about = { title: `${name} — ${site.name}`, description };
  return toFeed(site, { path, ...about, items }, format, texts);
}

const DESCRIPTIONS = {
  topic: "feed.topic",
  author: "feed.author",
  series: "series.title",
  section: "feed.section",
} as const satisfies Record<LabelKind, MessageKey>;

/** Items of one time, and undated ones, keep their order. */
function inOneList(
  articles: readonly ArticleSummary[],
  headlines: readonly Headline[],
): readonly NewsItem[] {
  const items: readonly NewsItem[] = [...articles, ...headlines];
  const position = new Map(items.map((item, index) => [item, String(index).padStart(9, "0")]));
  return newestFirst(items, (item) => position.get(item) ?? "");
}

/** The subject of a feed. */
interface Subject extends Pick<Feed, "title" | "description"> {
  /** Of the page that holds the same. */
  readonly path: string;
  readonly items: readonly NewsItem[];
}

function toFeed(
  site: Site,
  { path: home, title, description, items }: Subject,
  format: FeedFormat,
  texts: FeedSource["texts"],
): Feed {
  const path = `${home}${FEED_FORMATS[format].file}`;
  return {
    title,
    description,
    language: site.language,
    timeZone: site.timeZone,
    publisher: site.name,
    icon: absoluteAddress(site, "/assets/icon-512.png"),
    home: absoluteAddress(site, home),
    path,
    self: absoluteAddress(site, path),
    items: items.slice(0, FEED_SIZE).map((item) => toFeedItem(site, item, texts[item.path])),
  };
}
