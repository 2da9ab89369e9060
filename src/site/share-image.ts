import type { ArticleSummary } from "../content/index.ts";

/** A picture that stands for a page in messengers. */
export interface ShareImage {
  /** Its place in the site, without the path prefix. */
  readonly path: string;
  /** The media type. */
  readonly type: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** Plain text. */
  readonly alt: string;
}

/** In pixels. Networks show large what is as wide and half as high (Facebook: 600×315), and small what is less. */
const LEAST = { width: 600, height: 315 };
/** As wide as a card: WhatsApp shows nothing of what has more than some 300 kB, and wider photos come near it. */
const MOST_WIDTH = 1200;
/** The greatest height by width: networks cut taller pictures, or show them as stamps. */
const STEEPEST = 1.5;

/**
 * Formats besides WebP need no place here: each still photo has its sizes in WebP, which all networks show as
 * they do JPEG, and an animation or a drawing has none and is not shown by all.
 *
 * @returns an article's own picture in a size that messengers show; nothing where it has none that they do
 */
export function ownShareImage({ picture, title }: ArticleSummary): ShareImage | undefined {
  const sizes = picture?.variants.filter(({ format, width }) => {
    return format === "webp" && width >= LEAST.width && width <= MOST_WIDTH;
  });
  const largest = sizes?.at(-1);
  if (picture === undefined || largest === undefined) return undefined;
  const { path, width } = largest;
  const height = Math.round((picture.height * width) / picture.width);
  if (height < LEAST.height || height > width * STEEPEST) return undefined;
  return { path, type: "image/webp", width, height, alt: picture.alt || title };
}

/** @returns whether a card is drawn for a page: one that is no news always has one */
export function needsCard(page: ArticleSummary): boolean {
  return page.standing === true || ownShareImage(page) === undefined;
}

/**
 * @param folder of the page in the site, without the path prefix
 * @param alt of what is written on the card
 */
export function cardImage(folder: string, alt: string): ShareImage {
  return { path: `${folder}card.png`, type: "image/png", width: 1200, height: 630, alt };
}
