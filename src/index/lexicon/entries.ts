import { compare } from "../../language/index.ts";
import { type LexiconEntry, SHARD_KEY_LENGTH } from "../../search/format/index.ts";
import { formsOf, type Group, type Grouping, isStemGroup, wordsByStem } from "./groups.ts";
import type { Lemma } from "./opencorpora.ts";

/** An entry of which is still to be said where its postings are. */
export interface GroupEntry extends Omit<LexiconEntry, "locator" | "endings"> {
  /** With commas: millions of texts by themselves would fill the memory. */
  readonly endings: string;
  readonly group: Group;
}

/**
 * @param inflect all forms of a lemma, as the dictionary says
 * @returns the entries of all groups, sorted by beginning
 */
export function toEntries(
  { groups, forms }: Grouping,
  inflect: (lemma: Lemma) => readonly string[],
): GroupEntry[] {
  const entries = groups.flatMap((group) =>
    isStemGroup(group) ? [stemEntry(group)] : wordEntries(group, formsOf(group, forms, inflect)),
  );
  return entries.sort(byBeginning);
}

function byBeginning(a: GroupEntry, b: GroupEntry): number {
  return (
    compare(a.beginning, b.beginning) ||
    compare(a.endings, b.endings) ||
    compare(a.group.key, b.group.key)
  );
}

/** The forms that the archive holds begin with the stem: it is what was left of them. */
function stemEntry(group: Group): GroupEntry {
  const beginning = group.key.slice(1);
  const endings = group.forms.map(({ text }) => text.slice(beginning.length)).sort(compare);
  return { beginning, endings: endings.join(), isStem: true, words: wordsOf(group), group };
}

/**
 * One entry for the forms that begin alike; «человек» and «люди» are two.
 *
 * @param forms sorted
 */
function wordEntries(group: Group, forms: readonly string[]): GroupEntry[] {
  const clusters = new Map<string, string[]>();
  for (const form of forms) {
    const key = form.slice(0, SHARD_KEY_LENGTH);
    const cluster = clusters.get(key);
    if (cluster === undefined) clusters.set(key, [form]);
    else cluster.push(form);
  }
  const words = wordsOf(group);
  return [...clusters.values()].map((cluster) => {
    const beginning = commonBeginning(cluster);
    const endings = cluster.map((form) => form.slice(beginning.length)).join();
    return { beginning, endings, isStem: false, words, group };
  });
}

function wordsOf(group: Group): string[] {
  return [...wordsByStem(group).values()];
}

/** Of a sorted list, what the first and the last have in common all have. */
function commonBeginning(sorted: readonly string[]): string {
  const first = sorted[0] ?? "";
  const last = sorted.at(-1) ?? "";
  let length = 0;
  while (length < first.length && first[length] === last[length]) length++;
  return first.slice(0, length);
}
