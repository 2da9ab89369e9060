import type { Bitmap, Typeface } from "./glyphs.ts";
import { encodePng } from "./png.ts";

/** In pixels: what networks ask for (https://ogp.me, 1.91 to 1). */
export const CARD_WIDTH = 1200;
export const CARD_HEIGHT = 630;

type Rgb = readonly [number, number, number];

const PAPER: Rgb = [0xff, 0xfe, 0xfb];
const INK: Rgb = [0x1c, 0x1b, 0x19];
const ACCENT: Rgb = [0x9c, 0x1f, 0x1f];

/** Steps from paper to ink and to the accent: with paper 16 colours, as many as 4 bits can name. */
const INK_STEPS = 8;
const ACCENT_STEPS = 7;

const PALETTE: readonly Rgb[] = [PAPER, ...blends(INK, INK_STEPS), ...blends(ACCENT, ACCENT_STEPS)];

/** The colour of each opacity from 0 to 15, as its place in the palette. */
export type Paint = Uint8Array;

export const INK_PAINT = paint(0, INK_STEPS);
/** For what matters less: ink that is never quite opaque. */
export const SOFT_PAINT = paint(0, 5);
export const ACCENT_PAINT = paint(INK_STEPS, ACCENT_STEPS);

const MOST_OPAQUE = 15;

function blends(colour: Rgb, steps: number): Rgb[] {
  return Array.from({ length: steps }, (_, index) => {
    const share = (index + 1) / steps;
    const [red, green, blue] = colour.map((value, channel) =>
      Math.round((PAPER[channel] ?? 0) * (1 - share) + value * share),
    );
    return [red ?? 0, green ?? 0, blue ?? 0] as const;
  });
}

function paint(before: number, steps: number): Paint {
  const levels = Array.from({ length: 16 }, (_, opacity) => Math.round((opacity / 15) * steps));
  return Uint8Array.from(levels, (level) => (level === 0 ? 0 : before + level));
}

/** Bytes of a row: the filter, then two pixels in each. */
const STRIDE = 1 + CARD_WIDTH / 2;

/** A card being drawn. All that lies outside it is left out. */
export class Canvas {
  readonly #rows = new Uint8Array(STRIDE * CARD_HEIGHT);

  /** Makes it blank again. */
  clear(): void {
    this.#rows.fill(0);
  }

  /** @param box in pixels from the left and the top */
  fill(box: { x: number; y: number; width: number; height: number }, colour: Paint): void {
    const { width, height } = box;
    const pixels = new Uint8Array(width * height).fill(MOST_OPAQUE);
    this.#blit({ left: 0, top: 0, width, height, pixels }, box.x, box.y, colour);
  }

  /**
   * Draws a line of text.
   *
   * @param signs signs of the face
   * @param x where the line begins, in pixels
   * @param baseline in pixels from the top
   */
  text(signs: readonly string[], face: Typeface, x: number, baseline: number, colour: Paint): void {
    for (const { sign, at } of face.placesOf(signs)) {
      const bitmap = face.bitmapOf(sign);
      this.#blit(bitmap, Math.round(x + at) + bitmap.left, baseline - bitmap.top, colour);
    }
  }

  #blit(bitmap: Bitmap, left: number, top: number, colour: Paint): void {
    const rows = this.#rows;
    const { width, height, pixels } = bitmap;
    const [from, to] = [Math.max(0, -left), Math.min(width, CARD_WIDTH - left)];
    const bottom = Math.min(height, CARD_HEIGHT - top);
    for (let y = Math.max(0, -top); y < bottom; y++) {
      const row = (top + y) * STRIDE + 1;
      for (let x = from; x < to; x++) {
        const opacity = pixels[y * width + x] ?? 0;
        if (opacity !== 0) put(rows, row, left + x, colour[opacity] ?? 0);
      }
    }
  }

  /** @returns the bytes of a PNG file */
  toPng(): Uint8Array {
    const size = { width: CARD_WIDTH, height: CARD_HEIGHT };
    return encodePng({ ...size, rows: this.#rows, palette: PALETTE });
  }
}

/** Colours of one paint grow more opaque, so that where glyphs overlap the stronger one stays. */
function put(rows: Uint8Array, row: number, x: number, colour: number): void {
  const at = row + (x >> 1);
  const shift = (x & 1) === 0 ? 4 : 0;
  const pair = rows[at] ?? 0;
  if (((pair >> shift) & 15) < colour) rows[at] = (pair & (0xf0 >> shift)) | (colour << shift);
}
