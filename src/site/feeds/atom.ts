import type { PublicationDate } from "../../content/index.ts";
import type { Feed } from "./feed.ts";
import { FEED_FORMATS } from "./formats.ts";
import type { FeedItem } from "./item.ts";
import { newestChange, rfc3339 } from "./moments.ts";
import { toXml, type XmlElement } from "./xml.ts";

/**
 * Writes the dated items of a feed as Atom (RFC 4287).
 *
 * @throws RangeError where nothing has a date: `hasAtom` tells beforehand
 */
export function toAtom(feed: Feed): string {
  const entries = feed.items.flatMap((item) => {
    return item.date === undefined ? [] : [toEntry(item, item.date, feed.timeZone)];
  });
  const newest = newestChange(feed.items.filter(({ date }) => date !== undefined));
  if (newest === undefined) throw new RangeError(`nothing in ${feed.path} has a date`);
  return toXml({
    feed: {
      "@xmlns": "http://www.w3.org/2005/Atom",
      "@xml:lang": feed.language,
      id: feed.home,
      title: feed.title,
      subtitle: feed.description,
      link: [
        { "@rel": "self", "@type": FEED_FORMATS.atom.type, "@href": feed.self },
        { "@rel": "alternate", "@type": "text/html", "@href": feed.home },
      ],
      updated: rfc3339(newest, feed.timeZone),
      // It has to name somebody, and stands for those entries that name nobody (4.1.1).
      author: { name: feed.publisher },
      icon: feed.icon,
      entry: entries,
    },
  });
}

function toEntry(item: FeedItem, date: PublicationDate, timeZone: string): XmlElement {
  return {
    id: item.address,
    title: item.title,
    link: linksOf(item),
    published: rfc3339(date, timeZone),
    updated: rfc3339(item.updated ?? date, timeZone),
    author: item.authors.map(({ name, address }) => ({ name, uri: address })),
    category: item.topics.map((topic) => ({ "@term": topic })),
    summary: item.teaser === "" ? undefined : item.teaser,
    content: item.html === undefined ? undefined : { "@type": "html", "#text": item.html },
  };
}

/** Readers open the alternate one: the story itself, where a headline leads to one. */
function linksOf({ address, link, source, image }: FeedItem): XmlElement[] {
  const own = { "@type": "text/html", "@href": address };
  return [
    link === undefined ? { "@rel": "alternate", ...own } : { "@rel": "alternate", "@href": link },
    ...(link === undefined ? [] : [{ "@rel": "related", ...own }]),
    ...linkTo("via", source),
    ...(image === undefined
      ? []
      : [{ "@rel": "enclosure", "@type": image.type, "@href": image.address }]),
  ];
}

function linkTo(relation: string, address: string | undefined): XmlElement[] {
  return address === undefined ? [] : [{ "@rel": relation, "@href": address }];
}
