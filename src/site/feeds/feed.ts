import {
  type ArticleSummary,
  type Headline,
  type LabelKind,
  type NewsItem,
  newestFirst,
  type PublicationDate,
  type Site,
} from "../../content/index.ts";
import { type MessageKey, text } from "../../interface/index.ts";
import { teaser } from "../components/news-list.tsx";
import type { ArchiveLists, LabelSummary } from "../types.ts";
import { absoluteAddress } from "./address.ts";
import { FEED_FORMATS, type FeedFormat, hasAtom } from "./formats.ts";

/** How many of the newest items a feed holds. */
export const FEED_SIZE = 30;

/** An article or a headline as feeds tell of it; texts are plain, addresses absolute. */
export interface FeedItem {
  /** Its place in the site, and what it is known by for ever. */
  readonly address: string;
  readonly title: string;
  /** Its beginning, or the editor's summary; empty for a headline, which is its title. */
  readonly teaser: string;
  /** The editor's summary. */
  readonly summary?: string | undefined;
  readonly date?: PublicationDate | undefined;
  readonly updated?: PublicationDate | undefined;
  readonly authors: readonly string[];
  readonly topics: readonly string[];
  readonly image?: string | undefined;
  /** Where the whole story of a headline is. */
  readonly link?: string | undefined;
  /** Where an article was taken from. */
  readonly source?: string | undefined;
}

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
export function allFeeds(site: Site, lists: ArchiveLists, format: FeedFormat): Feed[] {
  const labels = [...lists.topics, ...lists.authors, ...lists.sections];
  const ofLabels = labels.map((label) => labelFeed(site, label, format));
  const feeds = [siteFeed(site, lists, format), ...ofLabels];
  return format === "atom" ? feeds.filter(({ items }) => hasAtom(items)) : feeds;
}

/** The newest articles and headlines of the whole site. */
export function siteFeed(
  site: Site,
  { articles, headlines }: Pick<ArchiveLists, "articles" | "headlines">,
  format: FeedFormat,
): Feed {
  const texts = { title: site.name, description: site.description };
  return toFeed(site, "/", format, texts, inOneList(articles, headlines));
}

/** The newest of what belongs to a label. */
export function labelFeed(site: Site, label: LabelSummary, format: FeedFormat): Feed {
  const title = `${label.name} — ${site.name}`;
  const description = text(site, DESCRIPTIONS[label.kind], { name: label.name });
  return toFeed(site, label.path, format, { title, description }, label.items);
}

const DESCRIPTIONS = {
  topic: "feed.topic",
  author: "feed.author",
  series: "series.title",
  section: "feed.section",
} as const satisfies Record<LabelKind, MessageKey>;

/** What is of one time, and what has no date, keeps the order in which it came. */
function inOneList(
  articles: readonly ArticleSummary[],
  headlines: readonly Headline[],
): readonly NewsItem[] {
  const items: readonly NewsItem[] = [...articles, ...headlines];
  const position = new Map(items.map((item, index) => [item, String(index).padStart(9, "0")]));
  return newestFirst(items, (item) => position.get(item) ?? "");
}

function toFeed(
  site: Site,
  home: string,
  format: FeedFormat,
  texts: Pick<Feed, "title" | "description">,
  items: readonly NewsItem[],
): Feed {
  const path = `${home}${FEED_FORMATS[format].file}`;
  return {
    ...texts,
    language: site.language,
    timeZone: site.timeZone,
    publisher: site.name,
    icon: absoluteAddress(site, "/assets/icon-512.png"),
    home: absoluteAddress(site, home),
    path,
    self: absoluteAddress(site, path),
    items: items.slice(0, FEED_SIZE).map((item) => toFeedItem(site, item)),
  };
}

function toFeedItem(site: Site, item: NewsItem): FeedItem {
  const { date, source } = item;
  const common = {
    address: absoluteAddress(site, item.path),
    date,
    topics: item.topics.map(({ name }) => name),
    source: source?.url === undefined ? undefined : absoluteLink(site, source.url),
  };
  if (item.kind === "headline") {
    const link = item.link === undefined ? undefined : absoluteLink(site, item.link);
    return { ...common, title: item.text, teaser: "", authors: [], link };
  }
  const { title, summary, updated, authors, picture } = item;
  const image = picture === undefined ? undefined : absoluteAddress(site, picture.path);
  return { ...common, title, teaser: teaser(item), summary, updated, authors, image };
}

/** @param link an absolute address, or a path inside the site with its prefix */
function absoluteLink(site: Site, link: string): string {
  return new URL(link, site.address).href;
}
