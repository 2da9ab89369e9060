import { escapePattern } from "../../../language/index.ts";
import type { ItemImages } from "./item-images.ts";

/** The picture above a text, beside its article. */
export interface Picture {
  readonly file: string;
  readonly alt?: string | undefined;
  readonly caption?: string | undefined;
}

/** WordPress makes most-300x200.jpg of most.jpg. */
const SIZE = String.raw`(?:-\d{2,5}x\d{2,5})?`;

/**
 * Removes the picture above a text from the text. Its description and caption there are kept.
 *
 * @param picture above the text
 * @param markdown the text
 */
export function showOnce(
  picture: Picture | undefined,
  markdown: string,
  images: ItemImages,
): { readonly picture: Picture | undefined; readonly markdown: string } {
  if (picture === undefined) return { picture, markdown };
  const [, stem = "", ending = ""] = /^(.*?)(?:-\d{2,5}x\d{2,5})?(\.\w+)$/.exec(picture.file) ?? [];
  const name = `(${escapePattern(stem)}${SIZE}${escapePattern(ending)})`;
  const form = String.raw`(?<=^|\n\n)!\[((?:[^\]\\]|\\.)*)\]\(${name}(?: "((?:[^"\\]|\\.)*)")?\)(?:\n\n|$)`;
  const found = new RegExp(form).exec(markdown);
  if (stem === "" || found === null) return { picture, markdown };
  const [all, alt = "", file = "", caption = ""] = found;
  const rest = markdown.slice(0, found.index) + markdown.slice(found.index + all.length);
  if (file !== picture.file && !rest.includes(`(${file}`)) images.drop(file);
  const told = {
    ...picture,
    alt: picture.alt ?? plain(alt),
    caption: picture.caption ?? plain(caption),
  };
  return { picture: told, markdown: rest.trim() };
}

function plain(markdown: string): string | undefined {
  return markdown.replace(/\\(.)/g, "$1") || undefined;
}
