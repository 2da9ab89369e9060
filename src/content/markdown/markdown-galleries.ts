import type { MarkdownIt, Token } from "markdown-it";
import { isNamedMedia } from "../model/media-names.ts";
import { type GalleryPlace, toFigure } from "./markdown-images.ts";
import { isBreak } from "./markdown-text.ts";

/** The tokens of a list item with one paragraph. */
const ITEM = [
  "list_item_open",
  "paragraph_open",
  "inline",
  "paragraph_close",
  "list_item_close",
] as const;

/** One picture alone is a figure. */
const FEWEST = 2;

/**
 * A markdown-it plugin: pictures one after another, with nothing else in their paragraph or in the items
 * of their list, are a gallery: a list of figures, each of which leads to its file.
 */
export function markdownGalleries(md: MarkdownIt): void {
  md.core.ruler.push("galleries", ({ tokens }) => {
    for (const [index, open] of tokens.entries()) {
      if (open.type === "paragraph_open" && !open.hidden)
        ofParagraph(tokens.slice(index, index + 3));
      if (open.type === "bullet_list_open") ofList(tokens, index);
    }
  });
}

function ofParagraph([open, inline, close]: readonly Token[]): void {
  const children = inline?.children ?? [];
  const pictures = children.filter(isPicture);
  if (open === undefined || close?.type !== "paragraph_close" || pictures.length < FEWEST) return;
  if (!children.every((token) => isPicture(token) || isGap(token))) return;
  for (const token of children) if (isBreak(token)) token.type = "softbreak";
  toGallery(open, pictures, "item");
  [open.type, open.tag] = ["gallery_open", "ul"];
  [close.type, close.tag] = ["gallery_close", "ul"];
}

function ofList(tokens: readonly Token[], start: number): void {
  const [open] = tokens.slice(start);
  const end = tokens.findIndex(
    ({ type, level }, index) =>
      index > start && type === "bullet_list_close" && level === open?.level,
  );
  const inside = tokens.slice(start + 1, end);
  if (!inside.every(({ type }, index) => type === ITEM[index % ITEM.length])) return;
  const texts = inside.filter(({ type }) => type === "inline");
  const pictures = texts.flatMap(({ children }) => (children ?? []).filter(isPicture));
  const isAlone = texts.every(({ children }) => children?.length === 1);
  if (open === undefined || !isAlone || pictures.length < Math.max(FEWEST, texts.length)) return;
  for (const token of inside) if (token.type.startsWith("paragraph")) token.hidden = true;
  toGallery(open, pictures, "cell");
}

function toGallery(open: Token, pictures: readonly Token[], place: GalleryPlace): void {
  open.attrSet("class", "gallery");
  for (const picture of pictures) toFigure(picture, place);
}

function isPicture(token: Token): boolean {
  return token.type === "image" && !isNamedMedia(String(token.attrGet("src")));
}

function isGap(token: Token): boolean {
  return isBreak(token) || (token.type === "text" && token.content.trim() === "");
}
