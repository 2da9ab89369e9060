import { type FontTables, tableOf } from "./sfnt.ts";

/** Kerning by the left glyph, then by the right one, in units of the font; zeros are left out. */
export type Kerning = ReadonlyMap<number, ReadonlyMap<number, number>>;

/** Looks up how far a pair is moved; undefined where a subtable says nothing about it. */
type Lookup = (left: number, right: number) => number | undefined;

/** Positions of pairs (https://learn.microsoft.com/typography/opentype/spec/gpos#lookup-type-2). */
const PAIR = 2;
/** A subtable far away. */
const EXTENSION = 9;
/** The only value that kerning uses: the left glyph's advance. */
const ADVANCE = 4;

/**
 * The kerning of a font whose layout features are cut down to `kern`.
 *
 * @throws Error where a table has a form that no font of ours has
 */
export function readKerning(tables: FontTables, glyphCount: number): Kerning {
  const lookups = readLookups(tableOf(tables, "GPOS"));
  const glyphs = Array.from({ length: glyphCount }, (_, glyph) => glyph);
  const kerningOf = (left: number, right: number): number =>
    firstOf(lookups, (lookup) => lookup(left, right)) ?? 0;
  return new Map(
    glyphs.map((left) => {
      const row = glyphs.map((right) => [right, kerningOf(left, right)] as const);
      return [left, new Map(row.filter(([, value]) => value !== 0))];
    }),
  );
}

function firstOf<Item, Result>(
  items: readonly Item[],
  look: (item: Item) => Result | undefined,
): Result | undefined {
  for (const item of items) {
    const result = look(item);
    if (result !== undefined) return result;
  }
  return undefined;
}

function readLookups(gpos: Buffer): Lookup[] {
  const list = gpos.subarray(gpos.readUInt16BE(8));
  if (list.readUInt16BE(0) !== 1) throw new Error("kerning of more than one lookup");
  const lookup = list.subarray(list.readUInt16BE(2));
  return offsetsAt(lookup, 4).map((offset) =>
    readPairs(subtableAt(lookup.subarray(offset), lookup.readUInt16BE(0))),
  );
}

function subtableAt(table: Buffer, type: number): Buffer {
  if (type === PAIR) return table;
  if (type !== EXTENSION || table.readUInt16BE(2) !== PAIR) throw new Error("not kerning");
  return table.subarray(table.readUInt32BE(4));
}

function readPairs(table: Buffer): Lookup {
  if (table.readUInt16BE(4) !== ADVANCE || table.readUInt16BE(6) !== 0) {
    throw new Error("kerning that moves more than an advance");
  }
  const covered = readCoverage(table.subarray(table.readUInt16BE(2)));
  return table.readUInt16BE(0) === 1 ? singlePairs(table, covered) : classPairs(table, covered);
}

function singlePairs(table: Buffer, covered: ReadonlyMap<number, number>): Lookup {
  const sets = offsetsAt(table, 8).map((offset) => {
    const set = table.subarray(offset);
    const places = Array.from({ length: set.readUInt16BE(0) }, (_, index) => 2 + index * 4);
    return new Map(places.map((at) => [set.readUInt16BE(at), set.readInt16BE(at + 2)]));
  });
  return (left, right) => sets[covered.get(left) ?? -1]?.get(right);
}

function classPairs(table: Buffer, covered: ReadonlyMap<number, number>): Lookup {
  const lefts = readClasses(table.subarray(table.readUInt16BE(8)));
  const rights = readClasses(table.subarray(table.readUInt16BE(10)));
  const width = table.readUInt16BE(14);
  return (left, right) => {
    if (!covered.has(left)) return undefined;
    const index = (lefts.get(left) ?? 0) * width + (rights.get(right) ?? 0);
    return table.readInt16BE(16 + index * 2);
  };
}

/** Covered glyphs and their numbers in the coverage. */
function readCoverage(table: Buffer): ReadonlyMap<number, number> {
  const count = table.readUInt16BE(2);
  if (table.readUInt16BE(0) === 1) {
    return new Map(Array.from({ length: count }, (_, at) => [table.readUInt16BE(4 + at * 2), at]));
  }
  return readRanges(table.subarray(2), (value, offset) => value + offset);
}

function readClasses(table: Buffer): ReadonlyMap<number, number> {
  if (table.readUInt16BE(0) === 2) return readRanges(table.subarray(2), (value) => value);
  const first = table.readUInt16BE(2);
  const places = Array.from({ length: table.readUInt16BE(4) }, (_, index) => index);
  return new Map(places.map((index) => [first + index, table.readUInt16BE(6 + index * 2)]));
}

function readRanges(
  table: Buffer,
  numberOf: (value: number, offset: number) => number,
): ReadonlyMap<number, number> {
  const values = new Map<number, number>();
  for (let at = 2; at < 2 + table.readUInt16BE(0) * 6; at += 6) {
    const first = table.readUInt16BE(at);
    for (let glyph = first; glyph <= table.readUInt16BE(at + 2); glyph++) {
      values.set(glyph, numberOf(table.readUInt16BE(at + 4), glyph - first));
    }
  }
  return values;
}

function offsetsAt(table: Buffer, at: number): number[] {
  const count = table.readUInt16BE(at);
  return Array.from({ length: count }, (_, index) => table.readUInt16BE(at + 2 + index * 2));
}
