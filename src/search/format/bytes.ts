/** The bytes that all tables of the pack are written in: whole numbers of seven bits a byte. */

const LOW_BITS = 0x7f;
const MORE = 0x80;
const BITS = 7;

const ENCODER = new TextEncoder();

/** Whole numbers and texts, one behind the other. */
export class ByteWriter {
  #bytes: Uint8Array;
  #length = 0;

  /** @param capacity bytes that are expected; it grows where they are more */
  constructor(capacity = 256) {
    this.#bytes = new Uint8Array(capacity);
  }

  /** How many bytes were written. */
  get length(): number {
    return this.#length;
  }

  /** @param value a whole number from 0 to 2^53 − 1, the small ones short */
  number(value: number): void {
    let rest = value;
    for (; rest > LOW_BITS; rest = Math.floor(rest / MORE)) this.byte((rest % MORE) | MORE);
    this.byte(rest);
  }

  /** @param value from 0 to 255 */
  byte(value: number): void {
    if (this.#length === this.#bytes.length) this.#grow(1);
    this.#bytes[this.#length++] = value;
  }

  bytes(values: ArrayLike<number>): void {
    if (this.#length + values.length > this.#bytes.length) this.#grow(values.length);
    this.#bytes.set(values, this.#length);
    this.#length += values.length;
  }

  /** A text in UTF-8, its length in bytes in front. */
  text(text: string): void {
    const encoded = ENCODER.encode(text);
    this.number(encoded.length);
    this.bytes(encoded);
  }

  /**
   * Rising whole numbers without repeats, as the gaps between them.
   *
   * @param from the place of the first of them
   * @param to the place behind the last
   */
  rising(values: ArrayLike<number>, from = 0, to = values.length): void {
    let next = 0;
    for (let at = from; at < to; at++) {
      const value = values[at] ?? 0;
      this.number(value - next);
      next = value + 1;
    }
  }

  /** @returns a copy of what was written */
  toBytes(): Uint8Array {
    return this.view().slice();
  }

  /** @returns what was written, until more is */
  view(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  /** Begins anew, in the same memory. */
  clear(): void {
    this.#length = 0;
  }

  #grow(more: number): void {
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

/** Reads the bytes of a ByteWriter, in the same order. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  /** Where the next thing is read. */
  at: number;

  /** @param at where to begin */
  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes;
    this.at = at;
  }

  /** Whether all bytes were read. */
  get isAtEnd(): boolean {
    return this.at >= this.#bytes.length;
  }

  /** @throws RangeError behind the last byte */
  number(): number {
    let byte = this.byte();
    let value = byte & LOW_BITS;
    // Shifts end at 31 bits; numbers of pages, positions and days stay far below.
    for (let shift = BITS; byte >= MORE; shift += BITS) {
      byte = this.byte();
      value += (byte & LOW_BITS) * 2 ** shift;
    }
    return value;
  }

  /** @throws RangeError behind the last byte */
  byte(): number {
    const byte = this.#bytes[this.at++];
    if (byte === undefined) throw new RangeError("The file ends too early");
    return byte;
  }

  /**
   * @param length how many bytes
   * @returns a view of them, not a copy
   * @throws RangeError where there are fewer
   */
  bytes(length: number): Uint8Array {
    const end = this.at + length;
    if (end > this.#bytes.length) throw new RangeError("The file ends too early");
    const view = this.#bytes.subarray(this.at, end);
    this.at = end;
    return view;
  }

  text(): string {
    return new TextDecoder().decode(this.bytes(this.number()));
  }

  /** @param count how many numbers `rising` wrote */
  rising(count: number): Uint32Array {
    const values = new Uint32Array(count);
    let next = 0;
    for (let at = 0; at < count; at++) {
      const value = next + this.number();
      values[at] = value;
      next = value + 1;
    }
    return values;
  }
}
