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
  /** Which pages hold a word, where Pagefind holds others under the same stem. */
  readonly homonyms: ShardList;
  readonly synonyms: readonly SynonymForms[];
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

/** Pages of a stem: those that are meant, or those that are not, whichever are fewer. */
export interface HomonymPages {
  readonly meant: boolean;
  /** pageNumber of each. */
  readonly pages: ReadonlySet<number>;
}

/** @returns «+» or «-» and the gaps between sorted page numbers, in base 36 */
export function encodeHomonyms({ meant, pages }: HomonymPages): string {
  const sorted = [...pages].sort((a, b) => a - b);
  const gaps = sorted.map((page, index) => (page - (sorted[index - 1] ?? 0)).toString(36));
  return (meant ? "+" : "-") + gaps.join(",");
}

/** @param text what encodeHomonyms made */
export function decodeHomonyms(text: string): HomonymPages {
  const pages = new Set<number>();
  let page = 0;
  for (const gap of text.slice(1).split(",")) {
    page += Number.parseInt(gap, 36);
    pages.add(page);
  }
  return { meant: text.startsWith("+"), pages };
}

/** @returns 24 bits of a Pagefind page id, such as ru_2f8b674, which is a hash in base 16 */
export function pageNumber(id: string): number {
  return Number.parseInt(id.slice(id.lastIndexOf("_") + 1), 16) & 0xffffff;
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
