import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readableAddress } from "../../model/paths.ts";
import { writeWhole } from "../../model/write-file.ts";
import { placedHtml } from "../html/dom.ts";
import type { ImportedItem, TellNote } from "../imported-item.ts";
import { type ConvertedBody, convertBody } from "./item-body.ts";
import type { ItemImages } from "./item-images.ts";
import type { ItemLinks } from "./item-links.ts";

/** @returns the text, if the item has one and something is left of it */
export function convert(
  item: ImportedItem,
  images: ItemImages,
  links: ItemLinks,
  note: TellNote,
): ConvertedBody | undefined {
  const { body, place } = item;
  if (body === undefined) return undefined;
  const references = {
    image: (src: string) => images.take(src, links.address(src)),
    link: (href: string) => links.link(href),
    address: (src: string) => links.address(src),
    isPage: (name: string) => links.isPage(name),
    note,
  };
  const converted = placedHtml(place, () => convertBody(body, references));
  return converted.markdown === "" ? undefined : converted;
}

/** @returns the picture above the text, if there is a file of it */
export function pictureOf({ image }: ImportedItem, images: ItemImages, links: ItemLinks) {
  if (image === undefined) return undefined;
  const file = images.take(image.src, links.address(image.src));
  return file === undefined ? undefined : { file, alt: image.alt, caption: image.caption };
}

/** A picture without a file is a link under the text. */
export function withPictureLink({ image }: ImportedItem, body: string, links: ItemLinks): string {
  const href = image === undefined ? undefined : links.address(image.src);
  return href === undefined || body.includes(href)
    ? body
    : `${body}\n\n[Картинка](<${encodeURI(readableAddress(href)).replace(/[<>]/g, "")}>)`;
}

/** A file with the same bytes is not written again. */
export function copyImages(images: Pick<ItemImages, "files">, folder: string): void {
  for (const [source, name] of images.files) {
    const target = join(folder, name);
    const bytes = readFileSync(source);
    if (!existsSync(target) || !readFileSync(target).equals(bytes)) writeWhole(target, bytes);
  }
}
