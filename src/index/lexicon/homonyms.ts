import { encodeHomonyms, fold, pageNumber } from "../../language/index.ts";
import { type Group, pagefindStem } from "./groups.ts";
import type { IndexedPage } from "./vocabulary.ts";

/**
 * Pagefind holds words by stem, and one stem may belong to several words: «дань» and «данный». For
 * a word that shares a stem, a line says which of the stem's pages hold this word.
 */
export interface Homonyms {
  /** The lines, each with its number in front, sorted. */
  readonly lines: readonly string[];
  /** @returns the number of the line for a group and a stem, or undefined where none is needed */
  lineOf(group: Group, indexed: string): string | undefined;
}

/** Numbers of lines have so many digits of base 36, so that they sort as texts. */
const LINE_DIGITS = 5;

/**
 * @param groups all groups, in a fixed order
 * @param pages the pages of the index
 */
export function findHomonyms(groups: readonly Group[], pages: readonly IndexedPage[]): Homonyms {
  const shared = sharedStems(groups);
  const holding = pagesOf(shared, pages);
  const lines: string[] = [];
  const numbers = new Map<Group, Map<string, string>>();
  for (const group of groups) {
    for (const [indexed, forms] of group.held) {
      const all = shared.get(indexed);
      if (all === undefined || all.size === forms.size) continue;
      const line = toLine(forms, all, holding);
      if (line === undefined) continue;
      const number = lines.length.toString(36).padStart(LINE_DIGITS, "0");
      lines.push(`${number}\t${line}`);
      numbers.set(group, (numbers.get(group) ?? new Map()).set(indexed, number));
    }
  }
  return { lines, lineOf: (group, indexed) => numbers.get(group)?.get(indexed) };
}

/** Stems with their forms, where some group has not all of them. */
function sharedStems(groups: readonly Group[]): Map<string, Set<string>> {
  const forms = new Map<string, Set<string>>();
  for (const { held } of groups) {
    for (const [indexed, own] of held) {
      const all = forms.get(indexed) ?? new Set();
      for (const form of own) all.add(form);
      forms.set(indexed, all);
    }
  }
  const shared = new Map<string, Set<string>>();
  for (const { held } of groups) {
    for (const [indexed, own] of held) {
      const all = forms.get(indexed);
      if (all !== undefined && all.size > own.size) shared.set(indexed, all);
    }
  }
  return shared;
}

/** From each form of a shared stem to the numbers of the pages that hold it. */
function pagesOf(
  shared: ReadonlyMap<string, unknown>,
  pages: readonly IndexedPage[],
): Map<string, Set<number>> {
  const holding = new Map<string, Set<number>>();
  // A word is folded and stemmed once, however many pages hold it.
  const lists = new Map<string, Set<number> | undefined>();
  for (const { id, words } of pages) {
    const number = pageNumber(id);
    for (const word of words) {
      if (!lists.has(word)) lists.set(word, listFor(fold(word), shared, holding));
      lists.get(word)?.add(number);
    }
  }
  return holding;
}

function listFor(
  form: string,
  shared: ReadonlyMap<string, unknown>,
  holding: Map<string, Set<number>>,
): Set<number> | undefined {
  if (!shared.has(pagefindStem(form))) return undefined;
  const list = holding.get(form) ?? new Set();
  holding.set(form, list);
  return list;
}

function toLine(
  forms: ReadonlySet<string>,
  all: ReadonlySet<string>,
  holding: ReadonlyMap<string, ReadonlySet<number>>,
): string | undefined {
  const union = (words: ReadonlySet<string>): Set<number> =>
    new Set([...words].flatMap((word) => [...(holding.get(word) ?? [])]));
  const meant = union(forms);
  const others = [...union(all)].filter((page) => !meant.has(page));
  if (others.length === 0) return undefined;
  return others.length < meant.size
    ? encodeHomonyms({ meant: false, pages: new Set(others) })
    : encodeHomonyms({ meant: true, pages: meant });
}
