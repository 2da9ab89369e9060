import {
  attribute,
  childNodesOf,
  create,
  type DomElement,
  elementsIn,
  firstIn,
  isElement,
  isText,
  unwrap,
  wordsInLine,
} from "./dom.ts";
import { standApart } from "./placeholder.ts";
import type { HtmlReferences } from "./references.ts";

const PLAYERS = "iframe video audio embed object";

/** Attributes with the address of an image; the first ones are of images that a script loads later. */
const LATE_SOURCES = ["data-src", "data-lazy-src", "data-original", "data-orig-file", "src"];

/** Players become links, which the site shows as cards where it knows the service. */
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
    if (href === undefined) player.remove();
    else player.replaceWith(create(player, "div", {}, link(player, href, href)));
  }
}

/** @returns the page of a video whose player has this address */
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
 * Articles run no scripts, so their readers see the contents of `<noscript>`: charts as pictures, mostly.
 * Frames in it are counters. A picture in it may repeat one that a script loads later.
 */
export function showWithoutScripts(root: DomElement): void {
  const all = elementsIn(root, "img");
  const shown = new Set(all.filter((image) => image.closest("noscript") === null).map(sourceOf));
  for (const element of elementsIn(root, "noscript")) {
    if (firstIn(element, "iframe") !== undefined) continue;
    for (const image of elementsIn(element, "img")) if (shown.has(sourceOf(image))) image.remove();
    unwrap(element);
  }
}

/** Images get the names of their files; one without a file becomes a link. */
export function placeImages(root: DomElement, references: HtmlReferences): void {
  for (const image of elementsIn(root, "img")) {
    const src = sourceOf(image);
    const isCounter = attribute(image, "width") === "1" && attribute(image, "height") === "1";
    if (src !== undefined && !isCounter) {
      placeImage(image, src, references);
      continue;
    }
    references.note(
      isCounter
        ? { what: "счётчик посещений удалён", detail: src?.slice(0, 200) }
        : { what: "картинка без адреса удалена", detail: attribute(image, "alt") },
    );
    image.remove();
  }
}

function sourceOf(image: DomElement): string | undefined {
  const sources = LATE_SOURCES.map((name) => attribute(image, name)).filter(
    (one) => one !== undefined,
  );
  return sources.find((one) => !one.startsWith("data:")) ?? sources[0];
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

/** Puts a link to a picture without a file in its place, in a paragraph of its own. */
function placeWords(
  image: DomElement,
  src: string,
  caption: string | undefined,
  references: HtmlReferences,
): void {
  const alt = attribute(image, "alt");
  const below = caption ?? attribute(image, "title");
  const words = [...new Set([alt, below].filter((one) => one !== undefined))].join(". ");
  const href = src.startsWith("data:") ? undefined : references.address(src);
  const isLink = href !== undefined && image.closest("a") === null;
  const shown = words === "" ? "Картинка" : words;
  const stand = isLink
    ? link(image, href, shown)
    : image.ownerDocument.createTextNode(`[${shown}]`);
  image.replaceWith(stand);
  if (isLink) standApart(stand);
}

/** @returns the words under the picture, which are taken away there */
function takeCaption(figure: DomElement): string | undefined {
  const caption = firstIn(figure, "figcaption");
  const isAlone = elementsIn(figure, "img").length === 1;
  if (caption === undefined || !isAlone) return undefined;
  caption.remove();
  return wordsInLine(caption);
}

function leadsToImage(anchor: DomElement): boolean {
  return /\.(?:avif|gif|jpe?g|png|svg|webp)(?:$|[?#])/i.test(attribute(anchor, "href") ?? "");
}

/** A picture with a caption is a figure only if it is alone. */
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
  const paragraph = create(image, "div");
  image.replaceWith(paragraph);
  paragraph.appendChild(image);
}

function link(near: DomElement, href: string, words: string): DomElement {
  const anchor = create(near, "a", { href });
  anchor.textContent = words;
  return anchor;
}
