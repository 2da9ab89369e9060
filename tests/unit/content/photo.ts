import sharp from "sharp";

export interface PhotoOptions {
  readonly format?: "jpeg" | "png" | "webp" | "gif" | "tiff";
  /** As EXIF has it: 6 is a camera held upright. */
  readonly orientation?: number;
  /** Whether it tells where it was taken. */
  readonly withPlace?: boolean;
}

/** A picture with something to compress in it: a red left half and a blue right half. */
export async function photo(
  width: number,
  height: number,
  { format = "jpeg", orientation, withPlace = false }: PhotoOptions = {},
): Promise<Buffer> {
  const half = { width: Math.ceil(width / 2), height, channels: 3 as const };
  const left = await sharp({ create: { ...half, background: "#d02020" } })
    .png()
    .toBuffer();
  const whole = { width, height, channels: 3 as const, background: "#2030d0" };
  let image = sharp({ create: whole }).composite([{ input: left, left: 0, top: 0 }]);
  if (orientation !== undefined) image = image.withMetadata({ orientation });
  if (withPlace) {
    const place = { GPSLatitudeRef: "N", GPSLatitude: "55/1 45/1 0/1" };
    image = image.withExifMerge({ IFD3: place });
  }
  return image.toFormat(format).toBuffer();
}
