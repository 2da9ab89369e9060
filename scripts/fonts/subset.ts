import subsetFont from "subset-font";
import { FONT_CHARACTERS } from "./characters.ts";
import { type Kerning, withKerning } from "./kerning-table.ts";
import { MeasuredFont } from "./measured-font.ts";

const SIGNS = [...new Set(FONT_CHARACTERS)];

/**
 * Nothing reads them here: names of variations, metrics of vertical text, glyph classes for
 * features that are gone.
 */
const UNUSED_TABLES = ["STAT", "vhea", "vmtx", "GDEF", "GSUB"] as const;

const SETTINGS = {
  noLayoutClosure: true,
  noHinting: true,
  keepFeatures: ["kern"],
  dropTables: UNUSED_TABLES,
} as const;

/** In thousandths of an em: a tenth of a pixel at the size of text. Less is left out. */
const KERNING_STEP = 5;
const LEAST_KERNING = 10;

/** A font cut down, and what it measures. */
export interface Subset {
  readonly woff2: Buffer;
  readonly font: MeasuredFont;
}

/**
 * Cuts a font down to the characters of the site, without hints and with kerning only, which is
 * rounded and written anew.
 *
 * @param source a TrueType font
 * @throws Error where the font lacks a character
 */
export async function makeSubset(source: Buffer): Promise<Subset> {
  const cut = await cutDown(source, FONT_CHARACTERS);
  const font = new MeasuredFont(cut);
  const missing = SIGNS.filter((sign) => font.glyphOf(sign) === undefined);
  if (missing.length > 0) throw new Error(`the font has no «${missing.join("», «")}»`);
  const options = { ...SETTINGS, targetFormat: "woff2" } as const;
  const woff2 = await subsetFont(withKerning(cut, thinKerning(font)), FONT_CHARACTERS, options);
  return { woff2, font };
}

/** @returns a TrueType font that is cut down to some characters, or as many of them as it has */
export async function cutDown(
  source: Buffer,
  characters: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const options = { ...SETTINGS, targetFormat: "truetype" } as const;
  return Uint8Array.from(await subsetFont(source, characters, options));
}

/** The kerning within a script, rounded; what nobody sees is left out. */
function thinKerning(font: MeasuredFont): Kerning {
  const step = (KERNING_STEP * font.unitsPerEm) / 1000;
  const least = (LEAST_KERNING * font.unitsPerEm) / 1000;
  const rowOf = (left: string): Map<number, number> => {
    const row = new Map<number, number>();
    for (const right of SIGNS) {
      const value = canMeet(left, right) ? font.kerningOf(left, right) : 0;
      if (Math.abs(value) < least) continue;
      row.set(font.glyphOf(right) ?? 0, Math.round(value / step) * step);
    }
    return row;
  };
  return new Map(SIGNS.map((left) => [font.glyphOf(left) ?? 0, rowOf(left)]));
}

/** Letters of two scripts do not meet within a word. */
function canMeet(left: string, right: string): boolean {
  const word = left + right;
  return !(/\p{Script=Cyrillic}/u.test(word) && /\p{Script=Latin}/u.test(word));
}
