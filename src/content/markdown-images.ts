import type { MarkdownIt, Token } from "markdown-it";
import type { PictureFormat, PictureVariant } from "./types.ts";
import { typography } from "./typography.ts";

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

/** What the token of an image carries that stands alone. */
interface Figure {
  readonly caption: string | undefined;
  readonly variants: readonly PictureVariant[];
}

/** The column of text is --measure wide (src/site/styles/tokens.css) where the window is wider. */
const SIZES = "(min-width: 46rem) 42rem, 100vw";

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
      toFigure(image);
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
    return figure === undefined ? img : figureHtml(md, img, figure);
  };
}

function toFigure(image: Token): void {
  const title = String(image.attrGet("title") ?? "");
  const caption = title === "" ? undefined : typography(title);
  image.meta = { caption, variants: [] } satisfies Figure;
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

/** Puts what is to be shown into the token of an image. */
export function setImage(token: Token, image: ShownImage): void {
  token.attrSet("src", image.src);
  token.attrSet("width", String(image.width));
  token.attrSet("height", String(image.height));
  token.attrSet("loading", "lazy");
  token.attrSet("decoding", "async");
  const figure = figureOf(token);
  if (figure !== undefined) token.meta = { ...figure, variants: image.variants } satisfies Figure;
}

function figureHtml(md: MarkdownIt, img: string, { caption, variants }: Figure): string {
  const sources = FORMATS.map((format) => {
    const own = variants.filter((variant) => variant.format === format);
    return own.length === 0 ? "" : source(md, format, own);
  });
  const picture = variants.length === 0 ? img : `<picture>${sources.join("")}${img}</picture>`;
  if (caption === undefined) return picture;
  return `${picture}<figcaption>${md.utils.escapeHtml(caption)}</figcaption>`;
}

function source(md: MarkdownIt, format: PictureFormat, own: readonly PictureVariant[]): string {
  const set = own.map(({ path, width }) => `${path} ${width}w`).join(", ");
  return `<source type="image/${format}" srcset="${md.utils.escapeHtml(set)}" sizes="${SIZES}">`;
}
