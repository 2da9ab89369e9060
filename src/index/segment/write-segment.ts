import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import {
  type Directory,
  PACK_FOLDER,
  roundedAverage,
  type Segment,
  type SynonymForms,
} from "../../search/format/index.ts";
import { jsonFile, PUBLISHED } from "../artifact-files.ts";
import { LEAF_ABBREVIATIONS, LEAF_COUNTS, wordsOfLeaf } from "../leaf/write-leaf.ts";
import { ABBREVIATIONS } from "../lexicon/common-abbreviations.ts";
import { Dictionary } from "../lexicon/dictionary.ts";
import { toEntries } from "../lexicon/entries.ts";
import { groupByLemma } from "../lexicon/groups.ts";
import { namedAbbreviations } from "../lexicon/named-abbreviations.ts";
import { toEnds, toSounds } from "../lexicon/stem-lists.ts";
import { toSuggestions } from "../lexicon/suggestions.ts";
import { withForms } from "../lexicon/synonym-forms.ts";
import { PackFiles } from "../written-files.ts";
import { writeLists } from "./lists.ts";
import { MergedWords } from "./merged-words.ts";
import { readSegmentPages } from "./segment-pages.ts";
import { writeLines, writeWords } from "./shards.ts";
import { writeTables } from "./tables.ts";

/** The leaves of a segment. */
export interface SegmentSource {
  /** Of the segment; each of a site has its own. */
  readonly name: string;
  /** The folders of its leaves. */
  readonly leaves: readonly string[];
  /** How many words a page of the whole site has, as averageOf says. */
  readonly average: number;
  /** Groups of words and phrases that mean the same. */
  readonly synonyms: readonly (readonly string[])[];
}

/** A segment as the manifest has it, with the synonyms of which it holds a variant. */
export const SEGMENT = jsonFile<{
  readonly segment: Segment;
  readonly synonyms: readonly SynonymForms[];
}>("segment.json");

/**
 * Packs leaves into one segment. Its bytes do not depend on how its pages were divided into leaves.
 *
 * @param folder where it goes; SEGMENT is there then
 */
export async function writeSegment(
  { name, leaves, average, synonyms }: SegmentSource,
  folder: string,
): Promise<void> {
  const dictionary = await Dictionary.load();
  const files = new PackFiles(join(folder, PUBLISHED, PACK_FOLDER), name);
  mkdirSync(folder, { recursive: true });
  const pages = readSegmentPages(leaves);
  const merging = join(folder, "merged.bin");
  const words = MergedWords.merge(leaves.map(wordsOfLeaf), pages.slots, merging);
  const grouping = groupByLemma(words.words, words.counts, (word) => dictionary.read(word));
  const lists = writeLists(grouping.groups, words, pages, average, files);
  words.close();
  rmSync(merging);
  const { count, slotBits, blockBits } = pages;
  const told = [...synonyms, ...ABBREVIATIONS];
  const named = namedAbbreviations(leaves.flatMap(LEAF_ABBREVIATIONS.read), told, dictionary);
  const directory: Directory = {
    ends: writeLines("ends", toEnds(grouping.groups), files),
    sounds: writeLines("sounds", toSounds(grouping.groups), files),
    suggestions: writeLines(
      "suggestions",
      toSuggestions(grouping, words.words, words.counts),
      files,
    ),
  };
  const segment: Segment = {
    ...{ name, pages: count, slotBits, blockBits },
    words: writeWords(toEntries(grouping, dictionary), lists, named, files),
    directory: files.write("directory", JSON.stringify(directory)).name,
    ...writeTables(pages, files),
  };
  const isHeld = (form: string): boolean => grouping.forms.has(form);
  const own = withForms(told, dictionary, isHeld);
  SEGMENT.write(folder, { segment, synonyms: own });
}

/**
 * @param leaves the folders of all leaves of a site
 * @returns how many words its pages have on average, in the steps of roundedAverage
 */
export function averageOf(leaves: readonly string[]): number {
  const counts = leaves.map(LEAF_COUNTS.read);
  const pages = counts.reduce((sum, leaf) => sum + leaf.pages, 0);
  const words = counts.reduce((sum, leaf) => sum + leaf.words, 0);
  return roundedAverage(words / Math.max(1, pages));
}
