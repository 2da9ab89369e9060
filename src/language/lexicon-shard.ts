/**
 * How a shard of the lexicon is written: a line for each entry, sorted by beginning, fields
 * divided by tabs. Endings stand in full, for they repeat from line to line and compress away.
 */

/** What volumes an archive has: shelf.json. */
export interface ShelfManifest {
  /** The newest first. */
  readonly volumes: readonly ShelfVolume[];
}

export interface ShelfVolume {
  /**
   * As Pagefind calls it, such as ru-2026-11: ids of pages begin with it, and its lexicon lies in a
   * folder of that name.
   */
  readonly language: string;
  /** Its folder in the bundle, with a slash at its end; empty for the bundle itself. */
  readonly folder: string;
}

/** Shards of one kind, side by side. */
export interface ShardList {
  /** The first letters of each shard's first line, sorted. */
  readonly starts: readonly string[];
  /** The file of each. */
  readonly files: readonly string[];
}

/** What the browser knows of a lexicon before it asks for any of it: lexicon.json. */
export interface LexiconManifest {
  /** How many pages the index holds. */
  readonly pages: number;
  /** The words, by their beginnings. */
  readonly words: ShardList;
  /** The stems, written backwards, for words with a slip near their beginning. */
  readonly ends: ShardList;
  /** Which pages hold a word, where Pagefind holds others under the same stem. */
  readonly homonyms: ShardList;
  /** What beginnings of words may become, by their first SUGGESTION_KEY_LENGTH letters. */
  readonly suggestions: ShardList;
  readonly synonyms: readonly SynonymForms[];
  /** The names of all meta fields, which Pagefind would else rank by. */
  readonly meta: readonly string[];
  /** From each filter's name to its file: JSON of FacetFile. */
  readonly facets: Readonly<Record<string, string>>;
  /** JSON of DatesFile, or nothing where no page says when it was published. */
  readonly dates?: string | undefined;
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

/**
 * Words are looked up by so many first letters, and what begins with them stands in one shard.
 * Fewer make shards that cannot be cut small, more tear the forms of a word apart.
 */
export const SHARD_KEY_LENGTH = 5;

/** A shorter beginning may become anything. */
export const SUGGESTION_KEY_LENGTH = 3;

/** What to ask Pagefind for. */
export interface Ask {
  /** A word of the archive, folded. */
  readonly word: string;
  /** Where other words have the same Pagefind stem: the line that says which pages are meant. */
  readonly homonyms?: string | undefined;
}

/** A word of the archive with all its forms that begin alike. */
export interface LexiconEntry {
  /** What the forms have in common. */
  readonly beginning: string;
  /** What follows the beginning in each form; null where any word with this stem is meant. */
  readonly endings: readonly string[] | null;
  /** One for each stem under which Pagefind holds forms of this word, wherever they begin. */
  readonly asks: readonly Ask[];
  /** In how many pages the word stands, roughly: the binary logarithm. */
  readonly weight: number;
}

const ANY_ENDING = "*";

/** @returns one line of a shard */
export function encodeEntry({ beginning, endings, asks, weight }: LexiconEntry): string {
  const ends = endings === null ? ANY_ENDING : endings.join(",");
  const shared = asks.map(({ word, homonyms }) => {
    const rest = word.startsWith(beginning) ? word.slice(beginning.length) : `=${word}`;
    return homonyms === undefined ? rest : `${rest}!${homonyms}`;
  });
  return [beginning, ends, shared.join(","), weight].join("\t");
}

/** @param text lines that encodeEntry made */
export function decodeShard(text: string): LexiconEntry[] {
  return text.split("\n").filter(Boolean).map(decodeEntry);
}

function decodeEntry(line: string): LexiconEntry {
  const [beginning = "", ends = "", asks = "", weight = "0"] = line.split("\t");
  return {
    beginning,
    endings: ends === ANY_ENDING ? null : ends.split(","),
    asks: asks.split(",").map((ask) => decodeAsk(ask, beginning)),
    weight: Number(weight),
  };
}

function decodeAsk(text: string, beginning: string): Ask {
  const [rest = "", homonyms] = text.split("!");
  return { word: rest.startsWith("=") ? rest.slice(1) : beginning + rest, homonyms };
}

/** Which pages of a stem hold one of the words that share it. */
export interface HomonymPages {
  /** How many pages hold the stem. */
  readonly count: number;
  /** For each of them, in the order of their ids, whether it is meant. */
  readonly meant: readonly boolean[];
}

const BITS = 8;

/**
 * Writes a bit for each page, for the browser learns from Pagefind which pages there are.
 *
 * @param pages the ids of all pages of the stem
 * @param meant those of them that hold the word
 * @returns the number of pages and the bits in base 64
 */
export function encodeHomonyms(pages: readonly string[], meant: ReadonlySet<string>): string {
  const bytes = new Uint8Array(Math.ceil(pages.length / BITS));
  for (const [index, page] of pages.toSorted().entries()) {
    const byte = Math.floor(index / BITS);
    if (meant.has(page)) bytes[byte] = (bytes[byte] ?? 0) | (1 << (index % BITS));
  }
  return `${pages.length}:${btoa(String.fromCharCode(...bytes))}`;
}

/** @param text what encodeHomonyms made */
export function decodeHomonyms(text: string): HomonymPages {
  const [count = "0", encoded = ""] = text.split(":");
  const bytes = atob(encoded);
  const meant = Array.from({ length: Number(count) }, (_, index) => {
    const byte = bytes.charCodeAt(Math.floor(index / BITS));
    return ((byte >> (index % BITS)) & 1) === 1;
  });
  return { count: Number(count), meant };
}

/**
 * Finds the shard that a word belongs to.
 *
 * @param starts the first beginning of each shard, sorted
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
