import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readableAddress } from "../../model/paths.ts";
import { ContentError } from "../../model/problem.ts";
import { writeWhole } from "../../model/write-file.ts";
import { HtmlError } from "../html/dom.ts";
import type { ImportedItem, Note } from "../imported-item.ts";
import { type ConvertedBody, convertBody } from "./item-body.ts";
import type { ItemImages } from "./item-images.ts";
import type { ItemLinks } from "./item-links.ts";

/** @returns nothing where the item has no text, or nothing is left of it */
export function convert(
  item: ImportedItem,
  images: ItemImages,
  links: ItemLinks,
  note: (note: Note) => void,
): ConvertedBody | undefined {
  if (item.body === undefined) return undefined;
  try {
    const body = convertBody(item.body, {
      image: (src) => images.take(src, links.address(src)),
      link: (href) => links.link(href),
      address: (src) => links.address(src),
      isPage: (name) => links.isPage(name),
      note,
    });
    return body.markdown === "" ? undefined : body;
  } catch (error) {
    if (!(error instanceof HtmlError)) throw error;
    const mend = "исправьте этот материал в источнике или удалите его оттуда.";
    const message = `Материал не читается: ${error.message}`;
    throw new ContentError([{ ...item.place, message, mend }]);
  }
}

/** @returns the picture above the text, where its file is to be had */
export function pictureOf({ image }: ImportedItem, images: ItemImages, links: ItemLinks) {
  if (image === undefined) return undefined;
  const file = images.take(image.src, links.address(image.src));
  return file === undefined ? undefined : { file, alt: image.alt, caption: image.caption };
}

/** The picture above a text that is not to be had is a link under it. */
export function withPictureLink({ image }: ImportedItem, body: string, links: ItemLinks): string {
  const href = image === undefined ? undefined : links.address(image.src);
  return href === undefined || body.includes(href)
    ? body
    : `${body}\n\n[Картинка](<${encodeURI(readableAddress(href)).replace(/[<>]/g, "")}>)`;
}

/** One that lies there already, as it is, is not written again. */
export function copyImages(images: Pick<ItemImages, "files">, folder: string): void {
  for (const [source, name] of images.files) {
    const target = join(folder, name);
    const bytes = readFileSync(source);
    if (!existsSync(target) || !readFileSync(target).equals(bytes)) writeWhole(target, bytes);
  }
}
