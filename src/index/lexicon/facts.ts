import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { type ShelfVolume, shardHead, VOLUME_FILES } from "../../language/index.ts";
import { Dictionary } from "./dictionary.ts";
import { toDates, toFacets } from "./facets.ts";
import { groupByLemma } from "./groups.ts";
import { findHomonyms, type Homonyms } from "./homonyms.ts";
import { checksOf, readEntry } from "./pieces.ts";
import { cutShards } from "./shards.ts";
import { countPages, readVocabulary, type Vocabulary } from "./vocabulary.ts";

/** In characters; about 2 kB compressed. */
const HOMONYM_SHARD_SIZE = 5_000;

/** Digits of the hash in the name of a volume's folder. */
const HASH_LENGTH = 10;

/** What the files of a volume's facts are called. */
const FACTS = "facts.json";
const WORDS = "words.tsv";
const LINES = "homonyms.tsv";

/** What is known of a volume's index besides the index itself. */
export interface VolumeFacts extends Omit<ShelfVolume, "bundle"> {
  /** The names of its meta fields. */
  readonly meta: readonly string[];
}

/** Facts with the files that a lexicon is made of. */
export interface VolumeSource {
  readonly facts: VolumeFacts;
  /** From each word of the volume to the number of its pages. */
  words(): [word: string, pages: number][];
  /** From a group's key and a stem, with a tab between them, to the line of their pages. */
  homonyms(): Map<string, string>;
}

/**
 * Reads back what Pagefind indexed and writes what the search must know of it.
 *
 * @param bundle the bundle of the index
 * @param name what the bundle calls the volume
 * @param folder where the facts go; readFacts finds them there
 * @param published where the tables go that the browser asks for, in a folder of their own
 * @param code the folder of Pagefind's program; the bundle itself by default
 */
export async function writeFacts(
  bundle: string,
  name: string,
  folder: string,
  published: string,
  code = bundle,
): Promise<void> {
  const vocabulary = readVocabulary(bundle, name);
  const dictionary = await Dictionary.load();
  const counts = countPages(vocabulary);
  const grouping = groupByLemma(vocabulary.words, counts, (word) => dictionary.read(word));
  const homonyms = findHomonyms(grouping, vocabulary.pages);
  const tables = toTables(vocabulary, homonyms);
  tables.files.set(VOLUME_FILES.pieces, JSON.stringify(checksOf(bundle, name, code)));
  const own = `${name}-${hashOf(tables.files)}`;
  await mkdir(join(published, own), { recursive: true });
  for (const [file, text] of tables.files) await writeCompressed(join(published, own, file), text);
  await mkdir(folder, { recursive: true });
  const words = vocabulary.words.map((word, number) => `${word}\t${counts[number]}`);
  await writeFile(join(folder, WORDS), words.join("\n"));
  await writeFile(join(folder, LINES), homonyms.keys.join("\n"));
  const facts: VolumeFacts = {
    name,
    folder: own,
    entry: readEntry(bundle),
    pages: vocabulary.pages.length,
    averageLength: vocabulary.averageLength,
    homonyms: tables.homonyms,
    facets: tables.facets,
    dates: tables.files.has(VOLUME_FILES.dates),
    meta: [...new Set(vocabulary.pages.flatMap(({ meta }) => Object.keys(meta)))].sort(),
  };
  await writeFile(join(folder, FACTS), JSON.stringify(facts));
}

/** @param folder where writeFacts put them */
export function readFacts(folder: string): VolumeSource {
  const lines = (file: string): string[] =>
    readFileSync(join(folder, file), "utf8").split("\n").filter(Boolean);
  return {
    facts: JSON.parse(readFileSync(join(folder, FACTS), "utf8")) as VolumeFacts,
    words: () =>
      lines(WORDS).map((line) => {
        const [word = "", pages] = line.split("\t");
        return [word, Number(pages)];
      }),
    homonyms: () =>
      new Map(
        lines(LINES).map((line) => {
          const end = line.lastIndexOf("\t");
          return [line.slice(0, end), line.slice(end + 1)];
        }),
      ),
  };
}

interface Tables {
  /** By their names. */
  readonly files: Map<string, string>;
  readonly homonyms: readonly string[];
  readonly facets: readonly string[];
}

function toTables({ pages }: Vocabulary, { lines }: Homonyms): Tables {
  const files = new Map<string, string>();
  const shards = cutShards(lines, HOMONYM_SHARD_SIZE);
  for (const [number, { text }] of shards.entries()) files.set(VOLUME_FILES.homonyms(number), text);
  const facets = [...toFacets(pages)];
  for (const [number, [, facet]] of facets.entries()) {
    files.set(VOLUME_FILES.facet(number), JSON.stringify(facet));
  }
  const dates = toDates(pages);
  if (dates !== undefined) files.set(VOLUME_FILES.dates, JSON.stringify(dates));
  return {
    files,
    homonyms: shards.map(({ start }) => start),
    facets: facets.map(([name]) => name),
  };
}

/** The folder's name changes with what it holds, so that it can be cached for ever. */
function hashOf(files: ReadonlyMap<string, string>): string {
  const hash = createHash("sha256");
  for (const [name, text] of files) hash.update(`${name}\0${text}\0`);
  return hash.digest("hex").slice(0, HASH_LENGTH);
}

/** Compressed by us, so that every host sends the same few bytes; it says first what it is. */
export async function writeCompressed(file: string, text: string): Promise<void> {
  const head = shardHead(basename(dirname(file)), basename(file));
  await writeFile(file, gzipSync(head + text, { level: 9 }));
}
