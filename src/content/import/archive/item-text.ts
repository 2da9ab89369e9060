import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readableAddress } from "../../paths.ts";
import { ContentError } from "../../problem.ts";
import { writeWhole } from "../../write-file.ts";
import { HtmlError } from "../html/dom.ts";
import { resolveLink } from "../html/references.ts";
import type { ImportedItem, Note } from "../imported-item.ts";
import { type ConvertedBody, convertBody } from "./item-body.ts";
import type { ItemImages } from "./item-images.ts";

/** @returns nothing where the item has no text, or nothing is left of it */
export function convert(
  item: ImportedItem,
  images: ItemImages,
  note: (note: Note) => void,
): ConvertedBody | undefined {
  if (item.body === undefined) return undefined;
  const base = item.link !== undefined && URL.canParse(item.link) ? item.link : undefined;
  try {
    const body = convertBody(item.body, { base, image: (src) => images.take(src), note });
    return body.markdown === "" ? undefined : body;
  } catch (error) {
    if (!(error instanceof HtmlError)) throw error;
    const mend = "исправьте этот материал в источнике или удалите его оттуда.";
    const message = `Материал не читается: ${error.message}`;
    throw new ContentError([{ ...item.place, message, mend }]);
  }
}

/** @returns the picture above the text, where its file is to be had */
export function pictureOf({ image }: ImportedItem, images: ItemImages) {
  if (image === undefined) return undefined;
  const file = images.take(image.src);
  return file === undefined ? undefined : { file, alt: image.alt, caption: image.caption };
}

/** The picture above a text that is not to be had is a link under it. */
export function withPictureLink({ image, link }: ImportedItem, body: string): string {
  if (image === undefined || image.src.startsWith("data:")) return body;
  const base = link !== undefined && URL.canParse(link) ? link : undefined;
  const href = resolveLink(image.src, { base });
  return href === undefined || !/^https?:/.test(href) || body.includes(href)
    ? body
    : `${body}\n\n[Картинка](<${encodeURI(readableAddress(href)).replace(/[<>]/g, "")}>)`;
}

/** One that lies there already, as it is, is not written again. */
export function copyImages(images: ItemImages, folder: string): void {
  for (const [source, name] of images.files) {
    const target = join(folder, name);
    const bytes = readFileSync(source);
    if (!existsSync(target) || !readFileSync(target).equals(bytes)) writeWhole(target, bytes);
  }
}
