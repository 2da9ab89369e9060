import { readKerning } from "./kerning.ts";
import { readAdvances, readCharacters, tableOf } from "./sfnt.ts";
import { readCut } from "./subset.ts";

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
 * @param font a TrueType font
 * @param characters those that it lacks are left out
 */
export async function readFontFacts(font: Buffer, characters: string): Promise<FontFacts> {
  const tables = await readCut(font, characters);
  const advances = readAdvances(tables);
  const unit = tableOf(tables, "head").readUInt16BE(18) / 1000;
  const glyphs = readCharacters(tables);
  const known = [...new Set(characters)].flatMap((sign) => {
    const glyph = glyphs.get(sign.codePointAt(0) ?? 0);
    return glyph === undefined ? [] : [{ sign, glyph }];
  });
  const kerning = readKerning(tables, advances.length);
  const rowOf = (left: number): Record<string, number> =>
    Object.fromEntries(
      known.flatMap(({ sign, glyph }) => {
        const value = Math.round((kerning.get(left)?.get(glyph) ?? 0) / unit);
        return Math.abs(value) < LEAST_KERNING || /\s/.test(sign) ? [] : [[sign, value]];
      }),
    );
  const letters = known.filter(({ sign }) => !/\s/.test(sign));
  return {
    advances: Object.fromEntries(
      known.map(({ sign, glyph }) => [sign, (advances[glyph] ?? 0) / unit]),
    ),
    kerning: Object.fromEntries(letters.map(({ sign, glyph }) => [sign, rowOf(glyph)])),
  };
}
