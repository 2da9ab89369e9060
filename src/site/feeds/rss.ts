import type { Feed } from "./feed.ts";
import { FEED_FORMATS } from "./formats.ts";
import type { FeedImage, FeedItem } from "./item.ts";
import { newestChange, rfc822 } from "./moments.ts";
import { toXml, type XmlElement } from "./xml.ts";

/**
 * Writes a feed as RSS 2.0 (https://www.rssboard.org/rss-specification, /rss-profile), with authors by Dublin
 * Core, for RSS itself knows an author by an address of mail only; whole texts by its module Content, and
 * pictures by Media RSS besides its own way, for some readers know the one and some the other.
 */
export function toRss(feed: Feed): string {
  const newest = newestChange(feed.items);
  return toXml({
    rss: {
      "@version": "2.0",
      "@xmlns:atom": "http://www.w3.org/2005/Atom",
      "@xmlns:content": "http://purl.org/rss/1.0/modules/content/",
      "@xmlns:dc": "http://purl.org/dc/elements/1.1/",
      "@xmlns:media": "http://search.yahoo.com/mrss/",
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
    // The link leads to the story; the id stays ours.
    link: item.link ?? item.address,
    description: item.teaser === "" ? undefined : toHtml(item.teaser),
    "content:encoded": item.html,
    "dc:creator": item.authors.map(({ name }) => name),
    category: item.topics,
    guid: { "@isPermaLink": "true", "#text": item.address },
    pubDate: item.date && rfc822(item.date, timeZone),
    ...(item.image === undefined ? {} : picturesOf(item.image)),
  };
}

/** How long the file is nobody knows before all are made: 0 says so (rss-profile, «enclosure»). */
function picturesOf({ address, type, width, height, caption }: FeedImage): XmlElement {
  const size = { "@width": `${width}`, "@height": `${height}` };
  return {
    enclosure: { "@url": address, "@length": "0", "@type": type },
    "media:content": {
      ...{ "@url": address, "@type": type, "@medium": "image", ...size },
      "media:description": caption,
    },
  };
}

/** A description is HTML: without this, what looks like a tag would be taken for one. */
function toHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
