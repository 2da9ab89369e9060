import { PAGE_IDS } from "../../model/page-ids.ts";
import { decodedPart } from "../../model/paths.ts";
import { slugify } from "../../model/slugs.ts";
import { attribute, type DomElement, elementsIn, isElement, isText, nextNode } from "./dom.ts";
import { numberNotes, placesIn, targetOf } from "./footnotes.ts";
import { settleNotes } from "./notes.ts";
import type { HtmlReferences } from "./references.ts";

/** The attribute of a heading with its address. */
export const HEADING_ID = "data-heading-id";

const HEADINGS = "h1 h2 h3 h4 h5 h6";
const IS_HEADING = /^H[1-6]$/;

/** An address of a heading in the Markdown of articles. */
const FORM = /^\p{L}[\p{L}\p{N}_-]*$/u;
const OF_FOOTNOTES = /^(?:note|ref)_/;

/**
 * Settles links to places of the same text. Notes of old editors become footnotes, a heading with links to
 * it keeps its address. Other links become words: articles have addresses at headings only.
 */
export function settleAnchors(root: DomElement, references: HtmlReferences): void {
  const places = placesIn(root);
  settleNotes(root, places);
  numberNotes(root);
  const headings = headingsByWords(root);
  const ids = new HeadingIds();
  for (const anchor of elementsIn(root, "a")) {
    const href = attribute(anchor, "href");
    if (!href?.startsWith("#") || isFootnote(anchor)) continue;
    const name = decodedPart(href.slice(1));
    const heading = headingAt(targetOf(anchor, places), root) ?? headings.get(keyOf(name));
    if (heading !== undefined) anchor.setAttribute("href", `#${ids.of(heading, href.slice(1))}`);
    else {
      const words = anchor.textContent.trim().slice(0, 60);
      const detail = `${href} (${words})`;
      const what = "ссылка на место внутри текста стала словами";
      references.note({ what, detail, written: href === "#" ? words : href });
      anchor.removeAttribute("href");
    }
  }
}

/** Generators make addresses of the words of headings. Their letters and digits are the same in all of them. */
function headingsByWords(root: DomElement): ReadonlyMap<string, DomElement> {
  const headings = new Map<string, DomElement>();
  for (const heading of elementsIn(root, HEADINGS).filter(isShown)) {
    const words = heading.textContent;
    for (const key of [keyOf(words), keyOf(slugify(words)), keyOf(words.replace(/^[\d.\s]+/, ""))])
      if (key !== "" && !headings.has(key)) headings.set(key, heading);
  }
  return headings;
}

function keyOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/** A link of markdown-it-footnote. */
function isFootnote(anchor: DomElement): boolean {
  return anchor.closest(".footnote-ref, .footnote-backref") !== null;
}

/** @returns the heading that a place is, is in, holds at its beginning or is right before */
function headingAt(place: DomElement | undefined, root: DomElement): DomElement | undefined {
  const around = place?.closest(HEADINGS.replaceAll(" ", ", "));
  const heading = around ?? (place === undefined ? undefined : headingBehind(place, root));
  return heading !== undefined && isShown(heading) ? heading : undefined;
}

/** @returns the next heading, unless words or a picture come first */
function headingBehind(place: DomElement, root: DomElement): DomElement | undefined {
  for (let node = nextNode(place, root); node !== null; node = nextNode(node, root)) {
    if (isElement(node) && IS_HEADING.test(node.nodeName)) return node;
    if (node.nodeName === "IMG" || (isText(node) && node.data.trim() !== "")) return undefined;
  }
  return undefined;
}

/** Headings in tables and empty ones are left out. */
function isShown(heading: DomElement): boolean {
  return heading.textContent.trim() !== "" && heading.closest("table, li") === null;
}

/** Gives headings addresses that the site allows, each once. */
class HeadingIds {
  readonly #taken = new Set<string>();

  of(heading: DomElement, wanted: string): string {
    const known = attribute(heading, HEADING_ID);
    if (known !== undefined) return known;
    const stem =
      formed(decodedPart(wanted)) ??
      formed(slugify(heading.textContent.replace(/^[^\p{L}]+/u, ""), 40)) ??
      "mesto";
    let id = stem;
    for (let number = 2; this.#taken.has(id); number++) id = `${stem}-${number}`;
    this.#taken.add(id);
    heading.setAttribute(HEADING_ID, id);
    return id;
  }
}

function formed(id: string): string | undefined {
  const isTaken = PAGE_IDS.has(id) || OF_FOOTNOTES.test(id);
  return FORM.test(id) && !isTaken ? id.normalize("NFC") : undefined;
}
