import { MeasuredFont } from "./measured-font.ts";
import { cutDown } from "./subset.ts";

/** In thousandths of an em, by sign; kerning by the left sign, then by the right one. */
export interface FontFacts {
  readonly advances: Readonly<Record<string, number>>;
  readonly kerning: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Less is left out, in thousandths of an em. */
const LEAST_KERNING = 10;

/**
 * Measures signs of a font.
 *
 * @param source a TrueType font
 * @param characters those that it lacks are left out
 */
export async function readFontFacts(source: Buffer, characters: string): Promise<FontFacts> {
  const font = new MeasuredFont(await cutDown(source, characters));
  const unit = font.unitsPerEm / 1000;
  const known = [...new Set(characters)].filter((sign) => font.glyphOf(sign) !== undefined);
  const letters = known.filter((sign) => !/\s/.test(sign));
  const rowOf = (left: string): Record<string, number> => {
    const row = letters.map((right) => [right, Math.round(font.kerningOf(left, right) / unit)]);
    return Object.fromEntries(row.filter(([, value]) => Math.abs(Number(value)) >= LEAST_KERNING));
  };
  return {
    advances: Object.fromEntries(known.map((sign) => [sign, font.advanceOf(sign) / unit])),
    kerning: Object.fromEntries(letters.map((left) => [left, rowOf(left)])),
  };
}
