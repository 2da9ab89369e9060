import { compare, fold } from "../../language/index.ts";
import { type LexiconEntry, SHARD_KEY_LENGTH } from "../../search/format/index.ts";
import {
  bareKey,
  type Form,
  formsOf,
  type Group,
  type Grouping,
  isStemGroup,
  wordsByStem,
} from "./groups.ts";
import type { Lemma } from "./opencorpora.ts";
import { commonBeginning, PlainForms } from "./plain-forms.ts";

/** The part of a dictionary that is needed here. */
export interface Inflector {
  /** @returns every form of a lemma, folded */
  formsOf(lemma: Lemma): readonly string[];
  /** @returns what stands behind its base in each form, folded, each once; nothing of forms with prefixes */
  endsOf(lemma: Lemma): readonly string[] | undefined;
  /** @returns whether it is the name of a place */
  isPlace(lemma: Lemma): boolean;
}

/** An entry of which is still to be said where its postings are. */
export interface GroupEntry extends Omit<LexiconEntry, "locator"> {
  readonly group: Group;
}

/** @returns the entries of all groups, sorted by beginning */
export function toEntries({ groups, forms }: Grouping, inflector: Inflector): GroupEntry[] {
  const plain = new PlainForms(forms, (lemma) => inflector.endsOf(lemma));
  const inflect = (lemma: Lemma) => inflector.formsOf(lemma);
  const entries = groups.flatMap((group) => {
    if (isStemGroup(group)) return [stemEntry(group)];
    const own = plainEntries(group, plain) ?? wordEntries(group, formsOf(group, forms, inflect));
    const isPlace = group.known.some((lemma) => inflector.isPlace(lemma));
    return isPlace ? own.map((entry) => ({ ...entry, isPlace: true as const })) : own;
  });
  return entries.sort(byBeginning);
}

function plainEntries(group: Group, plain: PlainForms): GroupEntry[] | undefined {
  const base = fold(group.known[0]?.base ?? "");
  const clusters = plain.of(group, base);
  if (clusters === undefined) return undefined;
  const marked = markedOf(group);
  return clusters.map(({ beginning, endings }) => {
    return { beginning: base + beginning, endings, isStem: false, ...marked, group };
  });
}

function byBeginning(a: GroupEntry, b: GroupEntry): number {
  return (
    compare(a.beginning, b.beginning) ||
    compare(a.endings, b.endings) ||
    compare(a.group.key, b.group.key)
  );
}

/** An entry by stem: all its forms in the archive begin with the stem. */
function stemEntry(group: Group): GroupEntry {
  const beginning = bareKey(group);
  const endings = group.forms.map(({ text }) => text.slice(beginning.length)).sort(compare);
  return { beginning, endings: endings.join(), isStem: true, ...markedOf(group), group };
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
  const marked = markedOf(group);
  return [...clusters.values()].map((cluster) => {
    const beginning = commonBeginning(cluster);
    const endings = cluster.map((form) => form.slice(beginning.length)).join();
    return { beginning, endings, isStem: false, ...marked, group };
  });
}

/** By which words texts are marked. */
function markedOf(group: Group): Pick<LexiconEntry, "words" | "alone"> {
  const first = bareKey(group).charAt(0);
  const isAlone = ({ text }: Form): boolean => !text.startsWith(first);
  const alone = group.forms.filter(isAlone).map(({ text }) => text);
  const forms = group.forms.filter((form) => !isAlone(form));
  return { words: [...wordsByStem({ forms }).values()].sort(), alone: alone.sort() };
}
