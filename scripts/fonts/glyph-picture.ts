import type { Page } from "@playwright/test";

/** A glyph as the browser drew it, cut to its ink. */
export interface GlyphPicture {
  /** From the pen to its left edge and from the baseline up to its top, in pixels. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Opacities from 0 to 15, row by row. */
  readonly opacities: readonly number[];
}

export interface GlyphToDraw {
  readonly sign: string;
  /** A family that the page has loaded. */
  readonly font: string;
  /** In pixels. */
  readonly size: number;
}

const MOST_OPAQUE = 15;

/** Draws a sign. */
export async function drawGlyph(page: Page, glyph: GlyphToDraw): Promise<GlyphPicture> {
  const side = glyph.size * 3;
  const pen = { x: glyph.size, y: glyph.size * 2 };
  // One hexadecimal digit for each pixel: a string comes over much faster than numbers do.
  const digits = await page.evaluate(
    ({ sign, font, size, side, pen }) => {
      const context = new OffscreenCanvas(side, side).getContext("2d");
      if (context === null) throw new Error("no canvas");
      context.font = `${size}px ${font}`;
      context.textRendering = "geometricPrecision";
      context.fillText(sign, pen.x, pen.y);
      const { data } = context.getImageData(0, 0, side, side);
      let digits = "";
      for (let at = 3; at < data.length; at += 4) {
        digits += Math.round((data[at] ?? 0) / 17).toString(16);
      }
      return digits;
    },
    { ...glyph, side, pen },
  );
  const opacities = [...digits].map((digit) => Number.parseInt(digit, 16));
  return cut(opacities, side, pen);
}

/** A frame as high as a capital letter. */
export function frame(size: number): GlyphPicture {
  const line = Math.max(2, Math.round(size / 18));
  const [width, height] = [Math.round(size * 0.5), Math.round(size * 0.68)];
  const isLine = (at: number, length: number): boolean => at < line || at >= length - line;
  const opacities = Array.from({ length: width * height }, (_, index) => {
    const [x, y] = [index % width, Math.floor(index / width)];
    return isLine(x, width) || isLine(y, height) ? MOST_OPAQUE : 0;
  });
  return { left: Math.round(size * 0.07), top: height, width, height, opacities };
}

function cut(
  opacities: readonly number[],
  side: number,
  pen: { x: number; y: number },
): GlyphPicture {
  const inked = opacities.flatMap((opacity, index) => (opacity === 0 ? [] : [index]));
  if (inked.length === 0) return { left: 0, top: 0, width: 0, height: 0, opacities: [] };
  const columns = inked.map((index) => index % side);
  const left = columns.reduce((least, x) => Math.min(least, x));
  const right = columns.reduce((most, x) => Math.max(most, x)) + 1;
  const top = Math.floor((inked[0] ?? 0) / side);
  const bottom = Math.floor((inked.at(-1) ?? 0) / side) + 1;
  const rows = Array.from({ length: bottom - top }, (_, row) => (top + row) * side);
  return {
    left: left - pen.x,
    top: pen.y - top,
    width: right - left,
    height: bottom - top,
    opacities: rows.flatMap((start) => opacities.slice(start + left, start + right)),
  };
}
