import { fold, stem } from "../../language/index.ts";
import { ByteReader, ByteWriter } from "./bytes.ts";

/**
 * Which words a dictionary has, in a few bytes a word: it never denies one of them, and takes one other
 * word in 128 for one. Words are known by their hashes, which are divided among FILTER_FILES files. A
 * file is a Golomb-coded set: how many hashes, a number; then what lies between each and the one before,
 * sorted, in Rice's code of RICE_BITS bits. With 8.5 bits a word it is smaller than a Bloom filter (9.6)
 * or an xor filter (9.8 for one in 256) of the same use, and the simplest to read.
 *
 * @see Putze, Sanders and Singler (2009), Cache-, Hash- and Space-Efficient Bloom Filters
 */

/** Each has about 6 kB, and its name stands in the manifest. */
export const FILTER_FILES = 64;

const VOWEL = /^[аеёийоуыэюя]/;

/**
 * What is kept of a word: its stem, and whether a vowel, a consonant or nothing follows. Of slips in
 * words of news 1.5 % are forms of a dictionary, 3.9 % have such a key, 4.5 % a stem of one; there are
 * three million forms, 358,000 keys and 272,000 stems.
 *
 * @param word in lower case, й and ё as written
 */
export function filterKeyOf(word: string): string {
  const root = stem(word);
  const ending = word.slice(root.length);
  if (ending === "") return fold(root);
  return `${fold(root)} ${VOWEL.test(ending) ? "а" : "в"}`;
}

/** One other word in 2^7 is taken for one of the set. */
const RATE_BITS = 7;
/** Gaps are 2^RATE_BITS on average; Rice's code is shortest with one bit less. */
const RICE_BITS = 6;

/** A hash has so many bits besides those that choose the file. */
const HASH_BITS = 26;

/** @returns the number of the file that a word belongs to */
export function filterFileOf(word: string): number {
  return hashOf(word) % FILTER_FILES;
}

/** @returns the body of a filter file of words that belong to it, each once */
export function encodeFilter(words: readonly string[]): Uint8Array {
  const values = words.map((word) => numberOf(word, words.length)).sort((a, b) => a - b);
  const to = new ByteWriter();
  to.number(values.length);
  const bits = new BitWriter(to);
  let last = 0;
  for (const value of values) {
    bits.rice(value - last);
    last = value;
  }
  bits.end();
  return to.toBytes();
}

/**
 * @param body of the file that the word belongs to
 * @returns whether the word is one of the set; for one other word in 128 too
 * @throws RangeError where the file ends too early
 */
export function isInFilter(body: Uint8Array, word: string): boolean {
  const from = new ByteReader(body);
  const count = from.number();
  const wanted = numberOf(word, count);
  const bits = new BitReader(from);
  let value = 0;
  for (let left = count; left > 0 && value <= wanted; left--) {
    value += bits.rice();
    if (value === wanted) return true;
  }
  return false;
}

/** The number of a word in a set of this size: from 0 to count × 2^RATE_BITS − 1. */
function numberOf(word: string, count: number): number {
  const hash = Math.floor(hashOf(word) / FILTER_FILES);
  return Math.floor((hash * count) / 2 ** (HASH_BITS - RATE_BITS));
}

/** FNV-1a over UTF-16 units, then what MurmurHash3 ends with, so that all bits depend on all letters. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) {
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const BYTE = 8;

/** Writes bits, the first one highest in its byte. */
class BitWriter {
  readonly #to: ByteWriter;
  #byte = 0;
  #length = 0;

  constructor(to: ByteWriter) {
    this.#to = to;
  }

  /** A Rice code: the high part as that many ones and a zero, then the low bits. */
  rice(value: number): void {
    for (let high = value >>> RICE_BITS; high > 0; high--) this.#bit(1);
    this.#bit(0);
    for (let at = RICE_BITS - 1; at >= 0; at--) this.#bit((value >>> at) & 1);
  }

  /** Fills the last byte. */
  end(): void {
    while (this.#length > 0) this.#bit(0);
  }

  #bit(bit: number): void {
    this.#byte = (this.#byte << 1) | bit;
    this.#length++;
    if (this.#length < BYTE) return;
    this.#to.byte(this.#byte);
    this.#byte = 0;
    this.#length = 0;
  }
}

/** Reads the bits of a BitWriter. */
class BitReader {
  readonly #from: ByteReader;
  #byte = 0;
  #left = 0;

  constructor(from: ByteReader) {
    this.#from = from;
  }

  rice(): number {
    let value = 0;
    while (this.#bit() === 1) value++;
    for (let at = 0; at < RICE_BITS; at++) value = (value << 1) | this.#bit();
    return value;
  }

  #bit(): number {
    if (this.#left === 0) {
      this.#byte = this.#from.byte();
      this.#left = BYTE;
    }
    this.#left--;
    return (this.#byte >>> this.#left) & 1;
  }
}
