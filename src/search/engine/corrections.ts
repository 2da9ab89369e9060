import {
  asRussianLayout,
  compare,
  editDistance,
  fold,
  nearestWord,
  russianBeginnings,
  skeleton,
  stem,
} from "../../language/index.ts";
import { type IndexEntry, pagesOf, type SearchIndex } from "./search-index.ts";

/** What a term was taken for. */
export interface Correction {
  /** As typed. */
  readonly from: string;
  /** A word of the archive, folded. */
  readonly to: string;
  readonly kind: "latin" | "typo";
  readonly entries: readonly IndexEntry[];
  /** How much a find counts beside the word as typed, from 0 to 1. */
  readonly weight: number;
}

/** The alphabet is another for certain when a word of the archive comes out. Neutral at 1. */
const LATIN_WEIGHT = 0.95;

/** By the number of slips; a second slip makes another word likely. */
const TYPO_WEIGHTS = [1, 0.8, 0.5];

/** Shorter words have too many neighbours to tell which one was meant. */
const SHORTEST_TYPO = 4;
/** From this length on a word may hold two slips. */
const TWO_SLIPS_FROM = 8;

/** More candidates would make the query mean everything. */
const MOST_CANDIDATES = 3;

/**
 * What was probably meant by a word that the archive does not hold: another alphabet, else a slip
 * of the hand; the first of these that yields a word of the archive.
 */
export async function correct(term: string, index: SearchIndex): Promise<Correction[]> {
  if (/[a-z]/i.test(term)) {
    const latin = await byAlphabet(term, index);
    if (latin.length > 0) return latin;
  }
  const retyped = /[a-z]/i.test(term) ? asRussianLayout(term) : term;
  const typos = await byTypo(retyped, index);
  return typos.map((typo) => ({ ...typo, from: term }));
}

async function byAlphabet(term: string, index: SearchIndex): Promise<Correction[]> {
  const wanted = skeleton(term);
  const shards = await Promise.all(
    russianBeginnings(wanted, 3).map((beginning) => index.near(beginning)),
  );
  const entries = [...new Set(shards.flat())];
  const exact = spelledAs(entries, (form) => skeleton(form) === wanted);
  const found = exact.size > 0 ? exact : spelledAs(entries.filter(isStem), isStemOf(wanted));
  // Of spellings that sound alike the longest is a form, and no bare stem.
  const sorted = [...found].sort(
    ([one], [other]) => other.length - one.length || compare(one, other),
  );
  return sorted.slice(0, MOST_CANDIDATES).map(([to, own]) => {
    return { from: term, to, kind: "latin", entries: own, weight: LATIN_WEIGHT };
  });
}

/** From each form that fits to the entries that hold it. */
function spelledAs(
  entries: readonly IndexEntry[],
  fits: (form: string) => boolean,
): Map<string, IndexEntry[]> {
  const found = new Map<string, IndexEntry[]>();
  for (const entry of entries) {
    for (const form of formsOf(entry)) {
      if (fits(form)) found.set(form, [...(found.get(form) ?? []), entry]);
    }
  }
  return found;
}

function isStem(entry: IndexEntry): boolean {
  return entry.isStem;
}

/** The longest Russian case ending has three letters: «-ами». */
const LONGEST_ENDING = 3;
const SHORTEST_STEM = 4;

/** A name in a case that the archive does not hold still begins with its stem. */
function isStemOf(wanted: string): (form: string) => boolean {
  return (form) => {
    const root = skeleton(form);
    const rest = wanted.length - root.length;
    return root.length >= SHORTEST_STEM && rest <= LONGEST_ENDING && wanted.startsWith(root);
  };
}

/** A stem's entry stands for the stem itself and for what the archive holds of it, which comes first. */
export function formsOf(entry: IndexEntry): string[] {
  const { beginning, endings, words } = entry;
  const forms = endings.split(",").map((ending) => beginning + ending);
  return isStem(entry) ? [...new Set([...forms, ...words, beginning])] : forms;
}

async function byTypo(term: string, index: SearchIndex): Promise<Correction[]> {
  const form = fold(term);
  if (form.length < SHORTEST_TYPO || /\d/.test(form)) return [];
  const most = form.length >= TWO_SLIPS_FROM ? 2 : 1;
  const candidates = [
    ...(await sameBeginning(form, index)),
    ...(await sameEnding(form, most, index)),
  ];
  const scored = byWord(candidates)
    .map(({ to, entries }) => ({ to, entries, slips: editDistance(form, to) }))
    .filter(({ slips }) => slips <= most);
  const least = Math.min(...scored.map(({ slips }) => slips));
  const best = scored.filter(({ slips }) => slips === least).sort(byWeight);
  return unique(best).map(({ to, entries, slips }) => {
    return { from: term, to, kind: "typo", entries, weight: TYPO_WEIGHTS[slips] ?? 0 };
  });
}

