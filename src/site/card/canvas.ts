import type { Paint, Rgb } from "./colours.ts";
import type { Bitmap, Typeface } from "./glyphs.ts";
import { encodePng } from "./png.ts";

/** In pixels: what networks ask for (https://ogp.me, 1.91 to 1). */
export const CARD_WIDTH = 1200;
export const CARD_HEIGHT = 630;

const MOST_OPAQUE = 15;

/** Bytes of a row: the filter, then two pixels in each. */
const STRIDE = 1 + CARD_WIDTH / 2;

/** A card being drawn. All that lies outside it is left out. */
export class Canvas {
  readonly #rows = new Uint8Array(STRIDE * CARD_HEIGHT);
  /** Glyphs drawn before, with their opacities as colours: titles are a few dozen signs. */
  readonly #stamps = new Map<Paint, readonly [Stamps, Stamps]>();

  /** Makes it blank again. */
  clear(): void {
    this.#rows.fill(0);
  }

  /** @param box in pixels from the left and the top, within the card, from even ones to even ones */
  fill(box: { x: number; y: number; width: number; height: number }, paint: Paint): void {
    const pair = (paint[MOST_OPAQUE] ?? 0) * 0x11;
    for (let y = box.y; y < box.y + box.height; y++) {
      const from = y * STRIDE + 1 + box.x / 2;
      this.#rows.fill(pair, from, from + box.width / 2);
    }
  }

  /**
   * Draws a line of text.
   *
   * @param signs signs of the face
   * @param x where the line begins, in pixels
   * @param baseline in pixels from the top
   */
  text(signs: readonly string[], face: Typeface, x: number, baseline: number, paint: Paint): void {
    for (const { sign, at } of face.placesOf(signs)) {
      const bitmap = face.bitmapOf(sign);
      const left = Math.round(x + at) + bitmap.left;
      this.#press(this.#stampOf(bitmap, paint, left & 1), left >> 1, baseline - bitmap.top);
    }
  }

  #stampOf(bitmap: Bitmap, paint: Paint, shift: number): Stamp {
    const known = this.#stamps.get(paint) ?? [new Map(), new Map()];
    this.#stamps.set(paint, known);
    const stamps = known[shift === 0 ? 0 : 1];
    const stamp = stamps.get(bitmap) ?? cutStamp(bitmap, paint, shift);
    stamps.set(bitmap, stamp);
    return stamp;
  }

  /** @param left in pairs of pixels; @param top in pixels */
  #press({ width, height, pairs }: Stamp, left: number, top: number): void {
    const rows = this.#rows;
    const [from, to] = [Math.max(0, -left), Math.min(width, CARD_WIDTH / 2 - left)];
    const bottom = Math.min(height, CARD_HEIGHT - top);
    for (let y = Math.max(0, -top); y < bottom; y++) {
      const row = (top + y) * STRIDE + 1 + left;
      for (let x = from; x < to; x++) {
        const pair = pairs[y * width + x] ?? 0;
        if (pair !== 0) rows[row + x] = stronger(rows[row + x] ?? 0, pair);
      }
    }
  }

  /** @returns the bytes of a PNG file */
  toPng(palette: readonly Rgb[]): Uint8Array {
    const size = { width: CARD_WIDTH, height: CARD_HEIGHT };
    return encodePng({ ...size, rows: this.#rows, palette });
  }
}

/** The picture of a sign in colours, two pixels in a byte, as they lie in a row. */
interface Stamp {
  /** In pairs of pixels. */
  readonly width: number;
  readonly height: number;
  readonly pairs: Uint8Array;
}

type Stamps = Map<Bitmap, Stamp>;

/** @param shift 1 where the sign begins at the right pixel of a pair, else 0 */
function cutStamp({ width, height, pixels }: Bitmap, paint: Paint, shift: number): Stamp {
  const stamp = { width: (width + shift + 1) >> 1, height };
  const pairs = new Uint8Array(stamp.width * height);
  for (const [at, opacity] of pixels.entries()) {
    const x = (at % width) + shift;
    const place = Math.floor(at / width) * stamp.width + (x >> 1);
    pairs[place] = (pairs[place] ?? 0) | ((paint[opacity] ?? 0) << ((x & 1) === 0 ? 4 : 0));
  }
  return { ...stamp, pairs };
}

/** Colours of one paint grow more opaque, so that where glyphs overlap the stronger one stays. */
function stronger(one: number, other: number): number {
  if (one === 0) return other;
  return Math.max(one & 0xf0, other & 0xf0) | Math.max(one & 0x0f, other & 0x0f);
}
