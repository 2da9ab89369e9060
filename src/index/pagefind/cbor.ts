/** Reads what Pagefind writes of CBOR (RFC 8949): whole numbers, texts and lists of known lengths. */

const NUMBER = 0;
const NEGATIVE = 1;
const TEXT = 3;
const LIST = 4;
const KINDS = ["a number", "a number below zero", "bytes", "a text", "a list"];

const KIND_BITS = 5;
const SIZE_MASK = 0x1f;
/** Smaller numbers stand in the first byte; from here on it says how many bytes follow. */
const FIRST_LONG = 24;
const MOST_BYTES = 4;

/** Goes through a file from one end to the other; nothing that is passed over takes memory. */
export class CborReader {
  readonly #bytes: Buffer;
  #at: number;
  #kind = NUMBER;

  /** @param at where it begins */
  constructor(bytes: Buffer, at: number) {
    this.#bytes = bytes;
    this.#at = at;
  }

  /** @throws Error where something else stands there; so all below */
  number(): number {
    const value = this.#head();
    if (this.#kind === NEGATIVE) return -1 - value;
    this.#expect(NUMBER);
    return value;
  }

  text(): string {
    const length = this.#head();
    this.#expect(TEXT);
    this.#at += length;
    return this.#bytes.toString("utf8", this.#at - length, this.#at);
  }

  /** @returns how many things are in the list that follow */
  list(): number {
    const length = this.#head();
    this.#expect(LIST);
    return length;
  }

  /** Goes past whatever comes next. */
  skip(): void {
    const value = this.#head();
    if (this.#kind === TEXT) this.#at += value;
    else if (this.#kind === LIST) for (let left = value; left > 0; left--) this.skip();
    else if (this.#kind !== NEGATIVE) this.#expect(NUMBER);
  }

  #head(): number {
    const first = this.#bytes.readUInt8(this.#at++);
    this.#kind = first >> KIND_BITS;
    const short = first & SIZE_MASK;
    if (short < FIRST_LONG) return short;
    const length = 2 ** (short - FIRST_LONG);
    if (length > MOST_BYTES) throw new Error(`No number of ${length} bytes is expected`);
    this.#at += length;
    return this.#bytes.readUIntBE(this.#at - length, length);
  }

  #expect(kind: number): void {
    if (this.#kind === kind) return;
    const found = KINDS[this.#kind] ?? `kind ${this.#kind}`;
    throw new Error(`At byte ${this.#at} there is ${found} where ${KINDS[kind]} is expected`);
  }
}
