import { ByteReader, type ByteWriter } from "./bytes.ts";

/**
 * The pages of a lemma. Lists lie one behind the other in a chunk:
 *
 *     where its positions begin in the twin of the chunk, a number
 *     the slots of its pages, rising numbers
 *     the impact of each, a byte
 */

/** Where the postings of a lemma are. */
export interface Locator {
  /** The number of the chunk, in the table of the shard that says so. */
  readonly chunk: number;
  /** The first byte of the list in the chunk. */
  readonly offset: number;
  /** How many pages hold the lemma. */
  readonly count: number;
}

/** The pages of a lemma, in the order of their slots. */
export interface PostingList {
  readonly slots: Uint32Array;
  /** The impact of the lemma in each of them: FREQUENCIES says what it stands for. */
  readonly impacts: Uint8Array;
  /** Where its positions begin in the twin of the chunk. */
  readonly positions: number;
}

/** The same of any lists of numbers. */
type Like<List> = {
  readonly [Name in keyof List]: List[Name] extends number ? number : ArrayLike<number>;
};

/** Writes one list. */
export function encodePostings(list: Like<PostingList>, to: ByteWriter): void {
  to.number(list.positions);
  to.rising(list.slots);
  to.bytes(list.impacts);
}

/**
 * @param chunk the body of a postings file
 * @returns the impacts as a view of the chunk
 * @throws RangeError where the chunk does not hold it
 */
export function decodePostings(
  chunk: Uint8Array,
  { offset, count }: Pick<Locator, "offset" | "count">,
): PostingList {
  const from = new ByteReader(chunk, offset);
  const positions = from.number();
  const slots = from.rising(count);
  return { slots, impacts: from.bytes(count), positions };
}

/**
 * Where a lemma stands in each of its pages, counted in what spaces divide, from 0. Lists lie in the
 * twin of a chunk: how many positions each page has, then the positions of all pages.
 */
export interface PositionList {
  /** For each posting where its positions start in `positions`, and at the end where the last end. */
  readonly starts: Uint32Array;
  /** Of one page after the other; rising within a page. */
  readonly positions: Uint32Array;
}

/** Writes one list. */
export function encodePositions({ starts, positions }: Like<PositionList>, to: ByteWriter): void {
  const pages = starts.length - 1;
  for (let page = 0; page < pages; page++) to.number((starts[page + 1] ?? 0) - (starts[page] ?? 0));
  for (let page = 0; page < pages; page++) to.rising(positions, starts[page], starts[page + 1]);
}

/**
 * @param twin the body of a positions file
 * @param offset the `positions` of the posting list
 * @param count how many postings the list has
 * @throws RangeError where the twin does not hold it
 */
export function decodePositions(twin: Uint8Array, offset: number, count: number): PositionList {
  const from = new ByteReader(twin, offset);
  const starts = new Uint32Array(count + 1);
  for (let page = 0; page < count; page++) starts[page + 1] = (starts[page] ?? 0) + from.number();
  const positions = new Uint32Array(starts[count] ?? 0);
  for (let page = 0; page < count; page++) {
    const [start = 0, end = 0] = [starts[page], starts[page + 1]];
    positions.set(from.rising(end - start), start);
  }
  return { starts, positions };
}
