/**
 * Pages are numbered by the hashes of their addresses: slots, from 0 to 2^bits − 1, of which a third
 * or more stay free. A page that comes or goes then moves only its neighbours, the numbers do not
 * depend on how an archive was divided while it was indexed, and they are an order of their own for
 * pages that rank alike.
 */

/** Slots for each page: with fewer, neighbours push each other far. */
const ROOM = 1.5;
/** The fewest slots of a block: about 64 pages, of which a query asks for ten. */
const LEAST_BITS = 7;
/** The most blocks of an archive: their names stand in the manifest. */
const MOST_BLOCKS_BITS = 10;

const HASH_BITS = 32;

/** @returns how many bits the slots of so many pages have */
export function slotBitsFor(pages: number): number {
  return Math.max(LEAST_BITS, Math.ceil(Math.log2(Math.max(1, pages * ROOM))));
}

/** @returns how many bits a slot has within its block */
export function blockBitsFor(slotBits: number): number {
  return Math.max(LEAST_BITS, slotBits - MOST_BLOCKS_BITS);
}

/** @returns the number of the block that holds a slot */
export function blockOf(slot: number, blockBits: number): number {
  return slot >>> blockBits;
}

/**
 * @param hashes of the addresses of all pages, 32 bits each, sorted
 * @param slotBits as slotBitsFor says
 * @returns the slot of each page: as near to its hash as there is room, rising
 */
export function assignSlots(hashes: ArrayLike<number>, slotBits: number): Uint32Array {
  const slots = new Uint32Array(hashes.length);
  let next = 0;
  for (let page = 0; page < hashes.length; page++) {
    const wanted = (hashes[page] ?? 0) >>> (HASH_BITS - slotBits);
    slots[page] = Math.max(wanted, next);
    next = (slots[page] ?? 0) + 1;
  }
  return pushedBack(slots, 2 ** slotBits);
}

/** Moves pages that were pushed over the end back as far as needed. */
function pushedBack(slots: Uint32Array, end: number): Uint32Array {
  let most = end - 1;
  for (let page = slots.length - 1; (slots[page] ?? 0) > most; page--) slots[page] = most--;
  return slots;
}
