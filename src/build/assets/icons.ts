import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  GROUNDS,
  type MarkFile,
  readDrawingFile,
  type Site,
  type SiteMarks,
} from "../../content/index.ts";

/** The icon of a site in one of the sizes that browsers and systems ask for. */
export interface IconSize {
  readonly file: string;
  /** In pixels. */
  readonly size: number;
  /**
   * The part of it that the drawing takes, where its ground fills all of it. Of a maskable icon a
   * circle of four fifths is sure to be seen (https://www.w3.org/TR/appmanifest/#icon-masks).
   */
  readonly filled?: number;
}

export const ICON_SIZES: readonly IconSize[] = [
  { file: "icon-192.png", size: 192 },
  { file: "icon-512.png", size: 512 },
  { file: "icon-maskable-512.png", size: 512, filled: 0.8 },
  { file: "apple-touch-icon.png", size: 180, filled: 1 },
];

/** For drawings: sharp takes their own width for 72 dots an inch. */
const DRAWING_DENSITY = 72;

/** What sharp takes at most. */
const MOST_DENSITY = 100_000;

/**
 * Draws an icon in one of its sizes.
 *
 * @param source a square PNG or SVG
 * @param width its own, in pixels
 * @returns a PNG
 */
export async function drawIcon(
  source: Buffer,
  width: number,
  { size, filled }: IconSize,
): Promise<Buffer> {
  const { default: sharp } = await import("sharp");
  const inner = Math.round(size * (filled ?? 1));
  const density = Math.min(MOST_DENSITY, Math.max(1, (DRAWING_DENSITY * inner) / width));
  const picture = await sharp(source, { density }).resize(inner, inner).png().toBuffer();
  const ground = filled === undefined ? CLEAR : await groundOf(picture, inner);
  const canvas = sharp({ create: { width: size, height: size, channels: 4, background: ground } });
  const whole = await canvas
    .composite([{ input: picture }])
    .png()
    .toBuffer();
  const image = filled === undefined ? sharp(whole) : sharp(whole).flatten({ background: ground });
  return await image
    .png({ palette: true, colours: 256, effort: 10, compressionLevel: 9 })
    .toBuffer();
}

const CLEAR = { r: 0, g: 0, b: 0, alpha: 0 };
const [PAPER] = GROUNDS.light;
const OPAQUE = 255;

/** The colour at the middle of its upper edge, for icons whose corners the system cuts; or else paper. */
async function groundOf(picture: Buffer, width: number) {
  const { default: sharp } = await import("sharp");
  const edge = { left: Math.floor(width / 2), top: Math.ceil(width / 50), width: 1, height: 1 };
  const pixel = await sharp(picture).ensureAlpha().extract(edge).raw().toBuffer();
  const [r = 0, g = 0, b = 0, alpha = 0] = pixel;
  return alpha === OPAQUE ? { r, g, b, alpha: 1 } : PAPER;
}

/** In the folder of the site's own icons. */
const ICON = "icon.svg";

/**
 * Publishes a newspaper's logo, and its icon in all sizes in the place of ours.
 *
 * @param site says where pages look for the logo
 * @param folder of the site's assets
 * @throws ContentError with what is wrong with a drawing
 */
export async function writeMarks(marks: SiteMarks, site: Site, folder: string): Promise<void> {
  const { logo, icon } = marks;
  for (const theme of ["light", "dark"] as const) {
    const [mark, shown] = [logo?.[theme], site.logo?.[theme]];
    if (mark === undefined || shown === undefined) continue;
    await writeFile(join(folder, "..", shown.path), await bytesOf(mark));
  }
  if (icon !== undefined) await writeIcons(icon, folder);
}

async function writeIcons(icon: MarkFile, folder: string): Promise<void> {
  const bytes = await bytesOf(icon);
  await rm(join(folder, ICON));
  if (icon.type === "svg") await writeFile(join(folder, ICON), bytes);
  for (const size of ICON_SIZES) {
    await writeFile(join(folder, size.file), await drawIcon(bytes, icon.width, size));
  }
}

/** Drawings are cleaned as those of articles are. */
async function bytesOf({ file, type }: MarkFile): Promise<Buffer> {
  const bytes = await readFile(file);
  return type === "svg" ? Buffer.from(readDrawingFile(file, bytes).svg) : bytes;
}

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
