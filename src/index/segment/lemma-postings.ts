import { type ByteReader, encodeImpact, type PositionList } from "../../search/format/index.ts";
import { readPage } from "../leaf/leaf-file.ts";
import { PLAIN_WEIGHT } from "../pagefind/read.ts";
import type { SegmentPages } from "./pages.ts";

/** Where a lemma stands, and what it says of each of its pages. */
export interface LemmaPostings extends PositionList {
  readonly slots: Uint32Array;
  readonly impacts: Uint8Array;
}

/** The pages of one form. */
export interface FormPages {
  /** In how many pages it stands. */
  readonly count: number;
  /** What MergedWords.read returned. */
  readonly pages: ByteReader;
}

interface Entry {
  readonly slot: number;
  readonly weight: number;
  readonly positions: readonly number[];
}

/**
 * Adds the forms of a lemma up: a page that holds several of them is one of its pages.
 *
 * @param pages of the segment
 * @param average how many words a page has, as roundedAverage says
 */
export function addForms(
  forms: readonly FormPages[],
  { lengths }: Pick<SegmentPages, "lengths">,
  average: number,
): LemmaPostings {
  const merged = withoutRepeats(forms.flatMap(entriesOf).sort((a, b) => a.slot - b.slot));
  const starts = new Uint32Array(merged.length + 1);
  for (const [at, { positions }] of merged.entries()) {
    starts[at + 1] = (starts[at] ?? 0) + positions.length;
  }
  const positions = new Uint32Array(starts[merged.length] ?? 0);
  for (const [at, entry] of merged.entries()) positions.set(entry.positions, starts[at]);
  return {
    slots: Uint32Array.from(merged, ({ slot }) => slot),
    impacts: Uint8Array.from(merged, ({ slot, weight }) =>
      encodeImpact(weight / PLAIN_WEIGHT, lengths[slot] ?? 0, average),
    ),
    starts,
    positions,
  };
}

function entriesOf({ count, pages }: FormPages): Entry[] {
  return Array.from({ length: count }, () => {
    const { page: slot, weight, positions } = readPage(pages, 0);
    return { slot, weight, positions };
  });
}

/** @param sorted by slot */
function withoutRepeats(sorted: readonly Entry[]): Entry[] {
  const merged: Entry[] = [];
  for (const entry of sorted) {
    const last = merged.at(-1);
    if (last?.slot === entry.slot) merged[merged.length - 1] = sum(last, entry);
    else merged.push(entry);
  }
  return merged;
}

function sum(a: Entry, b: Entry): Entry {
  const positions = [...new Set([...a.positions, ...b.positions])].sort((m, n) => m - n);
  return { slot: a.slot, weight: a.weight + b.weight, positions };
}
