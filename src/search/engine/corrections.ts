import {
  asRussianLayout,
  compare,
  editDistance,
  fold,
  isStopWord,
  nearestWord,
  russianBeginnings,
  skeleton,
  stem,
} from "../../language/index.ts";
import { type Asked, type Candidate, type Judgement, judge } from "./judgement.ts";
import { commonness, type IndexEntry, type SearchIndex } from "./search-index.ts";

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

/** What was made of a word that the archive does not hold. */
export interface Meant {
  /** What is looked for in its place; empty where nothing is. */
  readonly corrections: readonly Correction[];
  /** What the searcher is asked about, as a form that may stand in the archive. */
  readonly asked?: Asked;
}

/**
 * What was probably meant by a word that the archive does not hold: another alphabet, else a slip
 * of the hand; the first of these that yields a word of the archive.
 */
export async function correct(term: string, index: SearchIndex): Promise<Meant> {
  const isLatin = /[a-z]/i.test(term);
  const corrections = isLatin ? await byAlphabet(term, index) : [];
  if (corrections.length > 0) return { corrections };
  const { replaced, asked } = await byTypo(isLatin ? asRussianLayout(term) : term, index);
  return {
    corrections: replaced.map(({ to, entries, cost }) => {
      return { from: term, to, kind: "typo", entries, weight: TYPO_WEIGHTS[cost] ?? 0 };
    }),
    ...(asked === undefined ? {} : { asked }),
  };
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
  const sorted = [...found]
    .filter(([form]) => !isStopWord(form))
    .sort(([one], [other]) => other.length - one.length || compare(one, other));
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

async function byTypo(term: string, index: SearchIndex): Promise<Judgement<Candidate>> {
  const form = fold(term);
  if (form.length < SHORTEST_TYPO || /\d/.test(form)) return { replaced: [] };
  const most = form.length >= TWO_SLIPS_FROM ? 2 : 1;
  const [isWord, ...near] = await Promise.all([
    index.isWord(term),
    sameBeginning(form, index),
    sameEnding(form, most, index),
  ]);
  const scored = byWord(near.flat()).map((one) => ({ ...one, cost: editDistance(form, one.to) }));
  const likely = scored.filter(({ to, cost }) => cost <= most && !isStopWord(to));
  return judge(term, isWord, unique(likely.sort(byWeight)));
}

/** A form with the entries that may hold it. */
type Near = Omit<Candidate, "cost">;

async function sameBeginning(form: string, index: SearchIndex): Promise<Near[]> {
  const entries = await index.near(form);
  return entries.flatMap((entry) => formsOf(entry).map((to) => ({ to, entries: [entry] })));
}

/** The stem's end is whole, so its words are read from the list that is sorted from the end. */
async function sameEnding(form: string, most: number, index: SearchIndex): Promise<Near[]> {
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
function byWord(candidates: readonly Near[]): Near[] {
  const words = new Map<string, Set<IndexEntry>>();
  for (const { to, entries } of candidates) {
    words.set(to, new Set([...(words.get(to) ?? []), ...entries]));
  }
  return [...words].map(([to, entries]) => ({ to, entries: [...entries] }));
}

function byWeight(a: Near, b: Near): number {
  return commonness(b.entries) - commonness(a.entries) || (a.to < b.to ? -1 : 1);
}

/** One candidate for each word of the archive: the form that is nearest. */
function unique(candidates: readonly Candidate[]): Candidate[] {
  const nearest = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const words = candidate.entries.flatMap(({ words, alone }) => [...words, ...alone]);
    const key = [...new Set(words.map(stem))].sort().join();
    const known = nearest.get(key);
    if (known === undefined || candidate.cost < known.cost) nearest.set(key, candidate);
  }
  return [...nearest.values()];
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
