import type { NewsItem, Site } from "../../content/index.ts";
import type { LabelSummary } from "../types.ts";

export type FeedFormat = "rss" | "atom" | "json";

/** The file, the media type and the readable name of each format. */
export const FEED_FORMATS: Readonly<
  Record<FeedFormat, { readonly file: string; readonly type: string; readonly name: string }>
> = {
  rss: { file: "rss.xml", type: "application/rss+xml", name: "RSS" },
  atom: { file: "atom.xml", type: "application/atom+xml", name: "Atom" },
  json: { file: "feed.json", type: "application/feed+json", name: "JSON Feed" },
};

/**
 * Atom demands a time of each entry and of the feed (RFC 4287, 4.1.1 and 4.1.2), and we make up
 * none: its feeds hold what has a date, and where nothing has one there is no such feed.
 *
 * @param items of the feed, in any order
 */
export function hasAtom(items: readonly Pick<NewsItem, "date">[]): boolean {
  return items.some(({ date }) => date !== undefined);
}

/** For `<link rel="alternate">`. */
export interface FeedLink {
  /** The media type. */
  readonly type: string;
  readonly title: string;
  /** Its place in the site, without the path prefix. */
  readonly path: string;
}

/**
 * The feeds that a page links to: those of the site, then those of its labels.
 *
 * @param items what a page knows of what the feeds hold: its article, or the items of its label;
 * without a dated one among them no Atom feed is linked, for none may be there
 * @param labels to which all of `items` belong
 */
export function feedLinks(
  site: Pick<Site, "name">,
  items: readonly Pick<NewsItem, "date">[] = [],
  labels: readonly Pick<LabelSummary, "name" | "path">[] = [],
): FeedLink[] {
  const formats = Object.values(FEED_FORMATS).filter(
    (format) => format !== FEED_FORMATS.atom || hasAtom(items),
  );
  const linksOf = (name: string, home: string): FeedLink[] =>
    formats.map((format) => {
      return { type: format.type, title: `${name}: ${format.name}`, path: home + format.file };
    });
  return [
    ...linksOf(site.name, "/"),
    ...labels.flatMap(({ name, path }) => linksOf(`${name} — ${site.name}`, path)),
  ];
}
