import { compare } from "../../language/index.ts";
import { entryOf } from "../../language/maps.ts";
import {
  assignSlots,
  blockBitsFor,
  blockOf,
  type FragmentPlace,
  slotBitsFor,
} from "../../search/format/index.ts";
import { HASH_REST, type LeafPage } from "../leaf/leaf-pages.ts";
import { LEAF_TABLE } from "../leaf/write-leaf.ts";

/** The pages of a segment, by their slots. */
export interface SegmentPages {
  readonly count: number;
  readonly slotBits: number;
  readonly blockBits: number;
  /** For each leaf, from the number of a page in it to its slot. */
  readonly slots: readonly Uint32Array[];
  /** From a slot to how many words its page has. */
  readonly lengths: Uint32Array;
  /** Rising with their slots. */
  readonly places: readonly FragmentPlace[];
  readonly facts: PageFacts;
}

/** What pages are filtered and sorted by, as slots. */
export interface PageFacts {
  /** By filter, then by value. */
  readonly filters: ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>;
  readonly days: readonly (readonly [slot: number, day: number])[];
  /** By order: each page with its value. */
  readonly orders: ReadonlyMap<string, readonly (readonly [slot: number, value: string])[]>;
}

interface Located {
  readonly leaf: number;
  readonly number: number;
  readonly page: LeafPage;
}

/**
 * @param leaves their folders, in any order
 * @throws Error where two pages would show the same result
 */
export function readSegmentPages(leaves: readonly string[]): SegmentPages {
  const tables = leaves.map(LEAF_TABLE.read);
  const located = tables
    .flatMap((table, leaf) => table.map((page, number) => ({ leaf, number, page })))
    .sort(({ page: a }, { page: b }) => a.hash - b.hash || comparePlaces(a, b));
  refuseSameResults(located);
  const slotBits = slotBitsFor(located.length);
  const own = assignSlots(
    Uint32Array.from(located, ({ page }) => page.hash / HASH_REST),
    slotBits,
  );
  const lengths = new Uint32Array(2 ** slotBits);
  const slots = tables.map(({ length }) => new Uint32Array(length));
  for (const [at, { leaf, number, page }] of located.entries()) {
    const slot = own[at] ?? 0;
    lengths[slot] = page.words;
    const table = slots[leaf];
    if (table !== undefined) table[number] = slot;
  }
  const places = located.map(({ page: { fragment, index } }, at) => {
    return { slot: own[at] ?? 0, name: fragment, index };
  });
  const facts = toFacts(located, own);
  const blockBits = blockBitsFor(slotBits);
  return { count: located.length, slotBits, blockBits, slots, lengths, places, facts };
}

function comparePlaces(a: LeafPage, b: LeafPage): number {
  return compare(a.fragment, b.fragment) || a.index - b.index;
}

/** Names of 48 bits: of a million pages, two share one once in six hundred archives. */
function refuseSameResults(located: readonly Located[]): void {
  const seen = new Set<string>();
  for (const { fragment, index } of located.map(({ page }) => page)) {
    const place = `${fragment}.${index}`;
    if (seen.has(place)) throw new Error(`Two pages have the result ${place}: is one there twice?`);
    seen.add(place);
  }
}

function toFacts(located: readonly Located[], slots: Uint32Array): PageFacts {
  const filters = new Map<string, Map<string, number[]>>();
  const orders = new Map<string, (readonly [number, string])[]>();
  const days: (readonly [number, number])[] = [];
  for (const [at, { page }] of located.entries()) {
    const slot = slots[at] ?? 0;
    for (const [filter, values] of Object.entries(page.filters)) {
      const table = entryOf(filters, filter, () => new Map<string, number[]>());
      for (const value of new Set(values)) entryOf(table, value, () => []).push(slot);
    }
    for (const [order, value] of Object.entries(page.sort)) {
      entryOf(orders, order, () => []).push([slot, value]);
    }
    if (page.day !== undefined) days.push([slot, page.day]);
  }
  return { filters, orders, days };
}

/** @returns the pages of each block, empty blocks too */
export function blocksOf({ places, slotBits, blockBits }: SegmentPages): FragmentPlace[][] {
  const blocks = Array.from({ length: 2 ** (slotBits - blockBits) }, (): FragmentPlace[] => []);
  for (const place of places) blocks[blockOf(place.slot, blockBits)]?.push(place);
  return blocks;
}
