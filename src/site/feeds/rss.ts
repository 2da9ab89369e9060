import type { Feed, FeedItem } from "./feed.ts";
import { FEED_FORMATS } from "./formats.ts";
import { newestChange, rfc822 } from "./moments.ts";
import { toXml, type XmlElement } from "./xml.ts";

/**
 * Writes a feed as RSS 2.0 (https://www.rssboard.org/rss-specification), with authors by Dublin
 * Core, for RSS itself knows an author by an address of mail only.
 */
export function toRss(feed: Feed): string {
  const newest = newestChange(feed.items);
  return toXml({
    rss: {
      "@version": "2.0",
      "@xmlns:atom": "http://www.w3.org/2005/Atom",
      "@xmlns:dc": "http://purl.org/dc/elements/1.1/",
      channel: {
        title: feed.title,
        link: feed.home,
        description: toHtml(feed.description),
        language: feed.language,
        lastBuildDate: newest && rfc822(newest, feed.timeZone),
        "atom:link": { "@href": feed.self, "@rel": "self", "@type": FEED_FORMATS.rss.type },
        item: feed.items.map((item) => toItem(item, feed)),
      },
    },
  });
}

function toItem(item: FeedItem, { timeZone }: Feed): XmlElement {
  return {
    title: item.title,
    link: item.address,
    description: item.teaser === "" ? undefined : toHtml(item.teaser),
    "dc:creator": item.authors,
    category: item.topics,
    guid: { "@isPermaLink": "true", "#text": item.address },
    pubDate: item.date && rfc822(item.date, timeZone),
  };
}

/** A description is HTML: without this, what looks like a tag would be taken for one. */
function toHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
