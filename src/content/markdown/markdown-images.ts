import type { MarkdownIt, Token } from "markdown-it";
import { text, type Wording } from "../../interface/index.ts";
import { isNamedMedia } from "../model/media-names.ts";
import type { PictureFormat, PictureVariant } from "../model/types.ts";
import { typography } from "../typography/typography.ts";
import { toMedia } from "./markdown-media.ts";
import { wordingOf } from "./markdown-wording.ts";

/** An image as it goes into HTML. */
export interface ShownImage {
  /** An address of a page: with the site's prefix. */
  readonly src: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** As of Picture, but their paths are such addresses too. */
  readonly variants: readonly PictureVariant[];
}

/** Of an image in a gallery: whether it is an item of its list, or stands within one that is there. */
export type GalleryPlace = "item" | "cell";

/** The data of the token of an image that stands alone or in a gallery. */
interface Figure {
  readonly gallery?: GalleryPlace | undefined;
  readonly caption: string | undefined;
  readonly variants: readonly PictureVariant[];
}

/** The column of text is --measure wide (src/site/styles/tokens.css) where the window is wider. */
const SIZES = "(min-width: 46rem) 42rem, 100vw";
/** Two stand side by side in it, three at most. */
const GALLERY_SIZES = "(min-width: 46rem) 21rem, 50vw";

const FORMATS: readonly PictureFormat[] = ["avif", "webp"];

/** A markdown-it plugin: an image alone in its paragraph is a figure, and its title a caption. */
export function markdownFigures(md: MarkdownIt): void {
  md.core.ruler.push("figures", ({ tokens }) => {
    for (const [index, open] of tokens.entries()) {
      const close = tokens[index + 2];
      // In a list whose items are close together the paragraphs are hidden: there it stays in line.
      if (open.type !== "paragraph_open" || open.hidden) continue;
      // At the end of a footnote there is the way back before it.
      if (close?.type !== "paragraph_close") continue;
      const [image, ...others] = tokens[index + 1]?.children ?? [];
      if (image?.type !== "image" || others.length > 0) continue;
      showAlone(image, open);
      [open.type, open.tag] = ["figure_open", "figure"];
      [close.type, close.tag] = ["figure_close", "figure"];
    }
  });
  md.renderer.rules.image = (tokens, index, options, env, renderer) => {
    const token = tokens[index];
    if (token === undefined) return "";
    token.attrSet("alt", renderer.renderInlineAsText(token.children ?? [], options, env));
    const img = `<img${renderer.renderAttrs(token)}>`;
    const figure = figureOf(token);
    if (figure === undefined) return img;
    return figure.gallery === undefined
      ? figureHtml(md, img, figure)
      : galleryHtml(md, token, img, figure, wordingOf(env));
  };
}

/** @param open of its paragraph */
function showAlone(image: Token, open: Token): void {
  if (isNamedMedia(String(image.attrGet("src")))) {
    toMedia(image);
    open.attrSet("class", "media");
  } else toFigure(image);
}

/** Makes a figure of the token of an image: its title is its caption. */
export function toFigure(image: Token, gallery?: GalleryPlace): void {
  const title = String(image.attrGet("title") ?? "");
  const caption = title === "" ? undefined : typography(title);
  image.meta = { caption, variants: [], gallery } satisfies Figure;
  image.attrs = (image.attrs ?? []).filter(([name]) => name !== "title");
}

/** In line, the token of an image carries the name of the address that it was given by, if any. */
function figureOf({ meta }: Token): Figure | undefined {
  return meta !== null && "variants" in meta ? (meta as unknown as Figure) : undefined;
}

/** @returns whether a token is an image that stands alone */
export function isFigure(token: Token): boolean {
  return figureOf(token) !== undefined;
}

/** Sets the attributes of an image's token. */
export function setImage(token: Token, image: ShownImage): void {
  token.attrSet("src", image.src);
  token.attrSet("width", String(image.width));
  token.attrSet("height", String(image.height));
  token.attrSet("loading", "lazy");
  token.attrSet("decoding", "async");
  const figure = figureOf(token);
  if (figure !== undefined) token.meta = { ...figure, variants: image.variants } satisfies Figure;
}

function figureHtml(md: MarkdownIt, img: string, figure: Figure): string {
  return pictureHtml(md, img, figure, SIZES) + captionHtml(md, figure);
}

function galleryHtml(
  md: MarkdownIt,
  token: Token,
  img: string,
  figure: Figure,
  wording: Wording,
): string {
  const { escapeHtml } = md.utils;
  // The alternative text of an image in a link is the link's name.
  const isNamed = token.attrGet("alt") !== "";
  const told = figure.caption ?? text(wording, "prose.openPicture");
  const name = isNamed ? "" : ` aria-label="${escapeHtml(told)}"`;
  const picture = pictureHtml(md, img, figure, GALLERY_SIZES);
  const link = `<a class="picture-crop" href="${escapeHtml(String(token.attrGet("src")))}"${name}>${picture}</a>`;
  const shown = `<figure>${link}${captionHtml(md, figure)}</figure>`;
  return figure.gallery === "item" ? `<li>${shown}</li>` : shown;
}

function captionHtml(md: MarkdownIt, { caption }: Figure): string {
  return caption === undefined ? "" : `<figcaption>${md.utils.escapeHtml(caption)}</figcaption>`;
}

function pictureHtml(md: MarkdownIt, img: string, { variants }: Figure, sizes: string): string {
  const sources = FORMATS.map((format) => {
    const own = variants.filter((variant) => variant.format === format);
    return own.length === 0 ? "" : source(md, format, own, sizes);
  });
  return variants.length === 0 ? img : `<picture>${sources.join("")}${img}</picture>`;
}

function source(
  md: MarkdownIt,
  format: PictureFormat,
  own: readonly PictureVariant[],
  sizes: string,
): string {
  const set = own.map(({ path, width }) => `${path} ${width}w`).join(", ");
  return `<source type="image/${format}" srcset="${md.utils.escapeHtml(set)}" sizes="${sizes}">`;
}
