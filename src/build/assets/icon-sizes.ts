import { GROUNDS } from "../../content/index.ts";

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
