import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { AskPlace, LexiconManifest, ShardList } from "../../language/index.ts";
import { ABBREVIATIONS } from "./abbreviations.ts";
import { Dictionary } from "./dictionary.ts";
import { readFacts, type VolumeSource, writeCompressed } from "./facts.ts";
import { groupByLemma } from "./groups.ts";
import { cutShards, type PlacesOf, type Shard, toEndings, toLines } from "./shards.ts";
import { toSuggestions } from "./suggestions.ts";
import { withForms } from "./synonyms.ts";

/** About 4 kB compressed, so that two shards for a word stay under 10 kB. In characters. */
const WORD_SHARD_SIZE = 18_000;
const END_SHARD_SIZE = 10_000;
const SUGGESTION_SHARD_SIZE = 8_000;

/** Digits of a file's name; the manifest, which every search loads, holds hundreds of them. */
const NAME_LENGTH = 10;

/** What the manifest of a lexicon is called. */
const MANIFEST = "lexicon.json";

/**
 * Writes the Russian lexicon of some volumes: which forms belong together and which volumes hold
 * them, in shards of a few kilobytes that the browser fetches word by word.
 *
 * @param volumes the folders of their facts
 * @param synonyms groups of words and phrases that mean the same
 * @param folder where its manifest goes; readLexicon finds it there
 * @param published where its shards go, in a folder of their own
 */
export async function writeLexicon(
  volumes: readonly string[],
  synonyms: readonly (readonly string[])[],
  folder: string,
  published: string,
): Promise<void> {
  const sources = volumes.map(readFacts);
  const union = unite(sources);
  const dictionary = await Dictionary.load();
  const grouping = groupByLemma(union.words, union.pages, (word) => dictionary.read(word));
  const placesOf = placesIn(union, sources);
  const lines = toLines(grouping, placesOf, (lemma) => dictionary.formsOf(lemma));
  const suggestions = toSuggestions(grouping, union.words, union.pages);
  const names = sources.map(({ facts }) => facts.name);
  const own = `words-${hashOf([...names, ...lines])}`;
  const target = join(published, own);
  await mkdir(target, { recursive: true });
  const manifest: LexiconManifest = {
    folder: own,
    volumes: names,
    words: await writeShards(target, cutShards(lines, WORD_SHARD_SIZE)),
    ends: await writeShards(target, cutShards(toEndings(grouping.groups), END_SHARD_SIZE)),
    suggestions: await writeShards(target, cutShards(suggestions, SUGGESTION_SHARD_SIZE)),
    synonyms: withForms([...synonyms, ...ABBREVIATIONS], dictionary, (form) =>
      grouping.forms.has(form),
    ),
  };
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, MANIFEST), JSON.stringify(manifest));
}

/** @param folder where writeLexicon put it */
export function readLexicon(folder: string): LexiconManifest {
  return JSON.parse(readFileSync(join(folder, MANIFEST), "utf8")) as LexiconManifest;
}

/** The words of several volumes, by numbers. */
interface Union {
  readonly words: string[];
  /** In how many pages of all volumes each word stands. */
  readonly pages: number[];
  /** The volumes that hold each word, in their order. */
  readonly holders: number[][];
}

function unite(sources: readonly VolumeSource[]): Union {
  const union: Union = { words: [], pages: [], holders: [] };
  const numbers = new Map<string, number>();
  for (const [volume, source] of sources.entries()) {
    for (const [word, pages] of source.words()) {
      const number = numbers.get(word) ?? union.words.length;
      if (number === union.words.length) {
        numbers.set(word, number);
        union.words.push(word);
        union.holders.push([]);
      }
      union.pages[number] = (union.pages[number] ?? 0) + pages;
      union.holders[number]?.push(volume);
    }
  }
  return union;
}

function placesIn({ holders }: Union, sources: readonly VolumeSource[]): PlacesOf {
  const lines = sources.map((source) => source.homonyms());
  return (group, indexed, forms) => {
    const numbers = forms.flatMap(({ words }) => words);
    const held = new Set(numbers.flatMap((number) => holders[number] ?? []));
    const places = [...held].map((volume): AskPlace => {
      return { volume, homonyms: lines[volume]?.get(`${group.key}\t${indexed}`) };
    });
    const everywhere = places.length === sources.length;
    if (everywhere && places.every(({ homonyms }) => homonyms === undefined)) return null;
    return places.sort((a, b) => a.volume - b.volume);
  };
}

async function writeShards(folder: string, shards: readonly Shard[]): Promise<ShardList> {
  const files = await Promise.all(shards.map(({ text }) => writeShard(folder, text)));
  return { starts: shards.map(({ start }) => start), files };
}

/** The folder's name changes with what it holds, so that it can be cached for ever. */
function hashOf(texts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(text).update("\n");
  return hash.digest("hex").slice(0, NAME_LENGTH);
}

async function writeShard(folder: string, text: string): Promise<string> {
  const name = `${hashOf([text])}.lex`;
  await writeCompressed(join(folder, name), text);
  return name;
}
