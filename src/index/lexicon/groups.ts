import { fold, stem } from "../../language/index.ts";
import { formsOf, type Reading, STEM_KEY } from "./dictionary.ts";

/** A lemma that the archive holds in at least one form. */
export interface Group {
  /** The lemma, folded; a stem with its mark where no dictionary knows the word. */
  readonly key: string;
  /** Its forms, folded: those of the archive and those that the dictionary adds. */
  readonly forms: Set<string>;
  /** From each stem under which Pagefind holds forms of it to those forms, folded. */
  readonly held: Map<string, Set<string>>;
  /** The pages of its forms, added up. */
  pages: number;
}

/**
 * Gathers the words of an archive by lemma.
 *
 * @param words the words of the archive with the number of pages that hold each
 * @param read what the dictionary says of a word
 * @returns the groups, by key
 */
export function groupByLemma(
  words: ReadonlyMap<string, number>,
  read: (word: string) => Reading,
): Map<string, Group> {
  const groups = new Map<string, Group>();
  const decided = new Map<string, Set<string>>();
  const generated = new Map<string, Set<string>>();
  for (const [word, pages] of words) {
    const form = fold(word);
    const { lemmas, known } = read(word);
    for (const key of lemmas) addForm(groups, key, form, pages);
    decided.set(form, new Set([...(decided.get(form) ?? []), ...lemmas]));
    for (const reading of known) {
      const id = `${reading.lemma} ${reading.parse.paradigmIdx}`;
      if (!generated.has(id)) generated.set(id, new Set(formsOf(reading)));
    }
  }
  for (const [id, forms] of generated) addGenerated(groups, id.split(" ")[0] ?? "", forms, decided);
  return groups;
}

function addForm(groups: Map<string, Group>, key: string, form: string, pages: number): void {
  const fresh = (): Group => ({ key, forms: new Set(), held: new Map(), pages: 0 });
  const group = groups.get(key) ?? fresh();
  group.forms.add(form);
  group.pages += pages;
  const indexed = pagefindStem(form);
  group.held.set(indexed, (group.held.get(indexed) ?? new Set()).add(form));
  groups.set(key, group);
}

/** A form that the archive holds is the lemma's only where its own reading says so. */
function addGenerated(
  groups: Map<string, Group>,
  key: string,
  forms: ReadonlySet<string>,
  decided: ReadonlyMap<string, ReadonlySet<string>>,
): void {
  const group = groups.get(key);
  if (group === undefined) return;
  for (const form of forms) {
    const lemmas = decided.get(form);
    if (lemmas === undefined || lemmas.has(key)) group.forms.add(form);
  }
}

/**
 * The stem under which Pagefind 1.6 holds a word: it folds й into и before it stems, so that
 * endings with й are no longer seen. A test holds this against the real index.
 */
export function pagefindStem(form: string): string {
  return stem(fold(form));
}

/** @returns whether a group stands for a stem that no dictionary knows */
export function isStemGroup(group: Group): boolean {
  return group.key.startsWith(STEM_KEY);
}
