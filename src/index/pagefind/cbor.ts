/** Reads what Pagefind writes of CBOR (RFC 8949): whole numbers, texts and lists of known lengths. */

/** A whole number, a text, or a list of these. */
export type Cbor = number | string | readonly Cbor[];

const NUMBER = 0;
const NEGATIVE = 1;
const TEXT = 3;
const LIST = 4;

const KIND_BITS = 5;
const SIZE_MASK = 0x1f;
/** Smaller numbers stand in the first byte; from here on it says how many bytes follow. */
const FIRST_LONG = 24;

/** @throws Error at anything else */
export function decodeCbor(bytes: Buffer, start = 0): Cbor {
  let at = start;
  const size = (short: number): number => {
    if (short < FIRST_LONG) return short;
    const length = 2 ** (short - FIRST_LONG);
    if (length > 4) throw new Error(`CBOR: no numbers of ${length} bytes are expected`);
    at += length;
    return bytes.readUIntBE(at - length, length);
  };
  const read = (): Cbor => {
    const first = bytes.readUInt8(at++);
    const value = size(first & SIZE_MASK);
    switch (first >> KIND_BITS) {
      case NUMBER:
        return value;
      case NEGATIVE:
        return -1 - value;
      case TEXT:
        at += value;
        return bytes.toString("utf8", at - value, at);
      case LIST:
        return Array.from({ length: value }, read);
      default:
        throw new Error(`CBOR: byte ${first} at ${at - 1} is not expected`);
    }
  };
  return read();
}
