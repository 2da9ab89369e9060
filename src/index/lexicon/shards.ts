import {
  type Ask,
  encodeEntry,
  type LexiconEntry,
  SHARD_KEY_LENGTH,
} from "../../language/index.ts";
import { type Form, formsOf, type Group, type Grouping, isStemGroup } from "./groups.ts";
import type { Lemma } from "./opencorpora.ts";

/** @returns where the forms of a group can be asked for by a stem; null for everywhere */
export type PlacesOf = (group: Group, indexed: string, forms: readonly Form[]) => Ask["places"];

/**
 * @param placesOf where to ask
 * @param inflect all forms of a lemma, as the dictionary says
 * @returns the entries of all groups as lines, sorted by beginning
 */
export function toLines(
  { groups, forms }: Grouping,
  placesOf: PlacesOf,
  inflect: (lemma: Lemma) => readonly string[],
): string[] {
  const entries = groups.flatMap((group) =>
    isStemGroup(group)
      ? [stemEntry(group, placesOf)]
      : wordEntries(formsOf(group, forms, inflect), facts(group, placesOf)),
  );
  // The tab that ends a beginning sorts before every letter, as the beginning itself does.
  return entries.map(encodeEntry).sort();
}

function stemEntry(group: Group, placesOf: PlacesOf): LexiconEntry {
  return { beginning: group.key.slice(1), endings: null, ...facts(group, placesOf) };
}

type Facts = Pick<LexiconEntry, "asks" | "weight">;

/**
 * One entry for the forms that begin alike; «человек» and «люди» are two.
 *
 * @param forms sorted
 */
function wordEntries(forms: readonly string[], about: Facts): LexiconEntry[] {
  const clusters = new Map<string, string[]>();
  for (const form of forms) {
    const key = form.slice(0, SHARD_KEY_LENGTH);
    const cluster = clusters.get(key);
    if (cluster === undefined) clusters.set(key, [form]);
    else cluster.push(form);
  }
  return [...clusters.values()].map((cluster) => {
    const beginning = commonBeginning(cluster);
    return { beginning, endings: cluster.map((form) => form.slice(beginning.length)), ...about };
  });
}

function facts(group: Group, placesOf: PlacesOf): Facts {
  const asks = [...group.held].map(([indexed, forms]): Ask => {
    return { word: firstOf(forms), places: placesOf(group, indexed, forms) };
  });
  return {
    asks: asks.sort((a, b) => (a.word < b.word ? -1 : 1)),
    weight: Math.round(Math.log2(Math.max(1, group.pages))),
  };
}

/** Any of the forms would do, but always the same one. */
function firstOf(forms: readonly Form[]): string {
  return forms.map(({ text }) => text).sort()[0] ?? "";
}

/** Of a sorted list, what the first and the last have in common all have. */
function commonBeginning(sorted: readonly string[]): string {
  const first = sorted[0] ?? "";
  const last = sorted.at(-1) ?? "";
  let length = 0;
  while (length < first.length && first[length] === last[length]) length++;
  return first.slice(0, length);
}

/**
 * The stems under which Pagefind holds words, written backwards: a word with a slip near its
 * beginning is found by its end.
 *
 * @returns lines of a reversed stem, a tab, and what makes a word of the archive of it; sorted
 */
export function toEndings(groups: Iterable<Group>): string[] {
  const lines = new Set<string>();
  for (const group of groups) {
    for (const [indexed, forms] of group.held) {
      const form = firstOf(forms);
      const reversed = [...indexed].reverse().join("");
      if (indexed.length > 2) lines.add(`${reversed}\t${form.slice(indexed.length)}`);
    }
  }
  return [...lines].sort();
}

/** A piece of the lexicon. */
export interface Shard {
  /** The first letters of its first line. */
  readonly start: string;
  readonly text: string;
}

/**
 * Cuts sorted lines into shards, between lines that do not share their first letters.
 *
 * @param lines sorted
 * @param size roughly how many characters a shard has
 */
export function cutShards(lines: readonly string[], size: number): Shard[] {
  const shards: Shard[] = [];
  let pending: string[] = [];
  let length = 0;
  for (const line of lines) {
    if (length >= size && keyOf(line) !== keyOf(pending.at(-1))) {
      shards.push(toShard(pending));
      pending = [];
      length = 0;
    }
    pending.push(line);
    length += line.length + 1;
  }
  return pending.length === 0 ? shards : [...shards, toShard(pending)];
}

function toShard(lines: readonly string[]): Shard {
  return { start: keyOf(lines[0]), text: lines.join("\n") };
}

/** A line's key ends where its first field does. */
function keyOf(line: string | undefined): string {
  return (line ?? "").slice(0, SHARD_KEY_LENGTH).split("\t")[0] ?? "";
}
