import type { Locator } from "./postings.ts";

/**
 * A shard of the lexicon: which forms belong together, and where their postings are.
 *
 *     chunks 2              sections by their names, with the number of lines of each
 *     NAME\tTWIN\tSIZE      the lines of the first section, then of the next
 *     …
 *     минск\t,а,ом\t0.0.5\t,ом   entries: beginning, endings, locator, words; sorted by beginning
 *
 * A reader skips sections that it does not know. Numbers are in base 36. Endings stand in full, for
 * they repeat from line to line and compress away. An entry of a stem has * before its endings, one of a
 * place ^. A word that does not begin so stands in full, behind =; one that is marked alone in full,
 * behind !.
 */

/** A posting chunk as shards name it. */
export interface ChunkRef {
  /** Of its postings file. */
  readonly postings: string;
  /** Of its twin, the positions file. */
  readonly positions: string;
  /** The bytes of the twin as it is sent. */
  readonly positionsSize: number;
}

/** A lemma of the archive, with all its forms that begin alike; the others have entries of their own. */
export interface LexiconEntry {
  /** The common beginning of the forms, folded; the stem where the entry stands for one. */
  readonly beginning: string;
  /**
   * The endings of all forms that the dictionary or the archive knows, as one text with commas: millions of
   * separate texts would fill the memory of the build.
   */
  readonly endings: string;
  /**
   * Whether any word with this stem is meant, for no dictionary knows it; its endings are those of
   * the archive.
   */
  readonly isStem: boolean;
  /** Said where a dictionary knows it as the name of a place. */
  readonly isPlace?: true;
  /**
   * For each stem under which the archive holds forms of the lemma one of those forms, folded, wherever
   * it begins; by these stems texts are marked. The same for all entries of a lemma.
   */
  readonly words: readonly string[];
  /**
   * Forms that the archive holds and that begin otherwise than the lemma, folded: they are marked as
   * they stand, for their stems are those of other words («лет» of «год», and «лето»).
   */
  readonly alone: readonly string[];
  /** The same for all entries of a lemma. */
  readonly locator: Locator;
}

/** A decoded shard. */
export interface LexiconShard {
  readonly chunks: readonly ChunkRef[];
  /** Sorted by beginning. */
  readonly entries: readonly LexiconEntry[];
  /** The lines of further sections, by name. */
  readonly sections: ReadonlyMap<string, readonly string[]>;
}

/**
 * The section of abbreviations and names that begin as its entries do: in each line an abbreviation, a
 * tab, and the name that the archive itself gives it, both as written.
 */
export const ABBREVIATIONS_SECTION = "abbreviations";

const CHUNKS = "chunks";
const STEM = "*";
const PLACE = "^";
const IN_FULL = "=";
const ALONE = "!";
const BASE = 36;

/** @returns the text of a shard */
export function encodeShard({ chunks, entries, sections }: LexiconShard): string {
  const all = new Map([[CHUNKS, chunks.map(encodeChunk)], ...sections]);
  const counts = [...all].map(([name, lines]) => `${name} ${lines.length.toString(BASE)}`);
  return [counts.join(" "), ...[...all.values()].flat(), ...entries.map(encodeEntry)].join("\n");
}

function encodeChunk({ postings, positions, positionsSize }: ChunkRef): string {
  return [postings, positions, positionsSize.toString(BASE)].join("\t");
}

/** @returns the line of an entry */
function encodeEntry(entry: LexiconEntry): string {
  const { beginning, endings, words, alone } = entry;
  const { chunk, offset, count } = entry.locator;
  const place = [chunk, offset, count].map((number) => number.toString(BASE)).join(".");
  const rests = words.map((word) =>
    word.startsWith(beginning) ? word.slice(beginning.length) : IN_FULL + word,
  );
  const all = [...rests, ...alone.map((word) => ALONE + word)].join(",");
  return [beginning, markOf(entry) + endings, place, all].join("\t");
}

function markOf({ isStem, isPlace }: LexiconEntry): string {
  if (isStem) return STEM;
  return isPlace ? PLACE : "";
}

/** @param text the body of a words file */
export function decodeShard(text: string): LexiconShard {
  const [counts = "", ...lines] = text.split("\n");
  const sections = new Map<string, string[]>();
  const words = counts.split(" ");
  for (let at = 0; at + 1 < words.length; at += 2) {
    sections.set(words[at] ?? "", lines.splice(0, Number.parseInt(words[at + 1] ?? "0", BASE)));
  }
  const chunks = (sections.get(CHUNKS) ?? []).map(decodeChunk);
  sections.delete(CHUNKS);
  return { chunks, entries: lines.filter(Boolean).map(decodeEntry), sections };
}

function decodeChunk(line: string): ChunkRef {
  const [postings = "", positions = "", size = "0"] = line.split("\t");
  return { postings, positions, positionsSize: Number.parseInt(size, BASE) };
}

function decodeEntry(line: string): LexiconEntry {
  const [beginning = "", ends = "", place = "", rests = ""] = line.split("\t");
  const [chunk = 0, offset = 0, count = 0] = place
    .split(".")
    .map((number) => Number.parseInt(number, BASE));
  const isStem = ends.startsWith(STEM);
  const isPlace = ends.startsWith(PLACE);
  const endings = isStem || isPlace ? ends.slice(1) : ends;
  const all = rests.split(",");
  const words = all.flatMap((rest) => {
    if (rest.startsWith(ALONE)) return [];
    return rest.startsWith(IN_FULL) ? rest.slice(IN_FULL.length) : beginning + rest;
  });
  const alone = all.filter((rest) => rest.startsWith(ALONE)).map((rest) => rest.slice(1));
  const locator = { chunk, offset, count };
  return { beginning, endings, isStem, ...(isPlace && { isPlace }), words, alone, locator };
}
