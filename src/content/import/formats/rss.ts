import { textOfHtml } from "../html/dom.ts";
import {
  EMPTY_ITEM,
  hostOf,
  type ImportedBody,
  type ImportedImage,
  type ImportedItem,
  type Note,
  type Publication,
  type Reader,
  type Reading,
} from "../imported-item.ts";
import { ownSummary, plainText } from "./plain-text.ts";
import { sourceIdOf } from "./source-id.ts";
import type { XmlPiece } from "./xml-cut.ts";
import { childOf, childrenOf, childText, textOf, type XmlElement } from "./xml-element.ts";
import { readHead, readPieces } from "./xml-feed.ts";

/** Reads RSS 2.0, with the modules that Russian feeds use: content, dc, media, yandex. */
export const readRss: Reader = function* (source, { isForeign, sourceName }): Generator<Reading> {
  const { head, problems } = readHead(source, "item");
  for (const problem of problems) yield { kind: "problem", problem, done: 0 };
  const channel = {
    name: plainText(head && childText(head, "title")),
    link: head && childText(head, "link"),
    sourceName,
  };
  yield* readPieces(source, "item", (element, piece) => {
    return { item: toItem(element, piece, channel, isForeign) };
  });
};

interface Channel {
  readonly name?: string | undefined;
  readonly link?: string | undefined;
  /** Where there is no link. */
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
      .filter(isText),
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
  const html = [main, ...links].filter(isText).join("\n");
  const body: ImportedBody | undefined = html === "" ? undefined : { format: "html", text: html };
  const summary =
    full === undefined ? undefined : ownSummary(plainText(description), textOfHtml(full));
  return { body, summary };
}

/** RSS has an address of mail there, with a name in brackets at best. */
function authorsOf(element: XmlElement): string[] {
  const names = childrenOf(element, "dc:creator")
    .map((one) => plainText(textOf(one)))
    .filter(isText);
  if (names.length > 0) return names;
  const author = plainText(childText(element, "author")) ?? "";
  const name = /\(([^()]+)\)\s*$/.exec(author)?.[1] ?? author;
  return name === "" || /^\S+@\S+$/.test(name) ? [] : [name];
}

function sourceOf(element: XmlElement): ImportedItem["source"] {
  const source = childOf(element, "source");
  const name = plainText(textOf(source));
  return name === undefined ? undefined : { name, url: source?.attributes.get("url") };
}

interface Media {
  readonly image?: ImportedImage | undefined;
  /** HTML of what is heard or seen elsewhere. */
  readonly links: readonly string[];
  readonly notes: readonly Note[];
}

/** The first image is the picture; sounds and films become links under the text. */
function mediaOf(element: XmlElement): Media {
  const group = childOf(element, "media:group") ?? element;
  const all = [element, group].flatMap((one) =>
    ["enclosure", "media:content", "media:thumbnail"].flatMap((name) => childrenOf(one, name)),
  );
  const found = [...new Set(all)].flatMap((one) => {
    const url = one.attributes.get("url")?.trim();
    return url === undefined || url === "" ? [] : [{ url, isImage: isImage(one, url) }];
  });
  const images = found.filter((one) => one.isImage).map(({ url }) => url);
  const others = [...new Set(found.filter((one) => !one.isImage).map(({ url }) => url))];
  const [src, ...more] = new Set(images);
  return {
    image: src === undefined ? undefined : { src },
    links: others.map((url) => `<p><a href="${attributeText(url)}">${attributeText(url)}</a></p>`),
    notes: [
      ...others.map((url) => ({ what: "вложение стало ссылкой под текстом", detail: url })),
      ...more.map((url) => ({
        what: "у материала больше одной картинки, взята первая",
        detail: url,
      })),
    ],
  };
}

function isImage(element: XmlElement, url: string): boolean {
  const type = element.attributes.get("type") ?? element.attributes.get("medium") ?? "";
  if (type !== "") return type.startsWith("image");
  return (
    element.name === "media:thumbnail" || /\.(?:avif|gif|jpe?g|png|svg|webp)(?:$|\?)/i.test(url)
  );
}

function attributeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}

function isText(text: string | undefined): text is string {
  return text !== undefined && text !== "";
}
