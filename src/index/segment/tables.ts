import { compare } from "../../language/index.ts";
import {
  encodeBlock,
  encodeDates,
  encodeFacet,
  encodeOrder,
  encodePages,
  type NamedFile,
  type Segment,
} from "../../search/format/index.ts";
import type { PackFiles } from "../written-files.ts";
import { blocksOf, type PageFacts, type SegmentPages } from "./segment-pages.ts";

/** Facts of a segment's pages besides their words. */
export type Tables = Pick<Segment, "blocks" | "facets" | "dates" | "orders" | "all">;

/** Writes the files that tell pages apart. */
export function writeTables(pages: SegmentPages, files: PackFiles): Tables {
  const blocks = blocksOf(pages).map((block) => {
    return files.write("block", encodeBlock(block, pages.blockBits)).name;
  });
  const slots = Uint32Array.from(pages.places, ({ slot }) => slot);
  return {
    blocks: blocks.join(""),
    facets: writeFacets(pages.facts, files),
    ...writeDates(pages.facts, files),
    orders: writeOrders(pages.facts, files),
    all: files.write("pages", encodePages(slots)).name,
  };
}

function writeFacets({ filters }: PageFacts, files: PackFiles): NamedFile[] {
  return byName(filters).map(([name, table]) => {
    const sorted = byName(table);
    const facet = {
      values: sorted.map(([value]) => value),
      pages: sorted.map(([, slots]) => Uint32Array.from(slots)),
    };
    return { name, file: files.write("facet", encodeFacet(facet)).name };
  });
}

function writeDates({ days }: PageFacts, files: PackFiles): Pick<Segment, "dates"> {
  if (days.length === 0) return {};
  const dates = {
    slots: Uint32Array.from(days, ([slot]) => slot),
    days: Int32Array.from(days, ([, day]) => day),
  };
  return { dates: files.write("dates", encodeDates(dates)).name };
}

function writeOrders({ orders }: PageFacts, files: PackFiles): NamedFile[] {
  return byName(orders).map(([name, values]) => {
    const sorted = values.toSorted(orderOf(values));
    const slots = Uint32Array.from(sorted, ([slot]) => slot);
    return { name, file: files.write("order", encodeOrder(slots)).name };
  });
}

type Valued = readonly [slot: number, value: string];

/** As numbers where all are numbers, as Pagefind does. */
function orderOf(values: readonly Valued[]): (a: Valued, b: Valued) => number {
  const isNumeric = values.every(
    ([, value]) => value.trim() !== "" && Number.isFinite(Number(value)),
  );
  return ([a, m], [b, n]) => (isNumeric ? compare(Number(m), Number(n)) : compare(m, n)) || a - b;
}

function byName<Value>(map: ReadonlyMap<string, Value>): [string, Value][] {
  return [...map].sort(([a], [b]) => compare(a, b));
}
