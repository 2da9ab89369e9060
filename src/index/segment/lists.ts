import { compare } from "../../language/index.ts";
import { entryOf } from "../../language/maps.ts";
import type { Locator } from "../../search/format/index.ts";
import { bareKey, type Group } from "../lexicon/groups.ts";
import type { PackFiles } from "../written-files.ts";
import { ChunkPacker } from "./chunks.ts";
import { LemmaAdder } from "./lemma-postings.ts";
import type { MergedWords } from "./merged-words.ts";
import type { SegmentPages } from "./segment-pages.ts";

/** The posting lists of all lemmas, written. */
export interface WrittenLists {
  readonly chunks: ChunkPacker["chunks"];
  readonly locators: ReadonlyMap<Group, Locator>;
}

/**
 * Writes the postings of all lemmas, a stem beside the words that have it. Lemmas of the same forms have
 * one list: nearly all that a guess made of an unknown word.
 *
 * @param average how many words a page has, as roundedAverage says
 */
export function writeLists(
  groups: readonly Group[],
  words: MergedWords,
  pages: SegmentPages,
  average: number,
  files: PackFiles,
): WrittenLists {
  const packer = new ChunkPacker(files);
  const adder = new LemmaAdder(pages, average);
  const locators = new Map<Group, Locator>();
  const known = new Map<string, Locator>();
  for (const group of groups.toSorted(byBareKey)) {
    const numbers = group.forms.flatMap((form) => form.words).sort((a, b) => a - b);
    const locator = entryOf(known, numbers.join(), () => {
      for (const number of numbers) adder.add(words.read(number), words.counts[number] ?? 0);
      return packer.add(bareKey(group), adder.take());
    });
    locators.set(group, locator);
  }
  packer.end();
  return { chunks: packer.chunks, locators };
}

function byBareKey(a: Group, b: Group): number {
  return compare(bareKey(a), bareKey(b)) || compare(a.key, b.key);
}
