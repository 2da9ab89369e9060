import { type ByteReader, encodeImpact } from "../../search/format/index.ts";
import { PLAIN_WEIGHT } from "../pagefind/read-index.ts";
import type { SegmentPages } from "./segment-pages.ts";

/** The places of a lemma, and its impact on each page. */
export interface LemmaPostings {
  readonly slots: readonly number[];
  readonly impacts: readonly number[];
  readonly starts: readonly number[];
  readonly positions: readonly number[];
}

/** More than a lemma has entries; a slot and the number of an entry make one number that is exact. */
const ENTRIES = 2 ** 26;

/** As LemmaPostings, while it is made: hundreds of thousands are, in the same memory. */
type GrowingList = Record<keyof LemmaPostings, number[]>;

/** Adds the forms of one lemma after the other up, in the same memory. */
export class LemmaAdder {
  readonly #lengths: Uint32Array;
  readonly #average: number;
  readonly #slots: number[] = [];
  readonly #weights: number[] = [];
  /** Where the positions of each entry begin, and at the end where those of the last one end. */
  readonly #starts = [0];
  readonly #positions: number[] = [];
  readonly #list: GrowingList = { slots: [], impacts: [], starts: [], positions: [] };
  /** Grows as lists do. */
  #order = new Float64Array(1 << 10);

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
   *   of them is one of its pages; until the next call
   */
  take(): LemmaPostings {
    const list = this.#list;
    for (const own of Object.values(list)) own.length = 0;
    list.starts.push(0);
    const order = this.#sorted();
    for (let at = 0; at < order.length; ) at = this.#takePage(order, at, list);
    this.#clear();
    return list;
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

  /** The numbers of the entries, by their slots. Sorting numbers takes a tenth of the time of sorting things by them. */
  #sorted(): Float64Array {
    const { length } = this.#slots;
    if (this.#order.length < length) this.#order = new Float64Array(2 * length);
    const keys = this.#order.subarray(0, length);
    for (let entry = 0; entry < length; entry++) {
      keys[entry] = (this.#slots[entry] ?? 0) * ENTRIES + entry;
    }
    keys.sort();
    for (let at = 0; at < length; at++) keys[at] = (keys[at] ?? 0) % ENTRIES;
    return keys;
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

/** Sorts the positions from a place on, without repeats. */
function sortTail(positions: number[], start: number): void {
  const tail = new Set(positions.slice(start).sort((a, b) => a - b));
  positions.length = start;
  positions.push(...tail);
}
