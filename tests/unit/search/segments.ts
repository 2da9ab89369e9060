import { PackFiles } from "../../../src/search/engine/fetched-files.ts";
import type { Postings } from "../../../src/search/engine/ranked-postings.ts";
import { Segment } from "../../../src/search/engine/segment.ts";
import type { PositionList, Segment as SegmentFacts } from "../../../src/search/format/index.ts";

const NO_FILES = { starts: [], files: "" };

const FACTS: SegmentFacts = {
  name: "closed",
  pages: 64,
  slotBits: 7,
  blockBits: 7,
  words: NO_FILES,
  directory: "",
  blocks: "",
  facets: [],
  orders: [],
  all: "",
};

/** @returns a segment of 128 slots, of which no file is asked for */
export function segmentNamed(name: string, slotBits = 7): Segment {
  return new Segment({ ...FACTS, name, slotBits }, new PackFiles("https://example.org/"), "/");
}

/** @param pages the positions of a word by slot */
export function postingsOf(
  pages: Readonly<Record<number, readonly number[]>>,
  frequency?: number,
): Postings {
  const places = Object.values(pages);
  return {
    slots: Uint32Array.from(Object.keys(pages).map(Number)),
    frequencies: Float64Array.from(places, (own) => frequency ?? own.length),
    positions: toList(places),
  };
}

function toList(places: readonly (readonly number[])[]): PositionList {
  const starts = Uint32Array.from([0, ...places.keys()], (_, page) =>
    places.slice(0, page).reduce((sum, { length }) => sum + length, 0),
  );
  return { starts, positions: Uint32Array.from(places.flat()) };
}
