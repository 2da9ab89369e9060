import { NAME_LENGTH } from "./file-head.ts";

/** manifest.json, the first file of the search that the browser loads. */
export interface SearchManifest {
  /** PACK_FORMAT of the build that wrote it: a page that is older or newer cannot read it. */
  readonly format: number;
  /** The newest first; they have no page in common. */
  readonly segments: readonly Segment[];
  /** Words and phrases that mean the same, of which the archive holds a variant. */
  readonly synonyms: readonly SynonymForms[];
  /** The names of all «dictionary» files, one behind the other, by filterFileOf. */
  readonly dictionary: string;
}

/** A part of an archive that is searched as one. */
export interface Segment {
  /** Such as «closed» and «fresh»; each once. */
  readonly name: string;
  /** How many pages it has. */
  readonly pages: number;
  /** Slots are below 2^slotBits. */
  readonly slotBits: number;
  /** A block has 2^blockBits slots. */
  readonly blockBits: number;
  /** The lexicon: «words» files, by the beginnings of forms and by stems. */
  readonly words: ShardList;
  /** The name of its «directory» file, a Directory. */
  readonly directory: string;
  /** The names of all «block» files, one behind the other: nameAt finds each. */
  readonly blocks: string;
  /** Each filter with its «facet» file; sorted by name. */
  readonly facets: readonly NamedFile[];
  /** The name of its «dates» file; none where no page says when it was published. */
  readonly dates?: string;
  /** Each order with its «order» file; sorted by name. */
  readonly orders: readonly NamedFile[];
  /** The name of its «pages» file: the slots of all pages. */
  readonly all: string;
}

/**
 * The shards that only a word needs which is being typed, or which the archive lacks: their names would
 * be a fifth of the manifest.
 */
export interface Directory {
  /** «ends» files: stems written backwards, a tab, and what makes a word of the archive of each. */
  readonly ends: ShardList;
  /** «sounds» files: the sounds of a stem, a tab, the stem, a tab, and what makes a word of it. */
  readonly sounds: ShardList;
  /**
   * «suggestions» files: the first SUGGESTION_KEY_LENGTH letters, a tab, a word that they may become, a
   * tab, and in how many pages it stands; the commonest first.
   */
  readonly suggestions: ShardList;
}

/** A filter or an order, and the name of its file. */
export interface NamedFile {
  readonly name: string;
  readonly file: string;
}

/** Files of one kind that lie side by side in an order. */
export interface ShardList {
  /** The first key of each, sorted. */
  readonly starts: readonly string[];
  /** The names of the files, one behind the other. */
  readonly files: string;
}

/**
 * Words and phrases that mean the same: a list of variants, each a list of words, each a list of
 * its forms: the word as written first, then all forms folded.
 */
export type SynonymForms = readonly (readonly (readonly string[])[])[];

/** In place of a word of a variant: any number, the same in all variants. */
export const ANY_NUMBER = "#";

/**
 * Shards are cut by this many first letters of words. With fewer they cannot be small; with more the forms of
 * a word fall apart.
 */
export const SHARD_KEY_LENGTH = 5;

/** A shorter beginning may become anything. */
export const SUGGESTION_KEY_LENGTH = 3;

/** @returns the name of a file that stands among others, from 0 */
export function nameAt(files: string, number: number): string {
  return files.slice(number * NAME_LENGTH, (number + 1) * NAME_LENGTH);
}

/**
 * Finds the shard that a word belongs to.
 *
 * @param starts the first key of each shard, sorted
 * @param word a folded word
 * @returns the number of the last shard that does not start behind the word; 0 at least
 */
export function shardOf(starts: readonly string[], word: string): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? "") <= word) low = middle;
    else high = middle;
  }
  return low;
}

/** @returns the name of the file that a word belongs to; empty where there are no files */
export function fileFor({ starts, files }: ShardList, word: string): string {
  return nameAt(files, shardOf(starts, word));
}
