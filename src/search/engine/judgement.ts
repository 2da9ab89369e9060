import { editDistance, fold, stem } from "../../language/index.ts";
import { commonness, type IndexEntry } from "./search-index.ts";

/** A word of the archive that may have been meant by one that it does not hold. */
export interface Candidate {
  /** One of its forms, folded. */
  readonly to: string;
  readonly entries: readonly IndexEntry[];
  /** The cost of the slip from this word to the typed one: 1 for a plain slip; slips add up. */
  readonly cost: number;
}

/** The treatment of a word that the archive does not hold: replaced, suggested, or else left out. */
export interface Judgement<Own extends Candidate> {
  /** These are looked for in its place, the likeliest first. */
  readonly replaced: readonly Own[];
  readonly asked?: Asked;
}

/** A candidate that the searcher is asked about. */
export interface Asked extends Candidate {
  /** Whether the typed word is one of the language, and so most likely meant. */
  readonly isWord: boolean;
}

/** Shorter words have too many neighbours to choose one. */
const SHORTEST_REPLACED = 5;

/** Shorter words that begin otherwise are other words: «Тонга» is no «конга». */
const SHORTEST_BEGUN_WRONG = 6;

/** Two slips are as many as lie between many a name and a shorter word: «Хироси» is no «хороши». */
const SHORTEST_OF_TWO_SLIPS = 10;

/** The cost of a slip that neither sounds alike nor lies near on the keyboard. */
const UNLIKELY_SLIP = 1;

/** From this length on a word that only one page holds is believed whatever its slip. */
const SHORTEST_OF_ONE_PAGE = 6;

/** What one slip costs at most, that in the first letter; a second slip makes another word likely. */
export const ONE_SLIP = 1.4;

/** The extra cost that doubled commonness makes up for. */
const COMMONNESS = 0.1;

/** In slips: a word that is likelier by less is no better guess. */
const AS_LIKELY = 0.5;

/** More candidates would make the query mean everything. */
const MOST_CANDIDATES = 3;

/**
 * Decides whether a word that the archive does not hold is put right, asked about, or left as it is.
 * Pages of another word are worse than none: a word of the language is never put right, unless the
 * archive holds its root, so that its own ending may be the slip.
 *
 * @param word as typed, in lower case
 * @param isWord whether a dictionary knows it
 * @param candidates each word of the archive once
 */
export function judge<Own extends Candidate>(
  word: string,
  isWord: boolean,
  candidates: readonly Own[],
): Judgement<Own> {
  const sorted = candidates.toSorted(byLikelihood);
  const least = sorted[0] === undefined ? 0 : unlikelihood(sorted[0]);
  const best = sorted.filter((one) => unlikelihood(one) - least < AS_LIKELY);
  const likely = isWord ? sorted.filter(hasRootOf(word)) : sureOf(fold(word), best);
  const sure = isWord ? likely : likely.filter((one) => isTelling(fold(word), one));
  if (word.length >= SHORTEST_REPLACED && sure.length > 0) {
    return { replaced: sure.slice(0, MOST_CANDIDATES) };
  }
  const first = likely[0] ?? best.find(({ cost }) => cost <= ONE_SLIP);
  return { replaced: [], ...(first && { asked: { ...first, isWord } }) };
}

/** Whether a name that the archive lacks would hardly be as near to a word by chance. */
function isTelling(word: string, { to, entries, cost }: Candidate): boolean {
  if (to.length < SHORTEST_REPLACED) return false;
  if (word.length < SHORTEST_OF_TWO_SLIPS && editDistance(word, to) > 1) return false;
  if (word.length >= SHORTEST_OF_ONE_PAGE || commonness(entries) > 0) return true;
  return cost < UNLIKELY_SLIP || !mayBeName(word, to);
}

/** Whether one letter is replaced by another of its kind, so that both are names: «Логар» and «Лотар». */
function mayBeName(word: string, to: string): boolean {
  if (word.length !== to.length) return false;
  const changed = [...word].map((letter, at) => [letter, to[at] ?? ""]).filter(([a, b]) => a !== b);
  return changed.length === 1 && new Set(changed[0]?.map(isVowel)).size === 1;
}

function isVowel(letter: string): boolean {
  return /[аеиоуыэюя]/.test(letter);
}

/**
 * Names that the archive lacks have neighbours as well. One slip is likely enough behind the first
 * letter; one in it, and two anywhere else, are where nothing else is as near.
 */
function sureOf<Own extends Candidate>(word: string, best: readonly Own[]): Own[] {
  const sure = best.filter(({ to }) => beginsAs(word, to));
  const isOne = best.every(({ cost }) => cost <= ONE_SLIP);
  if (best.length > 1) return isOne ? sure : [];
  return isOne && word.length >= SHORTEST_BEGUN_WRONG ? [...best] : sure;
}

/**
 * Few slips are in the first letter of a word (Yannakoudakis and Fawthrop, 1983, The Rules of Spelling
 * Errors); a swap with the second one is as any other.
 */
function beginsAs(word: string, to: string): boolean {
  const [first, second] = word;
  return to[0] === first || (to[0] === second && to[1] === first);
}

/** @returns whether the archive holds a form of a candidate that has the same stem as a word */
function hasRootOf(word: string): (candidate: Candidate) => boolean {
  const roots = [fold(stem(word)), stem(fold(word))];
  return ({ entries }) => {
    return entries.some(({ words }) => words.some((held) => roots.includes(stem(held))));
  };
}

/** A noisy channel: how likely the slip is, times how common the word. */
function unlikelihood({ cost, entries }: Candidate): number {
  return cost - COMMONNESS * commonness(entries);
}

function byLikelihood(a: Candidate, b: Candidate): number {
  return unlikelihood(a) - unlikelihood(b) || (a.to < b.to ? -1 : 1);
}
