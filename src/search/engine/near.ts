import type { PositionList } from "../format/index.ts";
import { NO_POSTINGS, type Postings, positionsIn } from "./ranked-postings.ts";

/** Words of a name may have one word between them, such as an adjective. */
const GAP = 2;

/** The pages of a segment with the places that count in them, rising. */
type Places = ReadonlyMap<number, readonly number[]>;

/**
 * The pages in which all words stand close together, in any order.
 *
 * @param words for each word the postings of all its lemmas in one segment, with positions
 * @returns for each page how often they do, and where
 */
export function near(words: readonly (readonly Postings[])[]): Postings {
  const reach = GAP * (words.length - 1);
  return toPostings(
    whereAll(words, ([first = [], ...others]) => {
      const isNear = (place: number) => (own: readonly number[]) =>
        own.some((other) => Math.abs(other - place) <= reach);
      return first.filter((place) => others.every(isNear(place)));
    }),
  );
}

/**
 * The pages in which words follow one another. The parts of a compound stand in one place, or one
 * behind the other where the text has a space between them.
 *
 * @param words as above
 * @param steps how far behind the word before it each may stand at most; of the first it says nothing
 */
export function sequence(
  words: readonly (readonly Postings[])[],
  steps: readonly number[],
): Postings {
  return toPostings(
    whereAll(words, ([first = [], ...others]) =>
      first.filter((place) => {
        let ends = [place];
        for (const [at, own] of others.entries()) {
          const most = steps[at + 1] ?? 1;
          const least = isSame(words[at], words[at + 1]) ? 1 : 0;
          ends = own.filter((next) => ends.some((end) => isBehind(next, end, least, most)));
        }
        return ends.length > 0;
      }),
    ),
  );
}

/** A word that stands twice stands in two places: «Жа Жа». */
function isSame(
  one: readonly Postings[] | undefined,
  other: readonly Postings[] | undefined,
): boolean {
  return one?.[0]?.slots === other?.[0]?.slots;
}

function isBehind(next: number, end: number, least: number, most: number): boolean {
  return next - end >= least && next - end <= most;
}

/** @param find of the places of each word in a page, those at which all of them are as they should be */
function whereAll(
  words: readonly (readonly Postings[])[],
  find: (places: readonly (readonly number[])[]) => readonly number[],
): Places {
  const found = new Map<number, readonly number[]>();
  const [first = []] = words;
  const slots = [...new Set(first.flatMap((postings) => [...postings.slots]))];
  for (const slot of slots.sort((a, b) => a - b)) {
    const places = words.map((own) => placesIn(own, slot));
    if (places.some(({ length }) => length === 0)) continue;
    const starts = find(places);
    if (starts.length > 0) found.set(slot, starts);
  }
  return found;
}

function placesIn(lists: readonly Postings[], slot: number): number[] {
  const all = lists.flatMap((postings) => [...positionsIn(postings, slot)]);
  return [...new Set(all)].sort((a, b) => a - b);
}

function toPostings(found: Places): Postings {
  const places = [...found.values()];
  const starts = new Uint32Array(places.length + 1);
  for (const [at, own] of places.entries()) starts[at + 1] = (starts[at] ?? 0) + own.length;
  return {
    slots: Uint32Array.from(found.keys()),
    frequencies: Float64Array.from(places, (own) => own.length),
    positions: { starts, positions: Uint32Array.from(places.flat()) },
  };
}

/**
 * The pages in which one word follows another; as above, for two words of many pages.
 *
 * @param reach how far behind at most
 * @returns without positions, and as if once in each page: how often they stand there, and whether in
 *   its title, their own postings say
 */
export function following(first: Postings, second: Postings, reach: number): Postings {
  const [places, others] = [first.positions, second.positions];
  if (places === undefined || others === undefined) return NO_POSTINGS;
  const slots: number[] = [];
  const least = first.slots === second.slots ? 1 : 0;
  for (let a = 0, b = 0; a < first.slots.length && b < second.slots.length; ) {
    const [one = 0, other = 0] = [first.slots[a], second.slots[b]];
    if (one === other && meet(placesAt(places, a), placesAt(others, b), least, reach))
      slots.push(one);
    if (one <= other) a++;
    if (other <= one) b++;
  }
  return { slots: Uint32Array.from(slots), frequencies: new Float64Array(slots.length).fill(1) };
}

function placesAt({ starts, positions }: PositionList, page: number): Uint32Array {
  return positions.subarray(starts[page], starts[page + 1]);
}

function meet(first: Uint32Array, second: Uint32Array, least: number, most: number): boolean {
  let at = 0;
  for (const place of first) {
    while (at < second.length && (second[at] ?? 0) - place < least) at++;
    if (at < second.length && (second[at] ?? 0) - place <= most) return true;
  }
  return false;
}
