import { readTables, tableOf, writeTables } from "./sfnt.ts";

/** Kerning by the left glyph, then by the right one, in units of the font; zeros are left out. */
export type Kerning = ReadonlyMap<number, ReadonlyMap<number, number>>;

/** @returns a TrueType font with this kerning in the place of its own */
export function withKerning(font: Uint8Array, kerning: Kerning): Buffer {
  const tables = readTables(Buffer.from(font));
  const count = tableOf(tables, "maxp").readUInt16BE(4);
  return writeTables(new Map(tables).set("GPOS", writeKerning(kerning, count)));
}

/** Scripts that the kerning holds for. */
const SCRIPTS = ["DFLT", "cyrl", "latn"] as const;

/**
 * Writes kerning as one table of classes: glyphs with the same row of values are one class, and so
 * are glyphs with the same column. It packs to half of what fonts bring, whose single pairs name
 * every glyph.
 *
 * @returns the table GPOS
 */
function writeKerning(kerning: Kerning, glyphCount: number): Buffer {
  const glyphs = Array.from({ length: glyphCount }, (_, glyph) => glyph);
  const value = (left: number, right: number): number => kerning.get(left)?.get(right) ?? 0;
  const lefts = classesOf(glyphs, (left) => glyphs.map((right) => value(left, right)));
  const rights = classesOf(glyphs, (right) => glyphs.map((left) => value(left, right)));
  const cells = lefts.samples.flatMap((left) => rights.samples.map((right) => value(left, right)));
  return Buffer.concat([gposHeader(), pairTable(lefts, rights, cells)]);
}

interface Classes {
  /** The class of every glyph; 0 is that of glyphs that nothing moves. */
  readonly of: readonly number[];
  /** A glyph of each class. */
  readonly samples: readonly number[];
}

function classesOf(glyphs: readonly number[], valuesOf: (glyph: number) => number[]): Classes {
  const keys = glyphs.map((glyph) => valuesOf(glyph).join());
  const none = glyphs.map(() => 0).join();
  const names = [...new Set([none, ...keys])];
  // Where every glyph is moved, class 0 is empty; the first glyph's row then stands for nothing.
  if (!keys.includes(none)) throw new Error("every glyph is kerned");
  return {
    of: keys.map((key) => names.indexOf(key)),
    samples: names.map((name) => keys.indexOf(name)),
  };
}

/** Everything above the subtable: the scripts, the feature `kern`, and one lookup. */
function gposHeader(): Buffer {
  const scripts = 10;
  const script = 2 + SCRIPTS.length * 6;
  const features = scripts + script + 12;
  const lookups = features + 14;
  const words: (number | string)[] = [1, 0, scripts, features, lookups, SCRIPTS.length];
  for (const tag of SCRIPTS) words.push(tag, script);
  // The script's default language: no required feature, one feature, the first.
  words.push(4, 0, 0, 0xffff, 1, 0);
  words.push(1, "kern", 8, 0, 1, 0);
  // One lookup of pairs, with one subtable right behind.
  words.push(1, 4, 2, 0, 1, 8);
  return wordsOf(words);
}

function pairTable(lefts: Classes, rights: Classes, cells: readonly number[]): Buffer {
  const coverage = coverageOf(lefts);
  const leftClasses = classTable(lefts);
  const size = 16 + cells.length * 2;
  const leftAt = size + coverage.length;
  const header = [2, size, 4, 0, leftAt, leftAt + leftClasses.length];
  const counts = [lefts.samples.length, rights.samples.length];
  const table = wordsOf([...header, ...counts, ...cells.map((cell) => cell & 0xffff)]);
  return Buffer.concat([table, coverage, leftClasses, classTable(rights)]);
}

function coverageOf({ of }: Classes): Buffer {
  const moved = of.flatMap((name, glyph) => (name === 0 ? [] : [glyph]));
  return wordsOf([1, moved.length, ...moved]);
}

function classTable({ of }: Classes): Buffer {
  return wordsOf([1, 0, of.length, ...of]);
}

/** Numbers of two bytes each, and tags of four. */
function wordsOf(words: readonly (number | string)[]): Buffer {
  return Buffer.concat(
    words.map((word) => {
      if (typeof word === "string") return Buffer.from(word, "latin1");
      const bytes = Buffer.alloc(2);
      bytes.writeUInt16BE(word);
      return bytes;
    }),
  );
}
