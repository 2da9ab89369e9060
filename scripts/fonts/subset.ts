import subsetFont from "subset-font";
import { FONT_CHARACTERS } from "./characters.ts";
import { type Kerning, readKerning } from "./kerning.ts";
import { writeKerning } from "./kerning-table.ts";
import { type FontTables, readCharacters, readTables, tableOf, writeTables } from "./sfnt.ts";

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

/** A font cut down, with its tables for measuring. */
export interface Subset {
  readonly woff2: Buffer;
  readonly tables: FontTables;
}

/**
 * Cuts a font down to the characters of the site, without hints and with kerning only, which is
 * rounded and written anew.
 *
 * @param font a TrueType font
 * @throws Error where the font lacks a character
 */
export async function makeSubset(font: Buffer): Promise<Subset> {
  const tables = await readCut(font, FONT_CHARACTERS);
  const missing = [...FONT_CHARACTERS].filter((sign) => !readCharacters(tables).has(codeOf(sign)));
  if (missing.length > 0) throw new Error(`the font has no «${missing.join("», «")}»`);
  const thin = new Map(tables).set("GPOS", thinKerning(tables));
  const options = { ...SETTINGS, targetFormat: "woff2" } as const;
  return { woff2: await subsetFont(writeTables(thin), FONT_CHARACTERS, options), tables };
}

/** The tables of a font that is cut down to some characters, or as many of them as it has. */
export async function readCut(font: Buffer, characters: string): Promise<FontTables> {
  const options = { ...SETTINGS, targetFormat: "truetype" } as const;
  return readTables(await subsetFont(font, characters, options));
}

function thinKerning(tables: FontTables): Buffer {
  const count = tableOf(tables, "maxp").readUInt16BE(4);
  const scripts = scriptsOf(tables);
  const unit = tableOf(tables, "head").readUInt16BE(18) / 1000;
  const rowOf = (left: number, row: ReadonlyMap<number, number>): [number, number][] =>
    [...row]
      .filter(([, value]) => Math.abs(value) >= LEAST_KERNING * unit)
      .filter(([right]) => !differ(scripts.get(left), scripts.get(right)))
      .map(([right, value]) => [
        right,
        Math.round(value / unit / KERNING_STEP) * KERNING_STEP * unit,
      ]);
  const kerning: Kerning = new Map(
    [...readKerning(tables, count)].map(([left, row]) => [left, new Map(rowOf(left, row))]),
  );
  return writeKerning(kerning, count);
}

type Script = "cyrillic" | "latin";

/** Letters of two scripts do not meet within a word. */
function differ(left: Script | undefined, right: Script | undefined): boolean {
  return left !== undefined && right !== undefined && left !== right;
}

function scriptsOf(tables: FontTables): ReadonlyMap<number, Script> {
  const scripts = new Map<number, Script>();
  for (const [code, glyph] of readCharacters(tables)) {
    const sign = String.fromCodePoint(code);
    if (/\p{Script=Cyrillic}/u.test(sign)) scripts.set(glyph, "cyrillic");
    if (/\p{Script=Latin}/u.test(sign)) scripts.set(glyph, "latin");
  }
  return scripts;
}

const codeOf = (sign: string): number => sign.codePointAt(0) ?? 0;
