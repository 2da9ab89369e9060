import {
  ByteWriter,
  type ChunkRef,
  encodePositions,
  encodePostings,
  type Locator,
} from "../../search/format/index.ts";
import type { PackFiles } from "../written-files.ts";
import { type CutRule, cutsBefore } from "./file-cuts.ts";
import type { LemmaPostings } from "./lemma-postings.ts";

/**
 * About 4 kB compressed: of 1 to 30 kB that cost a query the fewest bytes, a request counted as 300.
 * A longer list is a chunk by itself, so that who asks for its neighbours does not load it.
 */
const CUT: CutRule = { least: 4_500, most: 9_000, every: 16 };

interface OpenChunk {
  readonly number: number;
  readonly postings: ByteWriter;
  readonly positions: ByteWriter;
}

/** Packs posting lists into files. */
export class ChunkPacker {
  /** By their numbers, once `end` was called. */
  readonly chunks: ChunkRef[] = [];
  readonly #files: PackFiles;
  readonly #scratch = new ByteWriter();
  #opened = 0;
  #open: OpenChunk | undefined;

  constructor(files: PackFiles) {
    this.#files = files;
  }

  /**
   * @param key of the lemma; lists come in the order of their keys
   * @returns where its list will be
   */
  add(key: string, list: LemmaPostings): Locator {
    const size = this.#sizeOf(list);
    if (size > CUT.least) {
      const own = this.#begin();
      const locator = put(list, own);
      this.#close(own);
      return locator;
    }
    if (this.#open !== undefined && cutsBefore(CUT, this.#open.postings.length, size, key))
      this.end();
    this.#open ??= this.#begin();
    return put(list, this.#open);
  }

  /** Writes what is still open. */
  end(): void {
    if (this.#open !== undefined) this.#close(this.#open);
    this.#open = undefined;
  }

  #sizeOf({ slots, impacts }: LemmaPostings): number {
    this.#scratch.clear();
    this.#scratch.rising(slots);
    return this.#scratch.length + impacts.length;
  }

  #begin(): OpenChunk {
    return { number: this.#opened++, postings: new ByteWriter(), positions: new ByteWriter() };
  }

  #close({ number, postings, positions }: OpenChunk): void {
    const twin = this.#files.write("positions", positions.view());
    const { name } = this.#files.write("postings", postings.view());
    this.chunks[number] = { postings: name, positions: twin.name, positionsSize: twin.size };
  }
}

function put(list: LemmaPostings, { number, postings, positions }: OpenChunk): Locator {
  const offset = postings.length;
  encodePostings({ ...list, positions: positions.length }, postings);
  encodePositions(list, positions);
  return { chunk: number, offset, count: list.slots.length };
}
