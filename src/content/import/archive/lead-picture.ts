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
 * The picture above a text is not shown in it again: what the text says of it goes along.
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
  const name = `(${escaped(stem)}${SIZE}${escaped(ending)})`;
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

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function plain(markdown: string): string | undefined {
  return markdown.replace(/\\(.)/g, "$1") || undefined;
}
