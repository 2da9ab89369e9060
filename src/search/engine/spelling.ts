import { compare, editDistance, fold, stem, wordParts, words } from "../../language/index.ts";
import { SUGGESTION_KEY_LENGTH } from "../format/index.ts";
import type { Hit } from "./fuse.ts";
import { holds } from "./lexicon.ts";
import type { IndexEntry, SearchIndex } from "./search-index.ts";
import type { LoadedPage } from "./segment.ts";

/** As many as are loaded for the order of the first results. */
const READ_HITS = 10;

/**
 * How the archive spells a word that it is known to hold in some form: the lexicon has neither й nor
 * ё, and forms that no page has. It is read where it stands.
 *
 * @param form folded
 * @param entries of the word
 * @param hits pages that are loaded anyway, the likeliest to hold it first
 * @returns the form, or the nearest one that these pages hold, in lower case
 */
export async function spell(
  form: string,
  entries: readonly IndexEntry[],
  hits: readonly Hit[],
): Promise<string> {
  const loading = hits.slice(0, READ_HITS).map(({ segment, slot }) => segment.page(slot));
  const pages = await Promise.all(loading);
  const found = nearestIn(pages, form, entries);
  const [entry] = entries;
  if (found !== undefined || entry === undefined) return found ?? form;
  const { slots } = await entry.segment.postings(entry, false);
  return nearestIn([await entry.segment.page(slots[0] ?? 0)], form, entries) ?? form;
}

function nearestIn(
  pages: readonly LoadedPage[],
  form: string,
  entries: readonly IndexEntry[],
): string | undefined {
  const texts = pages.map(({ content }) => content.toLowerCase());
  const parts = new Set(texts.flatMap(words).flatMap(wordParts));
  const own = [...parts].filter((part) => entries.some((entry) => isOf(entry, part)));
  const far = (word: string): number => editDistance(fold(word), form);
  return own.sort((a, b) => far(a) - far(b) || compare(a, b))[0];
}

function isOf(entry: IndexEntry, word: string): boolean {
  const folded = fold(word);
  // Forms that begin otherwise have entries of their own, which need not be among these.
  if (entry.words.includes(folded) || entry.alone.includes(folded)) return true;
  if (!folded.startsWith(entry.beginning)) return false;
  return entry.isStem ? fold(stem(word)) === entry.beginning : holds(entry, folded);
}

/** Folding makes these of й and ё. */
const AMBIGUOUS = /[ие]/;

/**
 * How a folded word is spelled, as far as the words that are offered while typing say: no page is read.
 *
 * @returns the word itself where they do not know it, or do not arrive: it is only for show
 */
export async function spellLemma(word: string, index: SearchIndex): Promise<string> {
  if (!AMBIGUOUS.test(word) || word.length < SUGGESTION_KEY_LENGTH) return word;
  try {
    const words = await index.suggestions(word.slice(0, SUGGESTION_KEY_LENGTH));
    return words.find((one) => fold(one) === word) ?? word;
  } catch {
    return word;
  }
}
