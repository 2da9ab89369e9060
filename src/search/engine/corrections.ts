import { asRussianLayout, editDistance, fold, isStopWord, stem } from "../../language/index.ts";
import { byAlphabet } from "./alphabet.ts";
import { byWord, candidatesFor, type Near, sameBeginning } from "./candidates.ts";
import { type Asked, type Candidate, type Judgement, judge, ONE_SLIP } from "./judgement.ts";
import { commonness, type IndexEntry, type SearchIndex } from "./search-index.ts";

/** A correction of a term. */
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

/** A second slip makes another word likely. Neutral at 1. */
const SLIP_WEIGHTS = [0.8, 0.5];

/** Shorter words have too many neighbours to tell which one was meant. */
const SHORTEST_TYPO = 4;
/** More candidates would make the query mean everything. */
const MOST_CANDIDATES = 3;

/** The treatment of a word that the archive does not hold. */
export interface Meant {
  /** Words to search instead; empty where there are none. */
  readonly corrections: readonly Correction[];
  /** A suggestion, as a form that may stand in the archive. */
  readonly asked?: Asked;
}

/**
 * Corrects a word that the archive does not hold: first by the other alphabet, then as a slip of the hand;
 * the first that yields a word of the archive wins.
 */
export async function correct(term: string, index: SearchIndex): Promise<Meant> {
  const spelled = await byAlphabet(term, index);
  if (spelled.length > 0) {
    const latin = { from: term, kind: "latin", weight: LATIN_WEIGHT } as const;
    return { corrections: spelled.slice(0, MOST_CANDIDATES).map((one) => ({ ...latin, ...one })) };
  }
  const isLatin = /[a-z]/i.test(term);
  const { replaced, asked } = await byTypo(isLatin ? asRussianLayout(term) : term, index);
  return {
    corrections: replaced.map(({ to, entries, cost }) => {
      return {
        from: term,
        to,
        kind: "typo",
        entries,
        weight: SLIP_WEIGHTS[cost > ONE_SLIP ? 1 : 0] ?? 0,
      };
    }),
    ...(asked === undefined ? {} : { asked }),
  };
}

async function byTypo(term: string, index: SearchIndex): Promise<Judgement<Candidate>> {
  if (term.length < SHORTEST_TYPO || /\d/.test(term)) return { replaced: [] };
  const [isWord, near] = await Promise.all([index.isWord(term), candidatesFor(term, index)]);
  const likely = near.filter(({ to }) => !isStopWord(to));
  return judge(term, isWord, unique(likely.sort(byWeight)));
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
export async function commonerThan(term: string, index: SearchIndex): Promise<Near | undefined> {
  const form = fold(term);
  if (form.length < SHORTEST_DOUBTFUL || !/^[а-я]+$/.test(form)) return undefined;
  const own = await index.lookUp(term);
  if (own.length === 0 || (await isInDictionary(form, index))) return undefined;
  const least = commonness(own) + MUCH_COMMONER;
  const others = byWord(await sameBeginning(form, index)).filter(({ to, entries }) => {
    const isOwn = stem(to) === stem(form) || entries.some((entry) => own.includes(entry));
    return !isOwn && editDistance(form, to) === 1 && commonness(entries) >= least;
  });
  return others.sort(byWeight)[0];
}

/** Besides its forms, a word that no dictionary knows has an entry of its stem. */
async function isInDictionary(form: string, index: SearchIndex): Promise<boolean> {
  const root = fold(stem(form));
  const entries = await index.near(root);
  return !entries.some((entry) => entry.isStem && entry.beginning === root);
}
