import { fold, stem } from "../../language/index.ts";
import { type Correction, completions, correct } from "./corrections.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Query } from "./query.ts";
import type { Shelf, ShelfEntry } from "./shelf.ts";
import { findSynonyms, groupedNumbers } from "./synonyms.ts";
import type { Volume } from "./volume.ts";

/** One way in which a term of the query may stand in a page. */
export interface Alternative {
  /** The word to ask Pagefind for. */
  readonly word: string;
  /** The pages that are meant, a line for each lemma; empty where all of them are. */
  readonly homonyms: readonly string[];
  /** How much a find counts beside the word itself, from 0 to 1. */
  readonly weight: number;
  /** Where to ask. */
  readonly volume: Volume;
}

/** A term of the query with all that is asked for it. */
export interface TermPlan {
  readonly term: string;
  readonly alternatives: readonly Alternative[];
  readonly corrections: readonly Correction[];
  /** In how many pages it stands, roughly; 0 where only something like it stands anywhere. */
  readonly pages: number;
}

/** A form that is farther from the typed one; «красного» beside «красный». Neutral at 1. */
const OTHER_FORM_WEIGHT = 0.85;

/** A word that was completed may be another one. Neutral at 1. */
const COMPLETION_WEIGHT = 0.6;

/**
 * Decides what to ask Pagefind for each term: all forms of a word that the archive holds; what
 * was probably meant by one that it does not hold.
 */
export async function planTerms(
  query: Query,
  synonyms: readonly SynonymPlan[],
  shelf: Shelf,
): Promise<TermPlan[]> {
  // A word that is known by its synonyms is no slip of the hand.
  const meaningful = new Set(
    synonyms.flatMap((plan) => (plan.others.length > 0 ? plan.terms : [])),
  );
  return Promise.all(
    query.terms.map((term, index) => {
      if (meaningful.has(term)) return planKnown(term, shelf);
      const unfinished = query.open && index === query.terms.length - 1;
      return planTerm(term, unfinished, shelf);
    }),
  );
}

/**
 * A word that stands in a larger share of all pages says as little as a stop word, and its posting
 * list is the dearest. Neutral at 1.
 */
const COMMON_SHARE = 0.5;

/** In a small archive every list is short, and every page may be the one that is wanted. */
const LEAST_PAGES_FOR_COMMON = 1000;

/**
 * @param pages how many pages the index has
 * @returns the plans without those of words that stand in most pages, if others can be found
 */
export function withoutCommon(plans: readonly TermPlan[], pages: number): readonly TermPlan[] {
  if (pages < LEAST_PAGES_FOR_COMMON) return plans;
  const rare = plans.filter((plan) => plan.pages < pages * COMMON_SHARE);
  return rare.some(({ alternatives }) => alternatives.length > 0) ? rare : plans;
}

/** What else is looked for because it means the same. */
export interface SynonymPlan {
  /** The terms of the query that it stands for. */
  readonly terms: readonly string[];
  /** The synonyms that were looked for, in lower case. */
  readonly names: readonly string[];
  /** The words of each synonym; all of them must stand together. */
  readonly others: readonly (readonly TermPlan[])[];
}

/** A synonym says nearly the same, and the word itself comes first. Neutral at 1. */
export const SYNONYM_WEIGHT = 0.7;

/** Synonyms that the archive does not hold whole are left out. */
export async function planSynonyms(query: Query, shelf: Shelf): Promise<SynonymPlan[]> {
  const matches = [...findSynonyms(query.terms, shelf.synonyms), ...groupedNumbers(query.terms)];
  return Promise.all(
    matches.map(async ({ terms, others }) => {
      const plans = await Promise.all(others.map((words) => planWords(words, shelf)));
      const whole = plans.filter((words) => words.length > 0);
      return {
        terms,
        names: whole.map((own) => own.map(({ term }) => term).join(" ")),
        others: whole,
      };
    }),
  );
}

/** @returns nothing where the archive lacks one of the words: synonyms are never corrected */
async function planWords(words: readonly string[], shelf: Shelf): Promise<TermPlan[]> {
  const plans = await Promise.all(words.map((term) => planKnown(term, shelf)));
  return plans.every(({ alternatives }) => alternatives.length > 0) ? plans : [];
}

async function planKnown(term: string, shelf: Shelf): Promise<TermPlan> {
  const entries = await shelf.lookUp(term);
  const alternatives = preferTyped(asksOf(entries, 1), term);
  const pages = shelf.lexicons.reduce((sum, lexicon) => sum + pagesIn(lexicon, entries), 0);
  return { term, alternatives, corrections: [], pages };
}

/** In how many pages of a lexicon's volumes any of the entries stands, roughly. */
function pagesIn(lexicon: Lexicon, entries: readonly ShelfEntry[]): number {
  const own = entries.filter((entry) => entry.lexicon === lexicon);
  return Math.max(0, ...own.map(({ weight }) => 2 ** weight));
}

/** @param unfinished whether more letters may follow */
export async function planTerm(term: string, unfinished: boolean, shelf: Shelf): Promise<TermPlan> {
  const known = await planKnown(term, shelf);
  if (known.alternatives.length > 0) return known;
  const completed = unfinished ? await completions(term, shelf) : [];
  if (completed.length > 0) {
    return { term, alternatives: asksOf(completed, COMPLETION_WEIGHT), corrections: [], pages: 0 };
  }
  const corrections = await correct(term, shelf);
  const alternatives = corrections.flatMap(({ entries: own, weight }) => asksOf(own, weight));
  return { term, alternatives: strongest(alternatives), corrections, pages: 0 };
}

/** A page counts where any of the lemmas that share an ask means it. */
function asksOf(entries: readonly ShelfEntry[], weight: number): Alternative[] {
  const found = new Map<Volume, Map<string, (string | undefined)[]>>();
  for (const { asks, lexicon } of entries) {
    for (const { word, places } of asks) {
      for (const { volume, homonyms } of lexicon.placesOf(places)) {
        const words = found.get(volume) ?? new Map<string, (string | undefined)[]>();
        found.set(volume, words.set(word, [...(words.get(word) ?? []), homonyms]));
      }
    }
  }
  return [...found].flatMap(([volume, words]) =>
    [...words].map(([word, lines]) => {
      const limited = lines.filter((line) => line !== undefined);
      return { word, weight, volume, homonyms: limited.length === lines.length ? limited : [] };
    }),
  );
}

/** Forms that Pagefind holds under the typed word's own stem come before its other forms. */
function preferTyped(alternatives: readonly Alternative[], term: string): Alternative[] {
  const typed = stem(fold(term));
  return alternatives.map((alternative) => {
    const own = stem(alternative.word) === typed;
    return own ? alternative : { ...alternative, weight: alternative.weight * OTHER_FORM_WEIGHT };
  });
}

/** A word that is reached in two ways counts by the better one. */
function strongest(alternatives: readonly Alternative[]): Alternative[] {
  const best: Alternative[] = [];
  for (const alternative of alternatives.toSorted((a, b) => b.weight - a.weight)) {
    const { word, volume } = alternative;
    const known = best.some((other) => other.word === word && other.volume === volume);
    if (!known) best.push(alternative);
  }
  return best;
}
