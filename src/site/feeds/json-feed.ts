import type { Feed } from "./feed.ts";
import type { FeedAuthor, FeedItem } from "./item.ts";
import { rfc3339 } from "./moments.ts";

/** Writes a feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function toJsonFeed(feed: Feed): string {
  const json = {
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.self,
    description: feed.description,
    icon: feed.icon,
    language: feed.language,
    items: feed.items.map((item) => toItem(item, feed)),
  };
  return `${JSON.stringify(json, undefined, 2)}\n`;
}

/** Undefined fields are left out when it is written. */
function toItem(item: FeedItem, { language, timeZone }: Feed) {
  return {
    id: item.address,
    url: item.address,
    external_url: item.link,
    title: item.title,
    ...contentOf(item),
    image: item.image?.address,
    date_published: item.date && rfc3339(item.date, timeZone),
    date_modified: item.updated && rfc3339(item.updated, timeZone),
    authors: item.authors.length === 0 ? undefined : item.authors.map(toAuthor),
    tags: item.topics.length === 0 ? undefined : item.topics,
    language,
  };
}

/** Every item must have content, and all that there is of a headline is its title. */
function contentOf({ html, teaser, title, summary }: FeedItem) {
  if (html === undefined) return { content_text: teaser === "" ? title : teaser, summary };
  return { content_html: html, summary: teaser === "" ? undefined : teaser };
}

const toAuthor = ({ name, address }: FeedAuthor) => ({ name, url: address });
