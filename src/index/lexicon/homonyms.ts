import { encodeHomonyms } from "../../language/index.ts";
import type { Form, Group, Grouping } from "./groups.ts";
import type { IndexedPage } from "./vocabulary.ts";

/**
 * Pagefind holds words by stem, and one stem may belong to several words: «дань» and «данный». For
 * a word that shares a stem, a line says which of the stem's pages hold this word.
 */
export interface Homonyms {
  /** The lines, each with its number in front, sorted. */
  readonly lines: readonly string[];
  /** For each of them the key of its group, its stem and its number, divided by tabs. */
  readonly keys: readonly string[];
}

/** Numbers of lines have so many digits of base 36, so that they sort as texts. */
const LINE_DIGITS = 5;

/** @param pages the pages of the index */
export function findHomonyms({ groups, forms }: Grouping, pages: readonly IndexedPage[]): Homonyms {
  const shared = sharedStems(groups, forms.values());
  const lists = pagesOf(shared, pages);
  const lines: string[] = [];
  const keys: string[] = [];
  for (const group of groups) {
    for (const [indexed, own] of group.held) {
      const all = shared.get(indexed);
      if (all === undefined || all.length === own.length) continue;
      const line = toLine(own, all, lists);
      if (line === undefined) continue;
      const number = lines.length.toString(36).padStart(LINE_DIGITS, "0");
      lines.push(`${number}\t${line}`);
      keys.push(`${group.key}\t${indexed}\t${number}`);
    }
  }
  return { lines, keys };
}

/** Stems with their forms, where some group has not all of them. */
function sharedStems(groups: readonly Group[], forms: Iterable<Form>): Map<string, Form[]> {
  const all = new Map<string, Form[]>();
  for (const form of forms) {
    const known = all.get(form.indexed);
    if (known === undefined) all.set(form.indexed, [form]);
    else known.push(form);
  }
  const shared = new Map<string, Form[]>();
  for (const { held } of groups) {
    for (const [indexed, own] of held) {
      const every = all.get(indexed) ?? [];
      if (every.length > own.length) shared.set(indexed, every);
    }
  }
  return shared;
}

/** The ids of the pages that hold a word, by its index in the vocabulary; sorted. */
type PageLists = ReadonlyMap<number, readonly string[]>;

function pagesOf(
  shared: ReadonlyMap<string, readonly Form[]>,
  pages: readonly IndexedPage[],
): PageLists {
  const lists = new Map<number, string[]>();
  for (const forms of shared.values()) {
    for (const word of forms.flatMap((form) => form.words)) lists.set(word, []);
  }
  for (const { id, words } of pages) {
    for (const word of words) lists.get(word)?.push(id);
  }
  return lists;
}

/** @returns nothing where all pages of the stem are meant */
function toLine(own: readonly Form[], all: readonly Form[], lists: PageLists): string | undefined {
  const union = (forms: readonly Form[]): Set<string> =>
    new Set(forms.flatMap(({ words }) => words.flatMap((word) => lists.get(word) ?? [])));
  const meant = union(own);
  const pages = [...union(all)];
  return pages.length === meant.size ? undefined : encodeHomonyms(pages, meant);
}
