import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { PagefindEntry, PieceChecks } from "../../language/index.ts";

const ENTRY = "pagefind-entry.json";

/** Where gzip keeps the CRC-32 of what it has packed, counted from the end. */
const CRC_FROM_END = 8;

/** @param bundle the bundle of an index */
export function readEntry(bundle: string): PagefindEntry {
  return JSON.parse(readFileSync(join(bundle, ENTRY), "utf8")) as PagefindEntry;
}

/**
 * What each file of an index ends with that a search cannot do without. Of what results show there
 * is one file for each page, and its name tells what it holds.
 *
 * @param bundle the bundle of the index
 * @param name what the bundle calls the volume
 * @param code the folder of Pagefind's program
 */
export function checksOf(bundle: string, name: string, code: string): PieceChecks {
  const own = readEntry(bundle).languages[name];
  const meta = `pagefind.${own?.hash}.pf_meta`;
  const words = readdirSync(join(bundle, "index")).filter((file) => file.startsWith(`${name}_`));
  const program = basename(`wasm.${own?.wasm ?? "unknown"}.pagefind`);
  return {
    [meta]: crcOf(join(bundle, meta)),
    ...Object.fromEntries(
      words.sort().map((file) => [`index/${file}`, crcOf(join(bundle, "index", file))]),
    ),
    [program]: crcOf(join(code, program)),
  };
}

/** @returns hexadecimal digits */
function crcOf(file: string): string {
  const bytes = readFileSync(file);
  return bytes.readUInt32LE(bytes.length - CRC_FROM_END).toString(16);
}
