import { createHash } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { LexiconManifest, ShardList } from "../../language/index.ts";
import { loadDictionary } from "./dictionary.ts";
import { type Group, groupByLemma } from "./groups.ts";
import { findHomonyms } from "./homonyms.ts";
import { cutShards, type Shard, toEndings, toLines } from "./shards.ts";
import { withForms } from "./synonyms.ts";
import { countWords, readPages } from "./vocabulary.ts";

/** About 4 kB compressed, so that two shards for a word stay under 10 kB. In characters. */
const WORD_SHARD_SIZE = 18_000;
const END_SHARD_SIZE = 10_000;
const HOMONYM_SHARD_SIZE = 5_000;

/**
 * Writes the Russian lexicon of an index: which forms belong together, in shards of a few
 * kilobytes that the browser fetches word by word.
 *
 * @param pagefindFolder the bundle of the index
 * @param folder where the lexicon goes
 * @param synonyms groups of words and phrases that mean the same
 */
export async function writeLexicon(
  pagefindFolder: string,
  folder: string,
  synonyms: readonly (readonly string[])[],
): Promise<void> {
  const pages = readPages(pagefindFolder);
  const read = await loadDictionary();
  const groups = [...groupByLemma(countWords(pages), read).values()].sort(byKey);
  const homonyms = findHomonyms(groups, pages);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const manifest: LexiconManifest = {
    pages: pages.length,
    words: await writeShards(folder, cutShards(toLines(groups, homonyms), WORD_SHARD_SIZE)),
    ends: await writeShards(folder, cutShards(toEndings(groups), END_SHARD_SIZE)),
    homonyms: await writeShards(folder, cutShards(homonyms.lines, HOMONYM_SHARD_SIZE)),
    synonyms: withForms(synonyms, read),
  };
  await writeFile(join(folder, "lexicon.json"), JSON.stringify(manifest));
}

function byKey(a: Group, b: Group): number {
  return a.key < b.key ? -1 : 1;
}

async function writeShards(folder: string, shards: readonly Shard[]): Promise<ShardList> {
  const files = await Promise.all(shards.map((shard) => writeShard(folder, shard)));
  return { starts: shards.map(({ start }) => start), files };
}

/** Compressed by us, so that every host sends the same few bytes. */
async function writeShard(folder: string, { text }: Shard): Promise<string> {
  const name = `${createHash("sha256").update(text).digest("hex").slice(0, 10)}.lex`;
  await writeFile(join(folder, name), gzipSync(text, { level: 9 }));
  return name;
}
