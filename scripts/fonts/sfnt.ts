/** The tables of a TrueType font by their tags. */
export type FontTables = ReadonlyMap<string, Buffer>;

const HEADER = 12;
const RECORD = 16;
/** Tables begin at multiples of it. */
const ALIGNMENT = 4;

/** @throws Error where the bytes are not a TrueType font */
export function readTables(font: Buffer): FontTables {
  if (font.readUInt32BE(0) !== 0x00010000) throw new Error("not a TrueType font");
  const count = font.readUInt16BE(4);
  const records = Array.from({ length: count }, (_, index) => HEADER + index * RECORD);
  return new Map(
    records.map((at) => {
      const start = font.readUInt32BE(at + 8);
      const tag = font.toString("latin1", at, at + 4);
      return [tag, font.subarray(start, start + font.readUInt32BE(at + 12))];
    }),
  );
}

/** @throws Error where the font has no such table */
export function tableOf(tables: FontTables, tag: string): Buffer {
  const table = tables.get(tag);
  if (table === undefined) throw new Error(`the font has no table ${tag}`);
  return table;
}

/**
 * Puts tables together to a font. Sums are left at zero: WOFF2 holds none, and whoever unpacks it
 * reckons them anew.
 */
export function writeTables(tables: FontTables): Buffer {
  const sorted = [...tables].sort(([left], [right]) => (left < right ? -1 : 1));
  const header = Buffer.alloc(HEADER + sorted.length * RECORD);
  const power = 2 ** Math.floor(Math.log2(sorted.length));
  header.writeUInt32BE(0x00010000, 0);
  header.writeUInt16BE(sorted.length, 4);
  header.writeUInt16BE(power * RECORD, 6);
  header.writeUInt16BE(Math.log2(power), 8);
  header.writeUInt16BE((sorted.length - power) * RECORD, 10);
  const parts: Buffer[] = [header];
  let at = header.length;
  for (const [index, [tag, table]] of sorted.entries()) {
    const record = HEADER + index * RECORD;
    header.write(tag, record, "latin1");
    header.writeUInt32BE(at, record + 8);
    header.writeUInt32BE(table.length, record + 12);
    const padding = (ALIGNMENT - (table.length % ALIGNMENT)) % ALIGNMENT;
    parts.push(table, Buffer.alloc(padding));
    at += table.length + padding;
  }
  return Buffer.concat(parts);
}

/** Glyphs of characters, of the first 65,536 (cmap of format 4). */
export function readCharacters(tables: FontTables): ReadonlyMap<number, number> {
  const cmap = tableOf(tables, "cmap");
  const offsets = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) =>
    cmap.readUInt32BE(8 + index * 8),
  );
  const at = offsets.find((offset) => cmap.readUInt16BE(offset) === 4);
  if (at === undefined) throw new Error("the font has no character map of format 4");
  return readSegments(cmap.subarray(at));
}

function readSegments(map: Buffer): ReadonlyMap<number, number> {
  const size = map.readUInt16BE(6);
  const glyphs = new Map<number, number>();
  for (let at = 0; at < size; at += 2) {
    const last = map.readUInt16BE(14 + at);
    const first = map.readUInt16BE(16 + size + at);
    const delta = map.readUInt16BE(16 + 2 * size + at);
    const rangeAt = 16 + 3 * size + at;
    const range = map.readUInt16BE(rangeAt);
    for (let code = first; code <= last && code !== 0xffff; code++) {
      const raw = range === 0 ? code : map.readUInt16BE(rangeAt + range + 2 * (code - first));
      const glyph = raw === 0 ? 0 : (raw + delta) & 0xffff;
      if (glyph !== 0) glyphs.set(code, glyph);
    }
  }
  return glyphs;
}

/** Advance widths of all glyphs, in units of the font. */
export function readAdvances(tables: FontTables): readonly number[] {
  const count = tableOf(tables, "maxp").readUInt16BE(4);
  const metrics = tableOf(tables, "hmtx");
  const long = tableOf(tables, "hhea").readUInt16BE(34);
  return Array.from({ length: count }, (_, glyph) =>
    metrics.readUInt16BE(Math.min(glyph, long - 1) * 4),
  );
}
