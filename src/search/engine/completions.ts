import { compare, fold } from "../../language/index.ts";
import { formsOf } from "./lexicon.ts";
import type { Query } from "./query.ts";
import { commonness, type IndexEntry, type SearchIndex } from "./search-index.ts";

/** More would be a guess at random. */
const MOST_COMPLETIONS = 8;

/** Of a query that is finished: fewer letters are the beginning of too many words. */
const SHORTEST_FINISHED = 4;

/** A word that a beginning may become. */
export interface Completion {
  /** The shortest of its forms that begins so and that the archive is known to hold; folded. */
  readonly word: string;
  readonly entries: readonly IndexEntry[];
}

/**
 * @param term the last word of a query, which the archive does not hold
 * @returns whether it may be the beginning of another word: while somebody types any word may, after
 *   that only one that is no word of the language itself
 */
export async function mayGoOn(
  term: string,
  { typing, asTyped }: Pick<Query, "typing" | "asTyped">,
  index: SearchIndex,
): Promise<boolean> {
  if (typing) return true;
  return !asTyped && term.length >= SHORTEST_FINISHED && !(await index.isWord(term));
}

/** The commonest words of the archive that a beginning may become. */
export async function completions(term: string, index: SearchIndex): Promise<Completion[]> {
  const start = fold(term);
  if (start.length < 2) return [];
  const words = new Map<string, IndexEntry[]>();
  for (const entry of await index.near(start)) {
    if (!mayBecome(start, entry)) continue;
    const key = [entry.beginning, ...(entry.isStem ? [] : [entry.endings])].join();
    words.set(key, [...(words.get(key) ?? []), entry]);
  }
  const sorted = [...words].sort(([a, own], [b, others]) => {
    return commonness(others) - commonness(own) || compare(a, b);
  });
  return sorted.slice(0, MOST_COMPLETIONS).map(([, entries]) => {
    return { word: wordOf(entries, start), entries };
  });
}

function wordOf(entries: readonly IndexEntry[], start: string): string {
  const held = entries.flatMap(({ words }) => words).filter((word) => word.startsWith(start));
  const all = held.length > 0 ? held : entries.flatMap(formsOf);
  return all.toSorted((a, b) => a.length - b.length || compare(a, b))[0] ?? start;
}

/** Whether a form begins so; forms are not put together, for a shard has ten thousand. */
function mayBecome(start: string, { beginning, endings }: IndexEntry): boolean {
  if (beginning.startsWith(start)) return true;
  return start.startsWith(beginning) && `,${endings}`.includes(`,${start.slice(beginning.length)}`);
}
