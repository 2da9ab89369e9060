import { closeSync, openSync, readSync } from "node:fs";
import { compare } from "../../language/index.ts";
import { ByteReader, ByteWriter } from "../../search/format/index.ts";
import type { LeafWord } from "./page-words.ts";

/**
 * The words of a leaf, sorted, each as: the bytes of the rest; the word; how many pages; for each page
 * its distance from the one before, the weight, how many positions, and these as rising numbers. It
 * is read from one end to the other and never as a whole.
 */

/** @returns the bytes of the file */
export function encodeWords(words: Iterable<LeafWord>): Uint8Array {
  const all = new ByteWriter(1 << 16);
  const own = new ByteWriter();
  for (const one of [...words].sort((a, b) => compare(a.word, b.word))) {
    own.clear();
    encodeWord(one, own);
    all.number(own.length);
    all.bytes(own.view());
  }
  return all.toBytes();
}

function encodeWord({ word, count, pages }: LeafWord, to: ByteWriter): void {
  to.text(word);
  to.number(count);
  let last = 0;
  for (let at = 0; at < pages.length; ) {
    const [page = 0, weight = 0, positions = 0] = [pages[at], pages[at + 1], pages[at + 2]];
    at += 3;
    to.number(page - last);
    to.number(weight);
    to.number(positions);
    to.rising(pages, at, at + positions);
    at += positions;
    last = page;
  }
}

/** Enough for nearly every word; the buffer grows for the others. */
const READ_BYTES = 1 << 16;
/** A number that fits into so many bytes says how long a word's entry is. */
const LENGTH_BYTES = 8;

/** To make one takes as long as to read a word. */
const DECODER = new TextDecoder();

/** Goes through the words of a leaf, with a few of them in memory at a time. */
export class LeafCursor {
  readonly #file: number;
  #buffer = Buffer.alloc(0);
  #at = 0;
  #isFileRead = false;
  /** The word that it stands at; nothing behind the last one. */
  word: string | undefined;
  /** How many pages hold it. */
  count = 0;
  /** Stands at the first of them. */
  pages = new ByteReader(this.#buffer);

  /** @param path of a file with what encodeWords returned */
  constructor(path: string) {
    this.#file = openSync(path, "r");
    this.next();
  }

  /** Goes to the next word. */
  next(): void {
    this.#fill(LENGTH_BYTES);
    if (this.#at === this.#buffer.length) {
      this.word = undefined;
      return;
    }
    const header = new ByteReader(this.#buffer, this.#at);
    const length = header.number();
    this.#at = header.at;
    this.#fill(length);
    this.pages = new ByteReader(this.#buffer, this.#at);
    this.#at += length;
    this.word = DECODER.decode(this.pages.bytes(this.pages.number()));
    this.count = this.pages.number();
  }

  /** Has so many bytes in the buffer behind the place where it reads, if there are any. */
  #fill(bytes: number): void {
    const left = this.#buffer.length - this.#at;
    if (left >= bytes || this.#isFileRead) return;
    const larger = Buffer.alloc(Math.max(bytes, READ_BYTES) + left);
    this.#buffer.copy(larger, 0, this.#at);
    const read = readSync(this.#file, larger, left, larger.length - left, null);
    this.#isFileRead = read < larger.length - left;
    this.#buffer = larger.subarray(0, left + read);
    this.#at = 0;
  }

  close(): void {
    closeSync(this.#file);
  }
}
