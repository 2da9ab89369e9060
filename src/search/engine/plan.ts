import { fold, stem } from "../../language/index.ts";
import { completions } from "./completions.ts";
import { type Correction, correct } from "./corrections.ts";
import type { Query } from "./query.ts";
import { pagesOf, type Shelf, type ShelfEntry } from "./shelf.ts";
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
  const meaningful = new Set(synonyms.flatMap((plan) => plan.terms));
  return Promise.all(
    query.terms.map((term, index) => {
      if (meaningful.has(term)) return planKnown(term, shelf);
      const unfinished = query.open && index === query.terms.length - 1;
      return planTerm(term, unfinished, shelf, query.asTyped);
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
  const plans = matches.map(async ({ terms, others }) => {
    const planned = await Promise.all(others.map((words) => planWords(words, shelf)));
    const whole = planned.filter((words) => words.length > 0);
    const names = whole.map((own) => own.map(({ term }) => term).join(" "));
    return { terms, names, others: whole };
  });
  return (await Promise.all(plans)).filter(({ others }) => others.length > 0);
}

/** @returns nothing where the archive lacks one of the words: synonyms are never corrected */
async function planWords(words: readonly string[], shelf: Shelf): Promise<TermPlan[]> {
  const plans = await Promise.all(words.map((term) => planKnown(term, shelf)));
  const places = plans.map(({ alternatives }) => alternatives.map(({ volume }) => volume));
  const common = shelf.volumes.filter((volume) => places.every((own) => own.includes(volume)));
  return common.length > 0 ? plans.map((plan) => within(plan, new Set(common))) : [];
}

/** A plan that asks no other volumes. */
export function within(plan: TermPlan, volumes: ReadonlySet<Volume>): TermPlan {
  return { ...plan, alternatives: plan.alternatives.filter(({ volume }) => volumes.has(volume)) };
}

async function planKnown(term: string, shelf: Shelf): Promise<TermPlan> {
  const entries = await shelf.lookUp(term);
  // Each lemma by itself: a page of the very form that was typed counts for all that it may be.
  const alternatives = preferTyped(eachAsks(entries, 1), term);
  return { term, alternatives, corrections: [], pages: pagesOf(entries) };
}

/**
 * @param unfinished whether more letters may follow
 * @param asTyped whether the term stays as it is where the archive does not hold it
 */
export async function planTerm(
  term: string,
  unfinished: boolean,
  shelf: Shelf,
  asTyped = false,
): Promise<TermPlan> {
  const known = await planKnown(term, shelf);
  if (known.alternatives.length > 0) return known;
  const completed = unfinished ? await completions(term, shelf) : [];
  if (completed.length > 0) {
    return { term, alternatives: asksOf(completed, COMPLETION_WEIGHT), corrections: [], pages: 0 };
  }
  const corrections = asTyped ? [] : await correct(term, shelf);
  const alternatives = corrections.flatMap(({ entries: own, weight }) => eachAsks(own, weight));
  return { term, alternatives: strongest(alternatives), corrections, pages: 0 };
}

function eachAsks(entries: readonly ShelfEntry[], weight: number): Alternative[] {
  return entries.flatMap((entry) => asksOf([entry], weight));
}

/** Each stem once; a page counts where any of the lemmas that share it means it. */
function asksOf(entries: readonly ShelfEntry[], weight: number): Alternative[] {
  const found = new Map<Volume, Map<string, StemAsk>>();
  for (const { asks, lexicon } of entries) {
    for (const { word, places } of asks) {
      const root = stem(word);
      for (const { volume, homonyms } of lexicon.placesOf(places)) {
        const stems = found.get(volume) ?? new Map<string, StemAsk>();
        const lines = [...(stems.get(root)?.lines ?? []), homonyms];
        found.set(volume, stems.set(root, { word: stems.get(root)?.word ?? word, lines }));
      }
    }
  }
  return [...found].flatMap(([volume, stems]) =>
    [...stems.values()].map(({ word, lines }) => {
      const limited = lines.filter((line) => line !== undefined);
      return { word, weight, volume, homonyms: limited.length === lines.length ? limited : [] };
    }),
  );
}

interface StemAsk {
  /** Any word of the stem. */
  readonly word: string;
  /** The lines of its lemmas; one that means all pages has none. */
  readonly lines: readonly (string | undefined)[];
}

/** Forms that Pagefind holds under the typed word's own stem come before its other forms. */
function preferTyped(alternatives: readonly Alternative[], term: string): Alternative[] {
  const typed = stem(fold(term));
  return alternatives.map((alternative) => {
    const own = stem(alternative.word) === typed;
    return own ? alternative : { ...alternative, weight: alternative.weight * OTHER_FORM_WEIGHT };
  });
}

function isSameAsk(a: Alternative, b: Alternative): boolean {
  const isSameStem = a.volume === b.volume && stem(a.word) === stem(b.word);
  return isSameStem && a.homonyms.join() === b.homonyms.join();
}

/** A word that is reached in two ways counts by the better one. */
function strongest(alternatives: readonly Alternative[]): Alternative[] {
  const best: Alternative[] = [];
  for (const alternative of alternatives.toSorted((a, b) => b.weight - a.weight)) {
    if (!best.some((one) => isSameAsk(one, alternative))) best.push(alternative);
  }
  return best;
}
