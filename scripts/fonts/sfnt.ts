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
