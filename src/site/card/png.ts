import { crc32, deflateSync } from "node:zlib";

/** A picture of 16 colours, two pixels in a byte, the left one in its high half. */
export interface PackedPicture {
  /** In pixels; the width is even. */
  readonly width: number;
  readonly height: number;
  /** Rows from the top, each after a byte of zero: PNG's filter «none». */
  readonly rows: Uint8Array;
  /** Red, green, blue of each colour, 0 to 255. */
  readonly palette: readonly (readonly [number, number, number])[];
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const BIT_DEPTH = 4;
/** Colour type 3 (https://www.w3.org/TR/png-3/#11IHDR). */
const BY_PALETTE = 3;

/** Levels from 4 on take two to four times as long for a sixth less. */
const COMPRESSION = { level: 2, memLevel: 9, chunkSize: 65_536 } as const;

/** @returns the bytes of a PNG file */
export function encodePng(picture: PackedPicture): Uint8Array {
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", headerOf(picture)),
    chunk("PLTE", Buffer.from(picture.palette.flat())),
    chunk("IDAT", deflateSync(picture.rows, COMPRESSION)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function headerOf({ width, height }: PackedPicture): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = BIT_DEPTH;
  header[9] = BY_PALETTE;
  return header;
}

function chunk(type: string, data: Buffer): Buffer {
  const bytes = Buffer.alloc(12 + data.length);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(type, 4, "latin1");
  data.copy(bytes, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + data.length)), 8 + data.length);
  return bytes;
}
