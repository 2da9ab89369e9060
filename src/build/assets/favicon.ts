import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Where programs look for an icon that read no page: feed readers, bookmarks, older browsers. */
export const FAVICON = "favicon.ico";

/** The icon that it holds, and its sides in pixels: an ICO takes up to 256. */
const PICTURE = "icon-192.png";
const SIDE = 192;

const HEADER_BYTES = 22;
const BITS_A_PIXEL = 32;

/**
 * Writes the icon of a site as an ICO with one PNG in it
 * (https://en.wikipedia.org/wiki/ICO_(file_format)#Header).
 *
 * @param assets the folder with the icons, which lies in that of the site
 */
export async function writeFavicon(assets: string): Promise<void> {
  const png = await readFile(join(assets, PICTURE));
  await writeFile(join(assets, "..", FAVICON), Buffer.concat([headerOf(png.length), png]));
}

/** @param bytes of the PNG */
function headerOf(bytes: number): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt16LE(1, 2); // An icon, and no cursor.
  header.writeUInt16LE(1, 4); // One picture.
  header.writeUInt8(SIDE, 6);
  header.writeUInt8(SIDE, 7);
  header.writeUInt16LE(1, 10); // Planes.
  header.writeUInt16LE(BITS_A_PIXEL, 12);
  header.writeUInt32LE(bytes, 14);
  header.writeUInt32LE(HEADER_BYTES, 18);
  return header;
}
