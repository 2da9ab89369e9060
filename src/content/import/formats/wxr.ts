import { decodedPart } from "../../model/paths.ts";
import {
  EMPTY_ITEM,
  hostOf,
  type ImportedItem,
  type Note,
  type Reader,
  type TellNote,
} from "../imported-item.ts";
import type { NoteName } from "../note-kinds.ts";
import { plainText } from "./plain-text.ts";
import { siteOf } from "./rss.ts";
import { sourceIdOf } from "./source-id.ts";
import { termNames, unknownParts } from "./wordpress-facts.ts";
import { withBlockFootnotes } from "./wordpress-footnotes.ts";
import { withGalleries } from "./wordpress-gallery.ts";
import { type BlogLibrary, libraryOf, metaOf, withSharedBlocks } from "./wordpress-records.ts";
import { shortcodesToHtml } from "./wordpress-shortcodes.ts";
import type { XmlPiece } from "./xml-cut.ts";
import { childrenOf, childText, type XmlElement } from "./xml-element.ts";
import { type PieceReading, readFeed } from "./xml-feed.ts";

/** Types of records that are no posts. */
const SERVICE_TYPES = new Set([
  "nav_menu_item",
  "revision",
  "custom_css",
  "customize_changeset",
  "oembed_cache",
  "user_request",
  "wp_block",
  "wp_template",
  "wp_template_part",
  "wp_global_styles",
  "wp_navigation",
  "wp_font_family",
  "wp_font_face",
  "acf-field",
  "acf-field-group",
  "wpcf7_contact_form",
]);

interface Blog {
  readonly host: string | undefined;
  /** The prefix of its paths: /blog; empty at the root of a host. */
  readonly root: string;
  /** From logins to the names that readers see. */
  readonly authors: ReadonlyMap<string, string>;
  readonly library: BlogLibrary;
}

/** Reads an export of WordPress (WXR 1.x). */
export const readWxr: Reader = (source) =>
  readFeed(source, "item", (head) => {
    const given = head && childText(head, "wp:base_blog_url", "link", "wp:base_site_url");
    const address = given !== undefined && URL.canParse(given) ? given : undefined;
    const authors = head === undefined ? [] : childrenOf(head, "wp:author").flatMap(authorName);
    const blog: Blog = {
      host: hostOf(address),
      root: address === undefined ? "" : new URL(address).pathname.replace(/\/+$/, ""),
      authors: new Map(authors),
      library: libraryOf(source),
    };
    return {
      site: head && siteOf(head),
      read: (element, piece) => readPiece(element, piece, blog),
    };
  });

function authorName(author: XmlElement): (readonly [string, string])[] {
  const login = childText(author, "wp:author_login");
  const name = plainText(childText(author, "wp:author_display_name"));
  return login === undefined || name === undefined ? [] : [[login, name]];
}

function readPiece(element: XmlElement, piece: XmlPiece, blog: Blog): PieceReading {
  const type = childText(element, "wp:post_type") ?? "post";
  const status = childText(element, "wp:status") ?? "publish";
  const title = plainText(childText(element, "title"));
  const skip = (what: NoteName, part?: string): PieceReading => ({
    skipped: { what, part, detail: title },
  });
  if (type === "attachment") return skip("вложение: картинки берутся из папки --images");
  if (SERVICE_TYPES.has(type)) return skip("служебная запись WordPress", type);
  if (status === "trash") return skip("запись в корзине");
  const text = childText(element, "content:encoded");
  if (status === "auto-draft" && text === undefined) return skip("пустой черновик");
  return { item: toItem(element, piece, blog, type, status) };
}

