import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Sharp } from "sharp";
import type { PictureVariant } from "../../content/index.ts";

export interface ImageOrder {
  /** A file that is no drawing. */
  readonly bytes: Buffer;
  /** The formats and widths that are wanted. */
  readonly variants: readonly Pick<PictureVariant, "format" | "width">[];
}

/**
 * Writes the variants of an image, named «800.avif»; and REWRITTEN where the file tells where it was taken.
 *
 * @throws DamagedImage where the file is damaged
 */
export async function run({ bytes, variants }: ImageOrder, folder: string): Promise<void> {
  const encoded = await encodeImage(bytes, variants).catch((error: unknown) => {
    throw new DamagedImage(error);
  });
  for (const file of encoded) await writeFile(join(folder, file.name), file.bytes);
}

/** An image that the encoder refuses; any other error is not the image's fault. */
export class DamagedImage extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause));
  }
}

/** An image in another size or format, or without its metadata of place. */
interface EncodedImage {
  readonly name: string;
  readonly bytes: Buffer;
}

/**
 * Chosen so that photographs show no difference at the size of the page; more effort takes several
 * times as long for a few per cent of the bytes. `rewritten` is for originals that are replaced.
 */
const ENCODING = {
  avif: { quality: 50, effort: 3 },
  webp: { quality: 75 },
  rewritten: { quality: 90 },
} as const;

/** The name of an original that had to be rewritten. */
export const REWRITTEN = "original";

/** Loaded only where there are images, for it takes a tenth of a second. */
async function loadSharp() {
  const { default: sharp } = await import("sharp");
  // One thread for each image: several images at once make better use of the cores.
  sharp.concurrency(1);
  sharp.cache(false);
  return sharp;
}

/** Turned upright, in sRGB, without metadata. */
async function encodeImage(
  bytes: Buffer,
  variants: ImageOrder["variants"],
): Promise<EncodedImage[]> {
  const sharp = await loadSharp();
  const open = (): Sharp => sharp(bytes, { failOn: "error" });
  const made: EncodedImage[] = [];
  const { exif, xmp, format } = await open().metadata();
  if (tellsPlace(exif, xmp)) {
    const same = open().autoOrient();
    const type = format === "heif" ? "avif" : format;
    made.push({ name: REWRITTEN, bytes: await same.toFormat(type, ENCODING.rewritten).toBuffer() });
  }
  for (const variant of variants) {
    const small = open().autoOrient().resize({ width: variant.width });
    const encoded = await small.toFormat(variant.format, ENCODING[variant.format]).toBuffer();
    made.push({ name: variantName(variant), bytes: encoded });
  }
  return made;
}

/** What a variant is called beside the others of its image. */
export function variantName({ format, width }: Pick<PictureVariant, "format" | "width">): string {
  return `${width}.${format}`;
}

/** @returns whether metadata hold coordinates */
function tellsPlace(exif: Buffer | undefined, xmp: Buffer | undefined): boolean {
  const hasPlace = xmp?.includes("GPSLatitude") ?? false;
  return hasPlace || (exif !== undefined && pointsToPlace(exif));
}

/** The tag of the first directory that points to coordinates (EXIF 2.3, 4.6.3). */
const GPS_DIRECTORY = 0x8825;

/** A TIFF file: byte order, 42, the offset of the first directory; each entry of it has 12 bytes. */
function pointsToPlace(exif: Buffer): boolean {
  const tiff = exif.toString("latin1", 0, 4) === "Exif" ? exif.subarray(6) : exif;
  const isLittle = tiff.toString("latin1", 0, 2) === "II";
  const short = (at: number): number => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  try {
    const start = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
    const tags = Array.from({ length: short(start) }, (_, entry) => short(start + 2 + 12 * entry));
    return tags.includes(GPS_DIRECTORY);
  } catch {
    // Not readable for us, but perhaps for others: better without it.
    return true;
  }
}
