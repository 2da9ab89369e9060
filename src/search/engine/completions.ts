import { fold } from "../../language/index.ts";
import { commonness } from "./corrections.ts";
import type { IndexEntry, SearchIndex } from "./search-index.ts";

/** More would be a guess at random. */
const MOST_COMPLETIONS = 8;

/** The commonest words of the archive that a beginning may become. */
export async function completions(term: string, index: SearchIndex): Promise<IndexEntry[]> {
  const start = fold(term);
  if (start.length < 2) return [];
  const words = new Map<string, IndexEntry[]>();
  for (const entry of await index.near(start)) {
    if (!mayBecome(start, entry)) continue;
    const key = [entry.beginning, ...(entry.isStem ? [] : [entry.endings])].join();
    words.set(key, [...(words.get(key) ?? []), entry]);
  }
  const sorted = [...words].sort(([a, own], [b, others]) => {
    return commonness(others) - commonness(own) || (a < b ? -1 : 1);
  });
  return sorted.slice(0, MOST_COMPLETIONS).flatMap(([, entries]) => entries);
}

/** Whether a form begins so; forms are not put together, for a shard has ten thousand. */
function mayBecome(start: string, { beginning, endings }: IndexEntry): boolean {
  if (beginning.startsWith(start)) return true;
  return start.startsWith(beginning) && `,${endings}`.includes(`,${start.slice(beginning.length)}`);
}
