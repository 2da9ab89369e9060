import {
  compare,
  fold,
  fromPinyin,
  isStopWord,
  skeleton,
  soundDistance,
  soundKey,
  stem,
} from "../../language/index.ts";
import { formsOf } from "./lexicon.ts";
import type { IndexEntry, SearchIndex } from "./search-index.ts";

/** A form of the archive that spells the typed word in the other alphabet. */
export interface Spelled {
  /** Folded. */
  readonly to: string;
  readonly entries: readonly IndexEntry[];
}

/** The longest Russian case ending has three letters: «-ами». */
const LONGEST_ENDING = 3;
const SHORTEST_STEM = 4;
/** «БМВ» is BMW. */
const SHORTEST_NAME = 3;
const SHORTEST_OF_WORDS = 5;

/** Words that sound most alike are looked up; each may be in a file of its own. */
const MOST_LOOKED_UP = 6;

/** Farther sounds are another word; this many vowels may be missing or too many. */
const FARTHEST = 1;
const MOST_GAPS = 2;

/** The distance allowed for a name of this many sounds: «schumacher» has one sign more. */
const TOLERANCES: readonly [length: number, tolerance: number][] = [
  [8, 1],
  [5, 0.5],
];

/**
 * What a word is in the other alphabet: «moskva» is Москва, and «самсунг» Samsung, however it is spelled.
 *
 * @param term that the archive does not hold
 * @returns forms of the archive, the likeliest first; those that are spelled alike where there are any
 */
export async function byAlphabet(term: string, index: SearchIndex): Promise<Spelled[]> {
  const isLatin = /[a-z]/i.test(term);
  const wanted = skeleton(term);
  if (!isLatin && !(await mayBeLatin(term, wanted, index))) return [];
  const near = (await soundingLike(wanted, index)).filter(
    ({ root }) => /[a-z]/.test(root) !== isLatin,
  );
  const words = near
    .slice(0, MOST_LOOKED_UP)
    .map(({ word, root }) => index.lookUpForms(word, root));
  const entries = [...new Set((await Promise.all(words)).flat())];
  const exact = spelledAs(entries, (form) => skeleton(form) === wanted);
  if (exact.length > 0) return exact;
  return isLatin ? inRussian(term, wanted, entries, index) : inLatin(term, wanted, entries, index);
}

/** Short words of Russian sound like too many others. */
async function mayBeLatin(term: string, wanted: string, index: SearchIndex): Promise<boolean> {
  if (wanted.length < SHORTEST_NAME || /\d/.test(term)) return false;
  return wanted.length >= SHORTEST_OF_WORDS || !(await index.isWord(term));
}

/** A Latin spelling of a Russian name: in a case that the archive lacks, of China, or an odd one. */
async function inRussian(
  term: string,
  wanted: string,
  entries: readonly IndexEntry[],
  index: SearchIndex,
): Promise<Spelled[]> {
  const stems = spelledAs(
    entries.filter(({ isStem }) => isStem),
    isStemOf(wanted),
  );
  if (stems.length > 0) return stems;
  const named = await chinese(term, index);
  return named.length > 0 ? named : nearest(entries, wanted);
}

/** A Latin name in Russian letters and in a Russian case; words of Russian itself are none. */
async function inLatin(
  term: string,
  wanted: string,
  entries: readonly IndexEntry[],
  index: SearchIndex,
): Promise<Spelled[]> {
  const root = skeleton(stem(fold(term)));
  if (root.length < SHORTEST_STEM || (await index.isWord(term))) return [];
  const cases = spelledAs(entries, (form) => skeleton(form) === root);
  return cases.length > 0 ? cases : nearest(entries, wanted);
}

interface Near {
  readonly root: string;
  readonly word: string;
}

/** Stems that sound as the beginning of a word does, the nearest first. */
async function soundingLike(wanted: string, index: SearchIndex): Promise<Near[]> {
  const beginnings = beginningsOf(wanted);
  const keys = new Set(beginnings.map(soundKey));
  const lists = await Promise.all([...keys].map((key) => index.soundingLike(key)));
  const near = new Map<string, { one: Near; far: number }>();
  for (const one of new Map(lists.flat().map((own) => [own.word, own])).values()) {
    const own = skeleton(one.root);
    const alike = beginnings.filter(({ length }) => Math.abs(length - own.length) <= MOST_GAPS);
    const far = Math.min(...alike.map((beginning) => soundDistance(own, beginning)));
    if (far <= FARTHEST) near.set(one.word, { one, far });
  }
  const sorted = [...near.values()].sort(
    (a, b) => a.far - b.far || compare(a.one.word, b.one.word),
  );
  return sorted.map(({ one }) => one);
}

/** Possible stems of a word; Snowball takes «-ость» off as well. */
function beginningsOf(wanted: string): string[] {
  const lengths = Array.from({ length: LONGEST_ENDING + 1 }, (_, cut) => wanted.length - cut);
  const cut = lengths.map((length) => wanted.slice(0, Math.max(2, length)));
  return [...cut, wanted.replace(/ost[a-z]{0,3}$/, "")];
}

/** Of spellings that sound alike the longest is a form, and no bare stem. */
function spelledAs(entries: readonly IndexEntry[], fits: (form: string) => boolean): Spelled[] {
  const found = new Map<string, IndexEntry[]>();
  for (const entry of entries) {
    for (const form of formsOf(entry)) {
      if (fits(form) && !isStopWord(form)) found.set(form, [...(found.get(form) ?? []), entry]);
    }
  }
  const spelled = [...found].map(([to, own]) => ({ to, entries: own }));
  return spelled.sort((a, b) => b.to.length - a.to.length || compare(a.to, b.to));
}

/** A name in a case that the archive does not hold still begins with its stem. */
function isStemOf(wanted: string): (form: string) => boolean {
  return (form) => {
    const root = skeleton(form);
    const rest = wanted.length - root.length;
    return root.length >= SHORTEST_STEM && rest <= LONGEST_ENDING && wanted.startsWith(root);
  };
}

/** The names that sound nearest to the typed word. */
function nearest(entries: readonly IndexEntry[], wanted: string): Spelled[] {
  const [, tolerance = 0] = TOLERANCES.find(([length]) => wanted.length >= length) ?? [];
  const far = (form: string): number => soundDistance(skeleton(form), wanted);
  const least = Math.min(...entries.flatMap(formsOf).map(far));
  return least > tolerance ? [] : spelledAs(entries, (form) => far(form) === least);
}

async function chinese(term: string, index: SearchIndex): Promise<Spelled[]> {
  const readings = fromPinyin(term.toLowerCase()).slice(0, MOST_LOOKED_UP);
  const found = readings.map(async (name): Promise<Spelled> => {
    return { to: fold(name), entries: await index.lookUp(name) };
  });
  return (await Promise.all(found)).filter(({ entries }) => entries.length > 0);
}
