import { closeSync, openSync, readSync, writeSync } from "node:fs";
import { ByteReader, ByteWriter } from "../../search/format/index.ts";
import { LeafCursor, readPage } from "../leaf/leaf-file.ts";
import { CursorHeap } from "./cursor-heap.ts";

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
      merged.#mergeAll(new CursorHeap(cursors));
    } finally {
      for (const { cursor } of cursors) cursor.close();
    }
    return merged;
  }

  #mergeAll(heap: CursorHeap): void {
    const to = new Output(this.#file);
    for (let word = heap.word; word !== undefined; word = heap.word) {
      let pages = 0;
      while (heap.word === word) {
        pages += copyPages(heap, to);
        heap.next();
      }
      this.words.push(word);
      this.counts.push(pages);
      this.#starts.push(to.flushed());
    }
    to.end();
  }

  /**
   * @param number of a word
   * @returns what readPage reads, its count times: slots, each as it is and not as a distance
   */
  read(number: number): ByteReader {
    const [start = 0, end = 0] = [this.#starts[number], this.#starts[number + 1]];
    const bytes = new Uint8Array(end - start);
    readSync(this.#file, bytes, 0, bytes.length, start);
    return new ByteReader(bytes);
  }

  close(): void {
    closeSync(this.#file);
  }
}

/** @returns how many pages the word has in the leaf that comes next */
function copyPages({ first }: CursorHeap, to: Output): number {
  const { cursor: { current } = {}, slots } = first ?? {};
  if (current === undefined || slots === undefined) return 0;
  let last = 0;
  for (let left = current.count; left > 0; left--) {
    const { page, weight, positions } = readPage(current.pages, last);
    last = page;
    to.bytes.number(slots[page] ?? 0);
    to.bytes.number(weight);
    to.bytes.number(positions.length);
    to.bytes.rising(positions);
  }
  return current.count;
}

const FLUSH_BYTES = 1 << 20;

/** A file that is written in large pieces. */
class Output {
  readonly #file: number;
  bytes = new ByteWriter(FLUSH_BYTES);
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
    this.#written += writeSync(this.#file, this.bytes.toBytes());
    this.bytes = new ByteWriter(FLUSH_BYTES);
  }
}
