import { textOfHtml } from "../html/dom.ts";
import {
  EMPTY_ITEM,
  hostOf,
  type ImportedBody,
  type ImportedItem,
  type Note,
  type Reader,
  type SiteFacts,
} from "../imported-item.ts";
import { mediaOf } from "./feed-media.ts";
import { ownSummary, plainText, unescapedOnce } from "./plain-text.ts";
import { sourceIdOf } from "./source-id.ts";
import type { XmlPiece } from "./xml-cut.ts";
import {
  childOf,
  childrenOf,
  childText,
  innerHtml,
  textOf,
  type XmlElement,
} from "./xml-element.ts";
import { type PieceReading, readFeed } from "./xml-feed.ts";

/** The scheme by which Blogger tells posts, comments and settings apart. */
const KIND_SCHEME = "http://schemas.google.com/g/2005#kind";

/** Reads Atom 1.0, and exports of Blogger. */
export const readAtom: Reader = (source, { isForeign }) =>
  readFeed(source, "entry", (head) => {
    const name = plainText(head && htmlOf(childOf(head, "title")));
    const feedHost = hostOf(head && linkOf(head));
    const authors = head === undefined ? [] : authorsOf(head);
    const read = (element: XmlElement, piece: XmlPiece): PieceReading => {
      const kind = kindOf(element);
      if (kind !== "post" && kind !== "page") return { skipped: { what: "не статья", part: kind } };
      const item = toItem(element, piece, feedHost);
      const publication = { name, isOwn: !isForeign };
      // By RFC 4287 the authors of a feed are those of every entry without its own.
      const own = item.authors.length > 0 ? item.authors : authors;
      return { item: { ...item, authors: own, isPage: kind === "page", publication } };
    };
    return { site: head === undefined || isForeign ? undefined : siteOf(head, authors), read };
  });

function siteOf(feed: XmlElement, [author]: readonly string[]): SiteFacts {
  return {
    name: plainText(htmlOf(childOf(feed, "title"))),
    description: plainText(htmlOf(childOf(feed, "subtitle"))),
    author,
    language: feed.attributes.get("xml:lang"),
  };
}

function kindOf(element: XmlElement): string {
  const kind = childrenOf(element, "category").find(
    (one) => one.attributes.get("scheme") === KIND_SCHEME,
  );
  return kind?.attributes.get("term")?.replace(/^.*#/, "") ?? "post";
}

function toItem(
  element: XmlElement,
  { place, xml }: XmlPiece,
  host: string | undefined,
): ImportedItem {
  const { body, notes } = bodyOf(element);
  const media = mediaOf(element);
  const summary = plainText(htmlOf(childOf(element, "summary")));
  const text = body === undefined ? undefined : textOfHtml(body.text);
  const asBody: ImportedBody | undefined = body ?? textBody(element);
  return {
    ...EMPTY_ITEM,
    sourceId: sourceIdOf("atom", childText(element, "id") ?? linkOf(element), host, xml),
    place,
    title: plainText(htmlOf(childOf(element, "title"))),
    date: childText(element, "published", "issued", "updated", "modified"),
    updated: childText(element, "published") && childText(element, "updated"),
    summary: body === undefined ? undefined : ownSummary(summary, text),
    authors: authorsOf(element),
    categories: categoriesOf(element),
    source: sourceOf(element),
    link: linkOf(element),
    draft: /<app:draft>\s*yes/.test(xml),
    image: media.image,
    body: withLinks(asBody, media.links),
    notes: [...notes, ...media.notes],
  };
}

function withLinks(
  body: ImportedBody | undefined,
  links: readonly string[],
): ImportedBody | undefined {
  const text = [body?.text, ...links].filter(Boolean).join("\n");
  return text === "" ? undefined : { format: "html", text };
}

function authorsOf(element: XmlElement): string[] {
  return childrenOf(element, "author")
    .map((one) => plainText(childText(one, "name")))
    .filter((one) => one !== undefined);
}

/** The summary of an entry without a text is its text. */
function textBody(element: XmlElement): ImportedBody | undefined {
  const media = childText(childOf(element, "media:group") ?? element, "media:description");
  const text = htmlOf(childOf(element, "summary")) ?? media;
  return text === undefined || text.trim() === "" ? undefined : { format: "html", text };
}

function bodyOf(element: XmlElement): {
  readonly body?: ImportedBody;
  readonly notes: readonly Note[];
} {
  const content = childOf(element, "content");
  const src = content?.attributes.get("src");
  if (src !== undefined)
    return { notes: [{ what: "текст лежит по другому адресу и не загружен", detail: src }] };
  const type = content?.attributes.get("type") ?? "text";
  if (/\//.test(type) && !/^text\/|xhtml/.test(type)) {
    return { notes: [{ what: "содержание не текст и не перенесено", detail: type }] };
  }
  const text = htmlOf(content)?.trim();
  return text === undefined || text === ""
    ? { notes: [] }
    : { body: { format: "html", text }, notes: [] };
}

/** @returns a text construct as HTML */
function htmlOf(element: XmlElement | undefined): string | undefined {
  if (element === undefined) return undefined;
  const type = element.attributes.get("type") ?? "text";
  if (type.includes("xhtml"))
    return innerHtml(childOf(element, "div") ?? childOf(element, "xhtml:div") ?? element);
  const text = textOf(element);
  if (type.includes("html")) return text && unescapedOnce(text);
  return text?.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

function linkOf(element: XmlElement): string | undefined {
  const links = childrenOf(element, "link");
  const own = links.find((one) => (one.attributes.get("rel") ?? "alternate") === "alternate");
  return own?.attributes.get("href")?.trim() || undefined;
}

function categoriesOf(element: XmlElement): string[] {
  return childrenOf(element, "category")
    .filter((one) => one.attributes.get("scheme") !== KIND_SCHEME)
    .map((one) => plainText(one.attributes.get("label") ?? one.attributes.get("term")))
    .filter((one) => one !== undefined);
}

function sourceOf(element: XmlElement): ImportedItem["source"] {
  const source = childOf(element, "source");
  const name = source && plainText(htmlOf(childOf(source, "title")));
  return source === undefined || name === undefined ? undefined : { name, url: linkOf(source) };
}
