import {
  compare,
  editDistance,
  fold,
  plainSpelling,
  stem,
  wordParts,
  words,
} from "../../language/index.ts";
import type { Hit } from "./fuse.ts";
import { holds } from "./lexicon.ts";
import type { IndexEntry } from "./search-index.ts";
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

/** A word as a page spells it. */
interface Spelling {
  /** In lower case. */
  readonly word: string;
  readonly folded: string;
}

/** Each of a page once: while somebody types, the same pages come again and again. */
const SPELLINGS = new WeakMap<LoadedPage, readonly Spelling[]>();

function spellingsIn(page: LoadedPage): readonly Spelling[] {
  const known = SPELLINGS.get(page);
  if (known !== undefined) return known;
  const all = new Set(words(plainSpelling(page.content).toLowerCase()).flatMap(wordParts));
  const spellings = Array.from(all, (word) => ({ word, folded: fold(word) }));
  SPELLINGS.set(page, spellings);
  return spellings;
}

function nearestIn(
  pages: readonly LoadedPage[],
  form: string,
  entries: readonly IndexEntry[],
): string | undefined {
  const all = pages.flatMap(spellingsIn);
  const own = all.filter((one) => entries.some((entry) => isOf(entry, one)));
  const far = new Map(own.map(({ word, folded }) => [word, editDistance(folded, form)]));
  return [...far].sort(([a, m], [b, n]) => m - n || compare(a, b))[0]?.[0];
}

function isOf(entry: IndexEntry, { word, folded }: Spelling): boolean {
  // Forms that begin otherwise have entries of their own, which need not be among these.
  if (entry.words.includes(folded) || entry.alone.includes(folded)) return true;
  if (!folded.startsWith(entry.beginning)) return false;
  return entry.isStem ? fold(stem(word)) === entry.beginning : holds(entry, folded);
}
