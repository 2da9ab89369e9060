import { createHash } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type {
  FacetFile,
  LexiconManifest,
  ShardList,
  ShelfManifest,
  ShelfVolume,
} from "../../language/index.ts";
import { ABBREVIATIONS } from "./abbreviations.ts";
import { Dictionary } from "./dictionary.ts";
import { toDates, toFacets } from "./facets.ts";
import { groupByLemma } from "./groups.ts";
import { findHomonyms } from "./homonyms.ts";
import { cutShards, type Shard, toEndings, toLines } from "./shards.ts";
import { toSuggestions } from "./suggestions.ts";
import { withForms } from "./synonyms.ts";
import { readVocabulary } from "./vocabulary.ts";

/** About 4 kB compressed, so that two shards for a word stay under 10 kB. In characters. */
const WORD_SHARD_SIZE = 18_000;
const END_SHARD_SIZE = 10_000;
const HOMONYM_SHARD_SIZE = 5_000;
const SUGGESTION_SHARD_SIZE = 8_000;

/** Digits of a file's name; the manifest, which every search loads, holds hundreds of them. */
const NAME_LENGTH = 8;

/**
 * Writes which volumes an archive has.
 *
 * @param folder where the lexicons of the volumes lie, each in a folder of its own
 * @param volumes the newest first
 */
export async function writeShelf(folder: string, volumes: readonly ShelfVolume[]): Promise<void> {
  const manifest: ShelfManifest = { volumes };
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "shelf.json"), JSON.stringify(manifest));
}

/**
 * Writes the Russian lexicon of a volume: which forms belong together, in shards of a few kilobytes
 * that the browser fetches word by word.
 *
 * @param pagefindFolder the bundle of the index
 * @param language what the bundle calls the volume
 * @param lexiconFolder where the lexicon goes, in a folder of that name
 * @param synonyms groups of words and phrases that mean the same
 */
export async function writeLexicon(
  pagefindFolder: string,
  language: string,
  lexiconFolder: string,
  synonyms: readonly (readonly string[])[],
): Promise<void> {
  const folder = join(lexiconFolder, language);
  const vocabulary = readVocabulary(pagefindFolder, language);
  const dictionary = await Dictionary.load();
  const grouping = groupByLemma(vocabulary, (word) => dictionary.read(word));
  const homonyms = findHomonyms(grouping, vocabulary.pages);
  const words = toLines(grouping, homonyms, (lemma) => dictionary.formsOf(lemma));
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const dates = toDates(vocabulary.pages);
  const manifest: LexiconManifest = {
    pages: vocabulary.pages.length,
    words: await writeShards(folder, cutShards(words, WORD_SHARD_SIZE)),
    ends: await writeShards(folder, cutShards(toEndings(grouping.groups), END_SHARD_SIZE)),
    homonyms: await writeShards(folder, cutShards(homonyms.lines, HOMONYM_SHARD_SIZE)),
    suggestions: await writeShards(
      folder,
      cutShards(toSuggestions(grouping, vocabulary), SUGGESTION_SHARD_SIZE),
    ),
    synonyms: withForms([...synonyms, ...ABBREVIATIONS], dictionary, (form) =>
      grouping.forms.has(form),
    ),
    meta: [...new Set(vocabulary.pages.flatMap(({ meta }) => Object.keys(meta)))].sort(),
    facets: await writeFacets(folder, toFacets(vocabulary.pages)),
    dates: dates && (await writeText(folder, JSON.stringify(dates))),
  };
  await writeFile(join(folder, "lexicon.json"), JSON.stringify(manifest));
}

async function writeShards(folder: string, shards: readonly Shard[]): Promise<ShardList> {
  const files = await Promise.all(shards.map(({ text }) => writeText(folder, text)));
  return { starts: shards.map(({ start }) => start), files };
}

async function writeFacets(
  folder: string,
  facets: ReadonlyMap<string, FacetFile>,
): Promise<LexiconManifest["facets"]> {
  const files: Record<string, string> = {};
  for (const [name, facet] of facets) files[name] = await writeText(folder, JSON.stringify(facet));
  return files;
}

/** Compressed by us, so that every host sends the same few bytes. */
async function writeText(folder: string, text: string): Promise<string> {
  const name = `${createHash("sha256").update(text).digest("hex").slice(0, NAME_LENGTH)}.lex`;
  await writeFile(join(folder, name), gzipSync(text, { level: 9 }));
  return name;
}
