import { decodedPart } from "../../model/paths.ts";
import {
  EMPTY_ITEM,
  hostOf,
  type ImportedItem,
  type Note,
  type Reader,
  type Reading,
} from "../imported-item.ts";
import type { NoteName } from "../note-kinds.ts";
import { plainText } from "./plain-text.ts";
import { channelReading } from "./rss.ts";
import { sourceIdOf } from "./source-id.ts";
import { termNames, unknownParts } from "./wordpress-facts.ts";
import { withBlockFootnotes } from "./wordpress-footnotes.ts";
import { withGalleries } from "./wordpress-gallery.ts";
import { type BlogLibrary, libraryOf, metaOf, withSharedBlocks } from "./wordpress-library.ts";
import { shortcodesToHtml } from "./wordpress-shortcodes.ts";
import type { XmlPiece } from "./xml-cut.ts";
import { childrenOf, childText, type XmlElement } from "./xml-element.ts";
import { type PieceReading, readHead, readPieces } from "./xml-feed.ts";

/** What WordPress keeps for itself among its posts. */
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
  /** What stands before its paths: /blog; empty at the root of a host. */
  readonly root: string;
  /** From logins to the names that readers see. */
  readonly authors: ReadonlyMap<string, string>;
  readonly library: BlogLibrary;
}

/** Reads an export of WordPress (WXR 1.x). */
export const readWxr: Reader = function* (source): Generator<Reading> {
  const { head, problems } = readHead(source, "item");
  for (const problem of problems) yield { kind: "problem", problem, done: 0 };
  if (head !== undefined) yield channelReading(source, head);
  const given = head && childText(head, "wp:base_blog_url", "link", "wp:base_site_url");
  const address = given !== undefined && URL.canParse(given) ? given : undefined;
  const blog: Blog = {
    host: hostOf(address),
    root: address === undefined ? "" : new URL(address).pathname.replace(/\/+$/, ""),
    authors: new Map(head === undefined ? [] : childrenOf(head, "wp:author").flatMap(authorName)),
    library: libraryOf(source),
  };
  yield* readPieces(source, "item", (element, piece) => readPiece(element, piece, blog));
};

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
  const { html, notes } = htmlOf(element, blog.library);
  const name = childText(element, "wp:post_name");
  const isProtected = childText(element, "wp:post_password") !== undefined;
  const isDraft = !["publish", "future", "inherit"].includes(status) || isProtected;
  const thumbnail = metaOf(element, "_thumbnail_id");
  const picture = thumbnail === undefined ? undefined : blog.library.attachments.get(thumbnail);
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
    draft: isDraft,
    isPage: type === "page",
    isPinned: childText(element, "wp:is_sticky") === "1" || undefined,
    image: picture && { src: picture.url, alt: picture.alt, caption: picture.caption },
    body: html.trim() === "" ? undefined : { format: "html", text: html, isLoose: true },
    written: childText(element, "content:encoded"),
    notes: [
      ...notes,
      ...lossesOf(element, {
        type,
        isProtected,
        isPrivate: status === "private",
        hasLostImage: thumbnail !== undefined && picture === undefined,
      }),
      ...unknownParts(element),
    ],
  };
}

function htmlOf(element: XmlElement, library: BlogLibrary) {
  const written = childText(element, "content:encoded") ?? "";
  const shared = withSharedBlocks(written, library);
  const noted = withBlockFootnotes(shared.text, metaOf(element, "footnotes"));
  const shown = withGalleries(noted.text, childText(element, "wp:post_id"), library);
  const { html, notes } = shortcodesToHtml(shown.text);
  return { html, notes: [...shared.notes, ...noted.notes, ...shown.notes, ...notes] };
}

/** Where a plugin knows several authors, they are terms; else there is one login. */
function authorsOf(element: XmlElement, { authors }: Blog): string[] {
  const several = termNames(element, "author");
  const login = childText(element, "dc:creator");
  if (several.length > 0) return several;
  return login === undefined ? [] : [authors.get(login) ?? login];
}

interface Losses {
  readonly type: string;
  readonly isProtected: boolean;
  readonly isPrivate: boolean;
  readonly hasLostImage: boolean;
}

function lossesOf(element: XmlElement, losses: Losses): Note[] {
  const { type, isProtected, isPrivate, hasLostImage } = losses;
  const comments = childrenOf(element, "wp:comment").length;
  const notes: (Note | false)[] = [
    comments > 0 && { what: "комментарии не переносятся", count: comments, written: "<wp:comment" },
    !["post", "page"].includes(type) && {
      what: "запись своего вида перенесена статьёй",
      part: type,
      written: "<wp:post_type",
    },
    isPrivate && { what: "личная запись считается черновиком", written: "<wp:status" },
    isProtected && { what: "запись с паролем считается черновиком", written: "<wp:post_password" },
    hasLostImage && { what: "картинки записи нет среди вложений файла", written: "_thumbnail_id" },
  ];
  return notes.filter((note) => note !== false);
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

/** «/?p=12» is the address of what has none yet, and leads on to the other one later. */
/** WordPress answers each post by its number too, whatever its address is: /?p=12 */
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
