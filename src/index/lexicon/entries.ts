import { compare, fold } from "../../language/index.ts";
import { type LexiconEntry, SHARD_KEY_LENGTH } from "../../search/format/index.ts";
import type { Dictionary } from "./dictionary.ts";
import {
  bareKey,
  type Form,
  formsOf,
  type Group,
  type Grouping,
  isStemGroup,
  wordsByStem,
} from "./groups.ts";
import { clustersOf, PlainForms } from "./plain-forms.ts";

/** The part of a dictionary that is needed here. */
type Inflector = Pick<Dictionary, "formsOf" | "endsOf" | "isPlace">;

/** An entry of which is still to be said where its postings are. */
export interface GroupEntry extends Omit<LexiconEntry, "locator"> {
  readonly group: Group;
}

/** @returns the entries of all groups, sorted by beginning */
export function toEntries(grouping: Grouping, inflector: Inflector): GroupEntry[] {
  const plain = new PlainForms(grouping.forms, (lemma) => inflector.endsOf(lemma));
  const entries = grouping.groups.flatMap((group) => {
    return isStemGroup(group) ? [stemEntry(group)] : wordEntries(group, grouping, plain, inflector);
  });
  return entries.sort(byBeginning);
}

/** One entry for the forms that begin alike; «человек» and «люди» are two. */
function wordEntries(
  group: Group,
  { forms }: Grouping,
  plain: PlainForms,
  inflector: Inflector,
): GroupEntry[] {
  const base = fold(group.known[0]?.base ?? "");
  const own = plain.of(group, base);
  const all = (): string[] => formsOf(group, forms, (lemma) => inflector.formsOf(lemma));
  const clusters = own ?? clustersOf(all(), SHARD_KEY_LENGTH);
  const isPlace = group.known.some((lemma) => inflector.isPlace(lemma));
  const marked = { ...markedOf(group), ...(isPlace ? { isPlace: true as const } : {}) };
  return clusters.map(({ beginning, endings }) => {
    return { beginning: (own ? base : "") + beginning, endings, isStem: false, ...marked, group };
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

/** By which words texts are marked. */
function markedOf(group: Group): Pick<LexiconEntry, "words" | "alone"> {
  const first = bareKey(group).charAt(0);
  const isAlone = ({ text }: Form): boolean => !text.startsWith(first);
  const alone = group.forms.filter(isAlone).map(({ text }) => text);
  const forms = group.forms.filter((form) => !isAlone(form));
  return { words: [...wordsByStem({ forms }).values()].sort(), alone: alone.sort() };
}
