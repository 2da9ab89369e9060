import { entryOf } from "../../language/maps.ts";
import {
  ABBREVIATIONS_SECTION,
  encodeShard,
  type FileKind,
  type LexiconEntry,
  type LexiconShard,
  SHARD_KEY_LENGTH,
  type ShardList,
  shardOf,
} from "../../search/format/index.ts";
import type { GroupEntry } from "../lexicon/entries.ts";
import type { NamedAbbreviation } from "../lexicon/named-abbreviations.ts";
import type { PackFiles } from "../written-files.ts";
import { type CutRule, cutsBefore } from "./file-cuts.ts";
import type { WrittenLists } from "./lists.ts";

/**
 * In characters, of which four are about a byte once compressed. A query loads three shards, and the
 * names of all, some ten bytes each: 3c + 10T/c bytes for shards of c in a lexicon of T, which is least
 * where c is √(10T/3). A shard is a third longer than the least on average, and small ones compress
 * worse.
 */
const WORDS_ROOT = 3.6;
/** Below that a file is mostly its head. */
const LEAST_WORDS = 2_000;
/** So many sizes an octave: an edit must not move every cut. */
const SIZE_STEPS = 2;
const STEMS: CutRule = { least: 8_000, most: 16_000, every: 8 };
const RULES = {
  ends: STEMS,
  sounds: STEMS,
  suggestions: { least: 6_000, most: 12_000, every: 8 },
} satisfies Readonly<Partial<Record<FileKind, CutRule>>>;

/** Things that stand side by side in a file. */
interface Shard<Item> {
  readonly start: string;
  readonly items: Item[];
}

/**
 * Writes the entries of the lexicon, each with where its postings are, and beside them the abbreviations
 * and names that begin alike: so who asks for other words loads none of these.
 */
export function writeWords(
  entries: readonly GroupEntry[],
  lists: WrittenLists,
  abbreviations: readonly NamedAbbreviation[],
  files: PackFiles,
): ShardList {
  const total = entries.reduce((sum, entry) => sum + sizeOfEntry(entry), 0);
  const shards = cutShards(entries, wordsRule(total), ({ beginning }) => beginning, sizeOfEntry);
  const lines = linesOfShards(
    abbreviations,
    shards.map(({ start }) => start),
  );
  return listOf(shards, (items, at) => {
    const shard = toShard(items, lists, lines.get(at));
    return files.write("words", encodeShard(shard)).name;
  });
}

/** @returns the lines of each shard that has some, by its number, each once, in their order */
function linesOfShards(
  abbreviations: readonly NamedAbbreviation[],
  starts: readonly string[],
): Map<number, string[]> {
  const lines = new Map<number, string[]>();
  for (const { line, keys } of abbreviations) {
    const shards = keys.map((key) => shardOf(starts, key.slice(0, SHARD_KEY_LENGTH)));
    for (const shard of new Set(shards)) entryOf(lines, shard, () => []).push(line);
  }
  return lines;
}

/** @param total characters of all entries */
function wordsRule(total: number): CutRule {
  const wanted = Math.max(LEAST_WORDS, WORDS_ROOT * Math.sqrt(total));
  const least = Math.round(2 ** (Math.round(SIZE_STEPS * Math.log2(wanted)) / SIZE_STEPS));
  return { least, most: 2 * least, every: 8 };
}

/** Roughly; the locator of its postings has some ten characters. */
function sizeOfEntry({ beginning, endings }: GroupEntry): number {
  return beginning.length + endings.length + 12;
}

/** Its chunks are numbered as they come. */
function toShard(
  items: readonly GroupEntry[],
  lists: WrittenLists,
  abbreviations: readonly string[] = [],
): LexiconShard {
  const numbers = new Map<number, number>();
  const entries = withLocators(items, lists).map((entry): LexiconEntry => {
    const chunk = entryOf(numbers, entry.locator.chunk, () => numbers.size);
    return { ...entry, locator: { ...entry.locator, chunk } };
  });
  const chunks = [...numbers.keys()].flatMap((chunk) => lists.chunks[chunk] ?? []);
  const own: [string, readonly string[]] = [ABBREVIATIONS_SECTION, abbreviations];
  return { chunks, entries, sections: new Map(abbreviations.length > 0 ? [own] : []) };
}

/** Entries that say the same stand side by side, and are one. */
function withLocators(items: readonly GroupEntry[], { locators }: WrittenLists): LexiconEntry[] {
  const entries: LexiconEntry[] = [];
  let last: LexiconEntry | undefined;
  for (const { group, ...said } of items) {
    const locator = locators.get(group);
    if (locator === undefined) continue;
    const entry = { ...said, locator };
    if (last === undefined || !saySame(entry, last)) entries.push(entry);
    last = entry;
  }
  return entries;
}

/** Words are those of the postings, and locators of the same forms are the same. */
function saySame(a: LexiconEntry, b: LexiconEntry): boolean {
  return (
    a.beginning === b.beginning &&
    a.endings === b.endings &&
    a.isStem === b.isStem &&
    a.locator.chunk === b.locator.chunk &&
    a.locator.offset === b.locator.offset
  );
}

/**
 * @param kind what its file is
 * @param lines sorted: reversed stems, stems by their sounds or suggestions
 */
export function writeLines(
  kind: keyof typeof RULES,
  lines: readonly string[],
  files: PackFiles,
): ShardList {
  const shards = cutShards(
    lines,
    RULES[kind],
    (line) => line.split("\t")[0] ?? "",
    (line) => line.length + 1,
  );
  return listOf(shards, (items) => files.write(kind, items.join("\n")).name);
}

/**
 * Cuts sorted things between those that do not share their first letters.
 *
 * @param keyOf by what they are sorted
 */
function cutShards<Item>(
  items: readonly Item[],
  rule: CutRule,
  keyOf: (item: Item) => string,
  sizeOf: (item: Item) => number,
): Shard<Item>[] {
  const shards: Shard<Item>[] = [];
  let size = 0;
  for (const { start, items: own } of runsOf(items, keyOf)) {
    const more = own.reduce((sum, item) => sum + sizeOf(item), 0);
    const last = shards.at(-1);
    if (last === undefined || cutsBefore(rule, size, more, start)) {
      shards.push({ start, items: own });
      size = more;
    } else {
      last.items.push(...own);
      size += more;
    }
  }
  return shards;
}

/** Sorted things that share their first letters. */
function runsOf<Item>(items: readonly Item[], keyOf: (item: Item) => string): Shard<Item>[] {
  const runs: Shard<Item>[] = [];
  for (const item of items) {
    const start = keyOf(item).slice(0, SHARD_KEY_LENGTH);
    const last = runs.at(-1);
    if (last?.start === start) last.items.push(item);
    else runs.push({ start, items: [item] });
  }
  return runs;
}

function listOf<Item>(
  shards: readonly Shard<Item>[],
  write: (items: readonly Item[], number: number) => string,
): ShardList {
  const starts = shards.map(({ start }) => start);
  return { starts, files: shards.map(({ items }, at) => write(items, at)).join("") };
}
