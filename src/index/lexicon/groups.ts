import { compare, fold, stem } from "../../language/index.ts";
import { entryOf } from "../../language/maps.ts";
import { type Meaning, STEM_KEY } from "./dictionary.ts";
import type { Lemma } from "./opencorpora.ts";

/** Words that are spelled alike once they are folded. */
export interface Form {
  /** Folded. */
  readonly text: string;
  readonly stem: string;
  /** Its spellings, by their numbers. */
  readonly words: number[];
  /** The lemmas that it may be a form of. */
  readonly groups: Group[];
}

/** A lemma that the archive holds in at least one form. */
export interface Group {
  /** The lemma, folded; a stem with its mark where no dictionary knows the word. */
  readonly key: string;
  /** The dictionary's lemmas of this key, each once. */
  readonly known: Lemma[];
  /** Those that the archive holds. */
  readonly forms: Form[];
  /** The pages of its forms, added up. */
  pages: number;
}

/** The words of an archive, gathered. */
export interface Grouping {
  /** By lemma, sorted by key. */
  readonly groups: readonly Group[];
  /** By their texts. */
  readonly forms: ReadonlyMap<string, Form>;
}

/**
 * Gathers the words of an archive by lemma.
 *
 * @param words the different words
 * @param counts in how many pages each of them stands
 * @param read what the dictionary says of a word
 */
export function groupByLemma(
  words: readonly string[],
  counts: ArrayLike<number>,
  read: (word: string) => Meaning,
): Grouping {
  const groups = new Map<string, Group>();
  const forms = new Map<string, Form>();
  for (const [number, word] of words.entries()) {
    const form = formOf(forms, word);
    form.words.push(number);
    const { lemmas, known } = read(word);
    for (const key of lemmas) addForm(groups, key, form, counts[number] ?? 0);
    for (const lemma of known) addKnown(groups.get(keyOf(lemma, lemmas)), lemma);
  }
  return { groups: [...groups.values()].sort((a, b) => compare(a.key, b.key)), forms };
}

/** @param keys of all that its word may be a form of: mostly one, and to fold takes longer than to look */
function keyOf({ lemma }: Lemma, [key = "", ...others]: readonly string[]): string {
  return others.length === 0 ? key : fold(lemma);
}

function formOf(forms: Map<string, Form>, word: string): Form {
  const text = fold(word);
  return entryOf(forms, text, () => ({ text, stem: stem(text), words: [], groups: [] }));
}

function addForm(groups: Map<string, Group>, key: string, form: Form, pages: number): void {
  const group = entryOf(groups, key, () => ({ key, known: [], forms: [], pages: 0 }));
  group.pages += pages;
  if (form.groups.includes(group)) return;
  form.groups.push(group);
  group.forms.push(form);
}

function addKnown(group: Group | undefined, lemma: Lemma): void {
  const { base, paradigm } = lemma;
  const isSame = (one: Lemma): boolean => one.paradigm === paradigm && one.base === base;
  if (group?.known.some(isSame) === false) group.known.push(lemma);
}

/**
 * The forms of a lemma: those of the archive and those that the dictionary adds. A form that the
 * archive holds is the lemma's only where its own reading says so.
 *
 * @returns sorted, each once
 */
export function formsOf(
  group: Group,
  forms: Grouping["forms"],
  inflect: (lemma: Lemma) => readonly string[],
): string[] {
  const texts = new Set(group.forms.map(({ text }) => text));
  for (const lemma of group.known) {
    for (const text of inflect(lemma)) {
      const form = forms.get(text);
      if (form === undefined || form.groups.includes(group)) texts.add(text);
    }
  }
  return [...texts].sort();
}

/** @returns whether a group stands for a stem that no dictionary knows */
export function isStemGroup(group: Group): boolean {
  return group.key.startsWith(STEM_KEY);
}

/** @returns the lemma or the stem that a group stands for */
export function bareKey(group: Group): string {
  return isStemGroup(group) ? group.key.slice(STEM_KEY.length) : group.key;
}

/** @returns from each stem of the forms that the archive holds to the first of these forms */
export function wordsByStem({ forms }: Pick<Group, "forms">): Map<string, string> {
  const words = new Map<string, string>();
  for (const { text, stem: root } of forms) {
    // Any form would do, but always the same one.
    const known = words.get(root);
    if (known === undefined || text < known) words.set(root, text);
  }
  return words;
}
