/** What the browser knows of the search before it asks for any of it: shelf.json. */
export interface ShelfManifest {
  /** SHELF_FORMAT of the build that wrote it: a page that is older or newer cannot read it. */
  readonly format: number;
  /** The newest first. */
  readonly volumes: readonly ShelfVolume[];
  /** Each of some of the volumes; together they know the words of all. */
  readonly lexicons: readonly LexiconManifest[];
  /** The names of all meta fields, which Pagefind would else rank by. */
  readonly meta: readonly string[];
}

/** Goes up with every change of what the browser reads: shelf.json, shards, tables. */
export const SHELF_FORMAT = 2;

/** A part of an archive with an index of its own. */
export interface ShelfVolume {
  /** As Pagefind calls it, such as ru-2016-2019: ids of pages begin with it. */
  readonly name: string;
  /** Its folder in the bundle, with a slash at its end; empty for the bundle itself. */
  readonly bundle: string;
  /** The folder of its tables, beside shelf.json. */
  readonly folder: string;
  /**
   * Pagefind's own list of the index, pagefind-entry.json, as it was when the tables were made: the
   * file has a name that stays, and a page that asked for it after a deployment would get another.
   */
  readonly entry: PagefindEntry;
  /** How many pages its index holds. */
  readonly pages: number;
  /** How many words a page has on average, as Pagefind counts them. */
  readonly averageLength: number;
  /** Which pages hold a word, where Pagefind holds others under the same stem: first lines. */
  readonly homonyms: readonly string[];
  /** The names of its filters, in the order of their tables: each JSON of FacetFile. */
  readonly facets: readonly string[];
  /** Whether it has a table of dates: JSON of DatesFile. */
  readonly dates: boolean;
}

/** What Pagefind's module starts from. */
export interface PagefindEntry {
  readonly version: string;
  readonly languages: Readonly<
    Record<
      string,
      { readonly hash: string; readonly wasm: string | null; readonly page_count: number }
    >
  >;
}

/**
 * The CRC-32 that ends each compressed file of an index, in hexadecimal digits, by its path in the
 * bundle of the volume: its meta file, its words, Pagefind's program.
 */
export type PieceChecks = Readonly<Record<string, string>>;

/**
 * Each compressed file of the lexicon says in its first line what it is, so that what comes under
 * another address, from a deployment or from a host, is not taken for it.
 *
 * @param folder of the file, beside shelf.json
 */
export function shardHead(folder: string, file: string): string {
  return `${folder}/${file}\n`;
}

/** The files of a volume's folder. */
export const VOLUME_FILES = {
  homonyms: (shard: number): string => `homonyms-${shard}.lex`,
  facet: (facet: number): string => `facet-${facet}.lex`,
  dates: "dates.lex",
  /** JSON of PieceChecks. */
  pieces: "pieces.lex",
} as const;

/** Shards of one kind, side by side. */
export interface ShardList {
  /** The first letters of each shard's first line, sorted. */
  readonly starts: readonly string[];
  /** The file of each, in the folder of the lexicon. */
  readonly files: readonly string[];
}

/** The words of some volumes. */
export interface LexiconManifest {
  /** The folder of its shards, beside shelf.json. */
  readonly folder: string;
  /** The names of the volumes; entries count them from 0. */
  readonly volumes: readonly string[];
  /** The words, by their beginnings. */
  readonly words: ShardList;
  /** The stems, written backwards, for words with a slip near their beginning. */
  readonly ends: ShardList;
  /** What beginnings of words may become, by their first SUGGESTION_KEY_LENGTH letters. */
  readonly suggestions: ShardList;
  readonly synonyms: readonly SynonymForms[];
}

/** Which pages have which values of a filter. Pages are counted in the order of their ids. */
export interface FacetFile {
  /** Sorted. */
  readonly values: readonly string[];
  /** For each page its values, as indexes. */
  readonly pages: readonly (readonly number[])[];
}

/** For each page, in the order of their ids, the day of its publication since 1970-01-01. */
export type DatesFile = readonly (number | null)[];

const DAY_MS = 86_400_000;

/**
 * @param date a calendar day in ISO 8601: 2026-11-24
 * @returns the days since 1970-01-01; NaN for what is not a date
 */
export function dayNumber(date: string): number {
  return Math.floor(Date.parse(date) / DAY_MS);
}

/**
 * Words and phrases that mean the same: a list of variants, each a list of words, each a list of
 * its forms: the word as written first, then all forms folded.
 */
export type SynonymForms = readonly (readonly (readonly string[])[])[];
