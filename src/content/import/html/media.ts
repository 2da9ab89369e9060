import {
  attribute,
  childNodesOf,
  type DomElement,
  elementsIn,
  firstIn,
  isElement,
  isText,
  removeNode,
  replaceNode,
  unwrap,
} from "./dom.ts";
import { standApart } from "./placeholder.ts";
import type { HtmlReferences } from "./references.ts";

const PLAYERS = "iframe video audio embed object";

/** Where pages keep the address of an image that they load later. */
const LATE_SOURCES = ["data-src", "data-lazy-src", "data-original", "data-orig-file", "src"];

/** Players become links: a video or a post of a known service then is a card. */
export function linkPlayers(root: DomElement, references: HtmlReferences): void {
  for (const player of elementsIn(root, PLAYERS)) {
    if (!root.contains(player)) continue;
    const src =
      attribute(player, "src") ??
      attribute(player, "data-src") ??
      attribute(player, "data") ??
      attribute(firstIn(player, "source embed"), "src");
    const href = src === undefined ? undefined : references.address(watchable(src));
    const tag = `<${player.nodeName.toLowerCase()}>`;
    references.note(
      href === undefined
        ? { what: "вставка без адреса не перенесена", detail: tag, written: tag.slice(0, -1) }
        : { what: "проигрыватель заменён ссылкой", detail: href, written: src },
    );
    if (href === undefined) removeNode(player);
    else replaceNode(player, paragraphWith(player, link(player, href, href)));
  }
}

/** The address of a player is not the one that people open. */
function watchable(src: string): string {
  return src
    .replace(/^\/\//, "https://")
    .replace(
      /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]+).*$/,
      "https://www.youtube.com/watch?v=$1",
    )
    .replace(/^https?:\/\/rutube\.ru\/play\/embed\/(\w+).*$/, "https://rutube.ru/video/$1/")
    .replace(/^https?:\/\/player\.vimeo\.com\/video\/(\d+).*$/, "https://vimeo.com/$1");
}

/**
 * What stands in `<noscript>` is what readers see where no scripts run, as in articles: charts as pictures,
 * mostly. Frames in it are counters, and a picture may be there for one that a script loads later.
 */
export function showWithoutScripts(root: DomElement): void {
  const all = elementsIn(root, "img");
  const shown = new Set(all.filter((image) => image.closest("noscript") === null).map(sourceOf));
  for (const element of elementsIn(root, "noscript")) {
    if (firstIn(element, "iframe") !== undefined) continue;
    for (const image of elementsIn(element, "img"))
      if (shown.has(sourceOf(image))) removeNode(image);
    unwrap(element);
  }
}

/** Images get the names of their files; those that are not to be had become links. */
export function placeImages(root: DomElement, references: HtmlReferences): void {
  for (const image of elementsIn(root, "img")) {
    const src = sourceOf(image);
    if (isCounter(image)) {
      references.note({ what: "счётчик посещений удалён", detail: src?.slice(0, 200) });
      removeNode(image);
      continue;
    }
    if (src !== undefined) {
      placeImage(image, src, references);
      continue;
    }
    references.note({ what: "картинка без адреса удалена", detail: attribute(image, "alt") });
    removeNode(image);
  }
}

function sourceOf(image: DomElement): string | undefined {
  const sources = LATE_SOURCES.map((name) => attribute(image, name)).filter(
    (one) => one !== undefined,
  );
  return sources.find((one) => !one.startsWith("data:")) ?? sources[0];
}

function isCounter(image: DomElement): boolean {
  return attribute(image, "width") === "1" && attribute(image, "height") === "1";
}

function placeImage(image: DomElement, src: string, references: HtmlReferences): void {
  const figure = image.closest("figure");
  const caption = figure === null ? undefined : takeCaption(figure);
  const name = references.image(src);
  const around = image.parentNode;
  if (around?.nodeName === "A" && (name === undefined || leadsToImage(around))) unwrap(around);
  if (name !== undefined) {
    image.setAttribute("src", name);
    if (caption !== undefined) image.setAttribute("title", caption);
    if (caption !== undefined) standAlone(image);
    return;
  }
  placeWords(image, src, caption, references);
}

/** What stands for a picture that is not to be had: a link to it, in a paragraph of its own. */
function placeWords(
  image: DomElement,
  src: string,
  caption: string | undefined,
  references: HtmlReferences,
): void {
  const alt = attribute(image, "alt");
  const words = [...new Set([alt, caption].filter((one) => one !== undefined))].join(". ");
  const href = src.startsWith("data:") ? undefined : references.address(src);
  const isLink = href !== undefined && image.closest("a") === null;
  const shown = words === "" ? "Картинка" : words;
  const stand = isLink
    ? link(image, href, shown)
    : image.ownerDocument.createTextNode(`[${shown}]`);
  replaceNode(image, stand);
  if (isLink) standApart(stand);
}

/** @returns the words under the picture, which then are not there any more */
function takeCaption(figure: DomElement): string | undefined {
  const caption = firstIn(figure, "figcaption");
  const isAlone = elementsIn(figure, "img").length === 1;
  if (caption === undefined || !isAlone) return undefined;
  removeNode(caption);
  return caption.textContent.replace(/\s+/g, " ").trim() || undefined;
}

function leadsToImage(anchor: DomElement): boolean {
  return /\.(?:avif|gif|jpe?g|png|svg|webp)(?:$|[?#])/i.test(attribute(anchor, "href") ?? "");
}

/** A picture with a caption is a figure only where it stands alone. */
function standAlone(image: DomElement): void {
  const holder = image.parentNode;
  if (holder === null || holder.nodeName === "FIGURE") return;
  const isAlone = childNodesOf(holder).every(
    (node) =>
      node === image ||
      (isText(node) && node.textContent.trim() === "") ||
      !(isElement(node) || isText(node)),
  );
  if (isAlone) return;
  const paragraph = image.ownerDocument.createElement("div");
  replaceNode(image, paragraph);
  paragraph.appendChild(image);
}

function link(near: DomElement, href: string, words: string): DomElement {
  const anchor = near.ownerDocument.createElement("a");
  anchor.setAttribute("href", href);
  anchor.textContent = words;
  return anchor;
}

function paragraphWith(near: DomElement, child: DomElement): DomElement {
  const paragraph = near.ownerDocument.createElement("div");
  paragraph.appendChild(child);
  return paragraph;
}