interface Candidate {
  readonly to: string;
  readonly entries: readonly IndexEntry[];
}

async function sameBeginning(form: string, index: SearchIndex): Promise<Candidate[]> {
  const entries = await index.near(form);
  return entries.flatMap((entry) => formsOf(entry).map((to) => ({ to, entries: [entry] })));
}

/** The stem's end is whole, so its words are read from the list that is sorted from the end. */
async function sameEnding(form: string, most: number, index: SearchIndex): Promise<Candidate[]> {
  const root = stem(form);
  const ending = form.slice(root.length);
  const near = (await index.endingLike(root)).filter(
    (candidate) => editDistance(root, candidate.root) <= most,
  );
  const found = near.slice(0, MOST_CANDIDATES).map(async ({ root: own, word }) => {
    const entries = await index.lookUp(word);
    const to = spelledAlike(form, own + ending, most, entries);
    return to === undefined ? [] : [{ to, entries }];
  });
  return (await Promise.all(found)).flat();
}

/**
 * @param form as typed, folded
 * @param composed the stem of a word of the archive with the ending that was typed
 * @param most slips
 * @returns it, where the word has such a form or no dictionary knows which it has; else the form
 *   that is so near to what was typed
 */
function spelledAlike(
  form: string,
  composed: string,
  most: number,
  entries: readonly IndexEntry[],
): string | undefined {
  const forms = entries.flatMap(formsOf);
  if (entries.some(isStem) || forms.includes(composed)) return composed;
  return nearestWord(form, forms, most);
}

/** Each form once, with its entries of all lexicons. */
function byWord(candidates: readonly Candidate[]): Candidate[] {
  const words = new Map<string, Set<IndexEntry>>();
  for (const { to, entries } of candidates) {
    words.set(to, new Set([...(words.get(to) ?? []), ...entries]));
  }
  return [...words].map(([to, entries]) => ({ to, entries: [...entries] }));
}

function byWeight(a: Candidate, b: Candidate): number {
  return commonness(b.entries) - commonness(a.entries) || (a.to < b.to ? -1 : 1);
}

/** One candidate for each word of the archive, whatever its form. */
function unique<Item extends Candidate>(candidates: readonly Item[]): Item[] {
  const first = new Map<string, Item>();
  for (const candidate of candidates) {
    const words = candidate.entries.flatMap((entry) => entry.words.map((word) => stem(word)));
    const key = [...new Set(words)].sort().join();
    if (!first.has(key)) first.set(key, candidate);
  }
  return [...first.values()].slice(0, MOST_CANDIDATES);
}

/** Shorter words are one slip from many others. */
const SHORTEST_DOUBTFUL = 5;

/** How many times as common the other word is, as a binary logarithm. */
const MUCH_COMMONER = 4;

/**
 * A word that the archive holds may be a slip all the same, of a searcher or of an author: where no
 * dictionary knows it, and one slip away stands a much commoner word with the same beginning.
 *
 * @param term a word that the archive holds
 * @returns the commonest such word, in the form that is nearest; nothing where there is none
 */
export async function commonerThan(term: string, index: SearchIndex): Promise<string | undefined> {
  const form = fold(term);
  if (form.length < SHORTEST_DOUBTFUL || !/^[а-я]+$/.test(form)) return undefined;
  const own = await index.lookUp(term);
  if (own.length === 0 || (await isInDictionary(form, index))) return undefined;
  const least = commonness(own) + MUCH_COMMONER;
  const others = byWord(await sameBeginning(form, index)).filter(({ to, entries }) => {
    const isOwn = stem(to) === stem(form) || entries.some((entry) => own.includes(entry));
    return !isOwn && editDistance(form, to) === 1 && commonness(entries) >= least;
  });
  return others.sort(byWeight)[0]?.to;
}

/** Besides its forms, a word that no dictionary knows has an entry of its stem. */
async function isInDictionary(form: string, index: SearchIndex): Promise<boolean> {
  const root = fold(stem(form));
  const entries = await index.near(root);
  return !entries.some((entry) => isStem(entry) && entry.beginning === root);
}

/** As roughly as one lexicon has it. */
export function commonness(entries: readonly IndexEntry[]): number {
  return Math.round(Math.log2(pagesOf(entries)));
}
