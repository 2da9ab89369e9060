import { type ByteReader, encodeImpact, type PositionList } from "../../search/format/index.ts";
import { PLAIN_WEIGHT } from "../pagefind/read.ts";
import type { SegmentPages } from "./pages.ts";

/** Where a lemma stands, and what it says of each of its pages. */
export interface LemmaPostings extends PositionList {
  readonly slots: Uint32Array;
  readonly impacts: Uint8Array;
}

/** More than a lemma has entries; a slot and the number of an entry make one number that is exact. */
const ENTRIES = 2 ** 26;

/** As LemmaPostings, while it is made. */
interface GrowingList {
  readonly slots: number[];
  readonly impacts: number[];
  readonly starts: number[];
  readonly positions: number[];
}

/** Adds the forms of one lemma after the other up, in the same memory. */
export class LemmaAdder {
  readonly #lengths: Uint32Array;
  readonly #average: number;
  readonly #slots: number[] = [];
  readonly #weights: number[] = [];
  /** Where the positions of each entry begin, and at the end where those of the last one end. */
  readonly #starts = [0];
  readonly #positions: number[] = [];

  /**
   * @param lengths of the pages of the segment, by their slots
   * @param average how many words a page has, as roundedAverage says
   */
  constructor({ lengths }: Pick<SegmentPages, "lengths">, average: number) {
    this.#lengths = lengths;
    this.#average = average;
  }

  /**
   * @param from what MergedWords.read returned of a form
   * @param count in how many pages it stands
   */
  add(from: ByteReader, count: number): void {
    for (let left = count; left > 0; left--) {
      this.#slots.push(from.number());
      this.#weights.push(from.number());
      let next = 0;
      for (let positions = from.number(); positions > 0; positions--) {
        const position = next + from.number();
        this.#positions.push(position);
        next = position + 1;
      }
      this.#starts.push(this.#positions.length);
    }
  }

  /**
   * @returns the postings of all forms that were added since the last call: a page that holds several
   *   of them is one of its pages
   */
  take(): LemmaPostings {
    const list: GrowingList = { slots: [], impacts: [], starts: [0], positions: [] };
    const order = this.#order();
    for (let at = 0; at < order.length; ) at = this.#takePage(order, at, list);
    this.#clear();
    return {
      slots: Uint32Array.from(list.slots),
      impacts: Uint8Array.from(list.impacts),
      starts: Uint32Array.from(list.starts),
      positions: Uint32Array.from(list.positions),
    };
  }

  /** @returns where the entries of the next page begin */
  #takePage(order: Float64Array, first: number, list: GrowingList): number {
    const slot = this.#slots[order[first] ?? 0] ?? 0;
    const start = list.positions.length;
    let weight = 0;
    let at = first;
    for (; this.#slots[order[at] ?? -1] === slot; at++) {
      weight += this.#weights[order[at] ?? 0] ?? 0;
      this.#copyPositions(order[at] ?? 0, list.positions);
    }
    if (at > first + 1) sortTail(list.positions, start);
    const length = this.#lengths[slot] ?? 0;
    list.slots.push(slot);
    list.impacts.push(encodeImpact(weight / PLAIN_WEIGHT, length, this.#average));
    list.starts.push(list.positions.length);
    return at;
  }

  /** The numbers of the entries, by their slots. */
  #order(): Float64Array {
    // Sorting numbers takes a tenth of the time of sorting things by their numbers.
    const keys = Float64Array.from(this.#slots, (slot, entry) => slot * ENTRIES + entry).sort();
    return keys.map((key) => key % ENTRIES);
  }

  #copyPositions(entry: number, to: number[]): void {
    const end = this.#starts[entry + 1] ?? 0;
    for (let at = this.#starts[entry] ?? 0; at < end; at++) to.push(this.#positions[at] ?? 0);
  }

  #clear(): void {
    this.#slots.length = 0;
    this.#weights.length = 0;
    this.#starts.length = 1;
    this.#positions.length = 0;
  }
}

/** Puts what stands behind a place in order, each once. */
function sortTail(positions: number[], start: number): void {
  const tail = new Set(positions.slice(start).sort((a, b) => a - b));
  positions.length = start;
  positions.push(...tail);
}
