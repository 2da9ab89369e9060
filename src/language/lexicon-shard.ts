/**
 * How a shard of the lexicon is written: a line for each entry, sorted by beginning, fields
 * divided by tabs. Endings stand in full, for they repeat from line to line and compress away.
 */

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
}

/**
 * Words are looked up by so many first letters, and what begins with them stands in one shard.
 * Fewer make shards that cannot be cut small, more tear the forms of a word apart.
 */
export const SHARD_KEY_LENGTH = 5;

/** A word of the archive with all its forms that begin alike. */
export interface LexiconEntry {
  /** What the forms have in common. */
  readonly beginning: string;
  /** What follows the beginning in each form; null where any word with this stem is meant. */
  readonly endings: readonly string[] | null;
  /**
   * Words of the archive to ask Pagefind for, folded: one for each stem under which Pagefind
   * holds forms of this word, wherever they begin.
   */
  readonly asks: readonly string[];
  /** In how many pages the word stands, roughly: the binary logarithm. */
  readonly weight: number;
}

const ANY_ENDING = "*";

/** @returns one line of a shard */
export function encodeEntry({ beginning, endings, asks, weight }: LexiconEntry): string {
  const shared = asks.map((ask) =>
    ask.startsWith(beginning) ? ask.slice(beginning.length) : `=${ask}`,
  );
  const ends = endings === null ? ANY_ENDING : endings.join(",");
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
    asks: asks.split(",").map((ask) => (ask.startsWith("=") ? ask.slice(1) : beginning + ask)),
    weight: Number(weight),
  };
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