function toItem(
  element: XmlElement,
  { place, xml }: XmlPiece,
  blog: Blog,
  type: string,
  status: string,
): ImportedItem {
  const notes: Note[] = [];
  const html = htmlOf(element, blog.library, (note) => void notes.push(note));
  const name = childText(element, "wp:post_name");
  const isPublic = ["publish", "future", "inherit"].includes(status) && !isProtected(element);
  const picture = blog.library.attachments.get(metaOf(element, "_thumbnail_id") ?? "");
  return {
    ...EMPTY_ITEM,
    sourceId: sourceIdOf(
      "wp",
      childText(element, "wp:post_id") ?? childText(element, "guid"),
      blog.host,
      xml,
    ),
    place,
    title: plainText(childText(element, "title")),
    date: dateOf(element, "wp:post_date") ?? pubDateOf(element),
    updated: dateOf(element, "wp:post_modified"),
    summary: plainText(childText(element, "excerpt:encoded")),
    authors: authorsOf(element, blog),
    categories: termNames(element, "category"),
    tags: termNames(element, "post_tag"),
    publication: { isOwn: true },
    link: publicLink(childText(element, "link")),
    addresses: shortLinks(element, blog, type),
    slug: name === undefined ? undefined : decodedPart(name),
    draft: !isPublic,
    isPage: type === "page",
    isPinned: childText(element, "wp:is_sticky") === "1" || undefined,
    image: picture && { src: picture.url, alt: picture.alt, caption: picture.caption },
    body: html.trim() === "" ? undefined : { format: "html", text: html, isLoose: true },
    written: childText(element, "content:encoded"),
    notes: [...notes, ...lossesOf(element, type, status, blog.library), ...unknownParts(element)],
  };
}

function htmlOf(element: XmlElement, library: BlogLibrary, note: TellNote): string {
  const written = childText(element, "content:encoded") ?? "";
  const shared = withSharedBlocks(written, library, note);
  const noted = withBlockFootnotes(shared, metaOf(element, "footnotes"), note);
  const shown = withGalleries(noted, childText(element, "wp:post_id"), library, note);
  return shortcodesToHtml(shown, note);
}

/** A plugin keeps several authors as terms; WordPress itself has one login. */
function authorsOf(element: XmlElement, { authors }: Blog): string[] {
  const several = termNames(element, "author");
  const login = childText(element, "dc:creator");
  if (several.length > 0) return several;
  return login === undefined ? [] : [authors.get(login) ?? login];
}

function lossesOf(element: XmlElement, type: string, status: string, library: BlogLibrary): Note[] {
  const comments = childrenOf(element, "wp:comment").length;
  const thumbnail = metaOf(element, "_thumbnail_id");
  const notes: (Note | false)[] = [
    comments > 0 && { what: "комментарии не переносятся", count: comments, written: "<wp:comment" },
    !["post", "page"].includes(type) && {
      what: "запись своего вида перенесена статьёй",
      part: type,
      written: "<wp:post_type",
    },
    status === "private" && {
      what: "личная запись считается черновиком",
      written: "<wp:status",
    },
    isProtected(element) && {
      what: "запись с паролем считается черновиком",
      written: "<wp:post_password",
    },
    thumbnail !== undefined &&
      !library.attachments.has(thumbnail) && {
        what: "картинки записи нет среди вложений файла",
        written: "_thumbnail_id",
      },
  ];
  return notes.filter((note) => note !== false);
}

function isProtected(element: XmlElement): boolean {
  return childText(element, "wp:post_password") !== undefined;
}

/** The time in Greenwich; drafts have none, and only the time of the blog. */
function dateOf(element: XmlElement, name: string): string | undefined {
  const [gmt, local] = [childText(element, `${name}_gmt`), childText(element, name)];
  const isKnown = (date: string | undefined): date is string =>
    date !== undefined && !date.startsWith("0000");
  if (isKnown(gmt)) return `${gmt.replace(" ", "T")}Z`;
  return isKnown(local) ? local : undefined;
}

/** Drafts are dated to the year -1. */
function pubDateOf(element: XmlElement): string | undefined {
  const date = childText(element, "pubDate");
  return date?.includes("-0001") ? undefined : date;
}

/** Drafts have no other address, and WordPress sends on from it to the address that a post has: /?p=12 */
function shortLinks(element: XmlElement, { root }: Blog, type: string): string[] {
  const id = childText(element, "wp:post_id");
  const name = type === "page" ? "page_id" : "p";
  const numbered = id === undefined ? undefined : `${root}/?${name}=${id}`;
  return [childText(element, "link"), childText(element, "guid"), numbered].filter(isShortLink);
}

function isShortLink(link: string | undefined): link is string {
  return link !== undefined && /[?&](?:p|page_id|post_type)=/.test(link);
}

function publicLink(link: string | undefined): string | undefined {
  return isShortLink(link) ? undefined : link;
}
