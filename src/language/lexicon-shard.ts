/**
 * How a shard of the lexicon is written: a line for each entry, sorted by beginning, fields
 * divided by tabs. Endings stand in full, for they repeat from line to line and compress away.
 */

/**
 * Words are looked up by so many first letters, and what begins with them stands in one shard.
 * Fewer make shards that cannot be cut small, more tear the forms of a word apart.
 */
export const SHARD_KEY_LENGTH = 5;

/** A shorter beginning may become anything. */
export const SUGGESTION_KEY_LENGTH = 3;

/** What to ask Pagefind for. */
export interface Ask {
  /** A word with the stem that is meant, folded. */
  readonly word: string;
  /** The volumes that hold words of this stem; null for all volumes of the lexicon, whole. */
  readonly places: readonly AskPlace[] | null;
}

/** A volume in which something can be asked for. */
export interface AskPlace {
  /** Its number in the lexicon. */
  readonly volume: number;
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
const BASE = 36;

/** @returns one line of a shard */
export function encodeEntry({ beginning, endings, asks, weight }: LexiconEntry): string {
  const ends = endings === null ? ANY_ENDING : endings.join(",");
  const shared = asks.map(({ word, places }) => {
    const rest = word.startsWith(beginning) ? word.slice(beginning.length) : `=${word}`;
    return places === null ? rest : `${rest}!${places.map(encodePlace).join(".")}`;
  });
  return [beginning, ends, shared.join(","), weight].join("\t");
}

function encodePlace({ volume, homonyms }: AskPlace): string {
  const number = volume.toString(BASE);
  return homonyms === undefined ? number : `${number}:${homonyms}`;
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
  const [rest = "", places] = text.split("!");
  const word = rest.startsWith("=") ? rest.slice(1) : beginning + rest;
  return { word, places: places === undefined ? null : places.split(".").map(decodePlace) };
}

function decodePlace(text: string): AskPlace {
  const [volume = "", homonyms] = text.split(":");
  return { volume: Number.parseInt(volume, BASE), homonyms };
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
