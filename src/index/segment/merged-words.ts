import { closeSync, openSync, readSync, writeSync } from "node:fs";
import { ByteReader, ByteWriter } from "../../search/format/index.ts";
import { LeafCursor } from "../leaf/leaf-file.ts";
import { type MergedLeaf, MergingLeaves } from "./merging-leaves.ts";

/** A piece of a file that is worth a call. */
const FLUSH_BYTES = 1 << 20;
const PIECE_BYTES = 1 << 18;

/**
 * The words of all leaves, each with its pages in the whole segment. Where they stand is on disk: an
 * archive of any size is merged in the same memory, but for its vocabulary.
 */
export class MergedWords {
  /** The different words, sorted. */
  readonly words: string[] = [];
  /** In how many pages each of them stands. */
  readonly counts: number[] = [];
  /** Where the pages of each begin in the file, and where those of the last one end. */
  readonly #starts = [0];
  readonly #file: number;
  /** A piece of the file: words that are read one after the other stand side by side in it mostly. */
  #piece = new Uint8Array(PIECE_BYTES);
  /** Where it begins and ends in the file. */
  #held: readonly [start: number, end: number] = [0, 0];

  private constructor(path: string) {
    this.#file = openSync(path, "w+");
  }

  /**
   * @param leaves the files of their words
   * @param slots for each leaf from the number of a page in it to its slot
   * @param path of the file that is written; whoever closes it may remove it
   */
  static merge(
    leaves: readonly string[],
    slots: readonly Uint32Array[],
    path: string,
  ): MergedWords {
    const merged = new MergedWords(path);
    const cursors = leaves.map((leaf, number) => {
      return { cursor: new LeafCursor(leaf), slots: slots[number] ?? new Uint32Array() };
    });
    try {
      merged.#mergeAll(new MergingLeaves(cursors));
    } finally {
      for (const { cursor } of cursors) cursor.close();
    }
    return merged;
  }

  #mergeAll(leaves: MergingLeaves): void {
    const to = new Output(this.#file);
    for (let { first } = leaves; first !== undefined; first = leaves.first) {
      const { word = "" } = first.cursor;
      let pages = 0;
      for (; first?.cursor.word === word; first = leaves.first) {
        pages += copyPages(first, to.bytes);
        leaves.next();
      }
      this.words.push(word);
      this.counts.push(pages);
      this.#starts.push(to.flushed());
    }
    to.end();
  }

  /**
   * @param number of a word
   * @returns of each of its pages the slot, the weight, how many positions, and these as rising
   *   numbers; until the next call
   */
  read(number: number): ByteReader {
    const [start = 0, end = 0] = [this.#starts[number], this.#starts[number + 1]];
    if (start < this.#held[0] || end > this.#held[1]) this.#hold(start, end - start);
    return new ByteReader(this.#piece, start - this.#held[0]);
  }

  /** Reads a range of the file, with some bytes around it. */
  #hold(start: number, length: number): void {
    if (this.#piece.length < length) this.#piece = new Uint8Array(2 * length);
    const { length: room } = this.#piece;
    // Most later reads are behind it.
    const from = Math.max(0, start - ((room - length) >> 3));
    this.#held = [from, from + readSync(this.#file, this.#piece, 0, room, from)];
  }

  close(): void {
    closeSync(this.#file);
  }
}

/** @returns how many pages the word has in the leaf */
function copyPages({ cursor: { count, pages }, slots }: MergedLeaf, to: ByteWriter): number {
  let page = 0;
  for (let left = count; left > 0; left--) {
    page += pages.number();
    to.number(slots[page] ?? 0);
    to.number(pages.number());
    const positions = pages.number();
    to.number(positions);
    for (let at = 0; at < positions; at++) to.number(pages.number());
  }
  return count;
}

/** A file that is written in large pieces. */
class Output {
  readonly #file: number;
  readonly bytes = new ByteWriter(FLUSH_BYTES);
  #written = 0;

  constructor(file: number) {
    this.#file = file;
  }

  /** @returns how many bytes there are, those in memory too */
  flushed(): number {
    if (this.bytes.length >= FLUSH_BYTES) this.end();
    return this.#written + this.bytes.length;
  }

  end(): void {
    this.#written += writeSync(this.#file, this.bytes.view());
    this.bytes.clear();
  }
}
