import { textOfHtml } from "../html/dom.ts";
import {
  EMPTY_ITEM,
  hostOf,
  type ImportedBody,
  type ImportedItem,
  type Publication,
  type Reader,
  type SiteFacts,
} from "../imported-item.ts";
import { mediaOf } from "./feed-media.ts";
import { ownSummary, plainText, unescapedOnce } from "./plain-text.ts";
import { sourceIdOf } from "./source-id.ts";
import type { XmlPiece } from "./xml-cut.ts";
import { childOf, childrenOf, childText, textOf, type XmlElement } from "./xml-element.ts";
import { readFeed } from "./xml-feed.ts";

/** Reads RSS 2.0, with the modules that Russian feeds use: content, dc, media, yandex. */
export const readRss: Reader = (source, { isForeign, sourceName }) =>
  readFeed(source, "item", (head) => {
    const channel = {
      name: plainText(head && childText(head, "title")),
      link: head && childText(head, "link"),
      sourceName,
    };
    return {
      site: head === undefined || isForeign ? undefined : siteOf(head),
      read: (element, piece) => ({ item: toItem(element, piece, channel, isForeign) }),
    };
  });

/** @returns what a feed or an export of WordPress says of its site */
export function siteOf(channel: XmlElement): SiteFacts {
  return {
    name: plainText(childText(channel, "title")),
    description: plainText(childText(channel, "description")),
    language: childText(channel, "language"),
  };
}

interface Channel {
  readonly name?: string | undefined;
  readonly link?: string | undefined;
  /** Used without a link. */
  readonly sourceName?: string | undefined;
}

function nameOf({ link, sourceName }: Channel): string | undefined {
  return hostOf(link) ?? sourceName;
}

function toItem(
  element: XmlElement,
  { place, xml }: XmlPiece,
  channel: Channel,
  isForeign: boolean,
): ImportedItem {
  const link = linkOf(element);
  const media = mediaOf(element);
  const { body, summary } = textsOf(element, media.links);
  return {
    ...EMPTY_ITEM,
    sourceId: sourceIdOf("rss", childText(element, "guid") ?? link, nameOf(channel), xml),
    place,
    title: plainText(childText(element, "title")),
    date: childText(element, "pubDate", "dc:date", "published"),
    updated: childText(element, "atom:updated", "dcterms:modified"),
    summary,
    authors: authorsOf(element),
    categories: childrenOf(element, "category")
      .map((one) => plainText(textOf(one)))
      .filter((one) => one !== undefined),
    source: sourceOf(element),
    publication: publicationOf(link, channel, isForeign),
    link,
    image: media.image,
    body,
    notes: media.notes,
  };
}

/** A feed that links to other sites has its news from them. */
function publicationOf(
  link: string | undefined,
  channel: Channel,
  isForeign: boolean,
): Publication {
  const [host, own] = [hostOf(link), hostOf(channel.link)];
  const isElsewhere = host !== undefined && own !== undefined && host !== own;
  return isElsewhere ? { name: host, isOwn: false } : { name: channel.name, isOwn: !isForeign };
}

/** A guid is an address unless it says that it is none. */
function linkOf(element: XmlElement): string | undefined {
  const link = childText(element, "feedburner:origLink", "link");
  if (link !== undefined) return link;
  const guid = childOf(element, "guid");
  const text = textOf(guid);
  return guid?.attributes.get("isPermaLink") !== "false" && URL.canParse(text ?? "")
    ? text
    : undefined;
}

function textsOf(element: XmlElement, links: readonly string[]) {
  const description = childText(element, "description", "itunes:summary");
  const full = childText(element, "content:encoded", "yandex:full-text", "fulltext");
  const main = full ?? description;
  const html = [main && unescapedOnce(main), ...links].filter(Boolean).join("\n");
  const body: ImportedBody | undefined = html === "" ? undefined : { format: "html", text: html };
  const summary =
    full === undefined ? undefined : ownSummary(plainText(description), textOfHtml(full));
  return { body, summary };
}

/** RSS has an address of mail there, with a name in brackets at best. */
function authorsOf(element: XmlElement): string[] {
  const people = ["atom:author", "author"].flatMap((name) => childrenOf(element, name));
  const names = [
    ...childrenOf(element, "dc:creator").map((one) => textOf(one)),
    ...people.map((one) => childText(one, "atom:name", "name")),
    childText(element, "itunes:author"),
  ]
    .map(plainText)
    .filter((one) => one !== undefined);
  if (names.length > 0) return [...new Set(names)];
  const author = plainText(childText(element, "author")) ?? "";
  const name = /\(([^()]+)\)\s*$/.exec(author)?.[1] ?? author;
  return name === "" || /^\S+@\S+$/.test(name) ? [] : [name];
}

function sourceOf(element: XmlElement): ImportedItem["source"] {
  const source = childOf(element, "source");
  const name = plainText(textOf(source));
  return name === undefined ? undefined : { name, url: source?.attributes.get("url") };
}
