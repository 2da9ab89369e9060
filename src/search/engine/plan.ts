import { findAbbreviations } from "./asked-abbreviations.ts";
import {
  findSynonyms,
  writtenApart,
  writtenAsCentury,
  writtenInDigits,
  writtenInLatin,
  writtenTogether,
} from "./asked-synonyms.ts";
import { type Completion, completions, mayGoOn } from "./completions.ts";
import { type Correction, correct } from "./corrections.ts";
import { type FoundRelative, findRelatives } from "./found-relatives.ts";
import type { Asked } from "./judgement.ts";
import type { Query } from "./query.ts";
import { type IndexEntry, pagesOf, placeOf, type SearchIndex } from "./search-index.ts";
import type { Segment } from "./segment.ts";

/** One way in which a term of the query may stand in a page. */
export interface Alternative {
  /** A lemma of a segment. */
  readonly entry: IndexEntry;
  /** How much a find counts beside the word itself, from 0 to 1. */
  readonly weight: number;
}

/** A term of the query with all that is asked for it. */
export interface TermPlan {
  readonly term: string;
  readonly alternatives: readonly Alternative[];
  readonly corrections: readonly Correction[];
  /** Words of its root that are asked for, as the archive holds none of its forms. */
  readonly relatives?: readonly FoundRelative[];
  /** Its completion, folded: the commonest of the possible words. */
  readonly completed?: string;
  /** A suggestion, where the archive lacks the word and no other replaces it. */
  readonly asked?: Asked;
  /** In how many pages it stands, roughly; 0 where only something like it stands anywhere. */
  readonly pages: number;
}

/** A word that was completed may be another one. Neutral at 1. */
const COMPLETION_WEIGHT = 0.6;

/** A page about Румыния may say nothing of what is «румынский». Neutral at 1. */
const RELATIVE_WEIGHT = 0.5;

/**
 * Decides what to ask for each term: all forms of a word that the archive holds; what
 * was probably meant by one that it does not hold.
 */
export async function planTerms(
  query: Query,
  synonyms: readonly SynonymPlan[],
  index: SearchIndex,
): Promise<TermPlan[]> {
  // A word that is known by its synonyms is no slip of the hand.
  const meaningful = new Set(synonyms.flatMap((plan) => plan.terms));
  return Promise.all(
    query.terms.map((term, at) => {
      if (meaningful.has(term)) return planKnown(term, index);
      const isLast = query.open && at === query.terms.length - 1;
      return planTerm(term, isLast, query, index);
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
  /** The synonyms that were looked for, in lower case; of the archive's own abbreviations as written. */
  readonly names: readonly string[];
  /** The words of each synonym; all of them must stand together. */
  readonly others: readonly (readonly TermPlan[])[];
  /** Whether it is the same, written apart or together: pieces follow one another, and all count as much. */
  readonly isSpelling: boolean;
  /** Whether the words of each are a name, which has them in this order. */
  readonly isName: boolean;
}

/** A synonym says nearly the same, and the word itself comes first. Neutral at 1. */
export const SYNONYM_WEIGHT = 0.7;

/** Synonyms that the archive does not hold whole are left out. */
export async function planSynonyms(query: Query, index: SearchIndex): Promise<SynonymPlan[]> {
  const matches = [
    ...findSynonyms(query.terms, index.synonyms),
    ...findAbbreviations(query.terms, await index.abbreviationsNear(query.terms)),
    ...writtenApart(query.terms),
    ...writtenInLatin(query.terms),
    ...writtenInDigits(query.sequence),
    ...writtenAsCentury(query.sequence),
    ...writtenTogether(query.sequence),
  ];
  const plans = matches.map(async ({ terms, others, name, isSpelling = false }) => {
    const planned = await Promise.all(others.map((words) => planWords(words, index)));
    const whole = planned.filter((words) => words.length > 0);
    const names = whole.map((own) => name ?? own.map(({ term }) => term).join(" "));
    return { terms, names, others: whole, isSpelling, isName: name !== undefined };
  });
  return (await Promise.all(plans)).filter(({ others }) => others.length > 0);
}

/** @returns nothing where no segment has all of the words: synonyms are never corrected */
async function planWords(words: readonly string[], index: SearchIndex): Promise<TermPlan[]> {
  const plans = await Promise.all(words.map((term) => planKnown(term, index)));
  const common = new Set(segmentsOf(plans));
  return common.size > 0 ? plans.map((plan) => within(plan, common)) : [];
}

/** @returns the segments that hold all of some words */
export function segmentsOf(words: readonly Pick<TermPlan, "alternatives">[]): Segment[] {
  const [first, ...others] = words.map(({ alternatives }) => new Set(alternatives.map(segmentOf)));
  return [...(first ?? [])].filter((segment) => others.every((own) => own.has(segment)));
}

function segmentOf({ entry }: Alternative): Segment {
  return entry.segment;
}

/** A plan that asks no other segments. */
export function within(plan: TermPlan, segments: ReadonlySet<Segment>): TermPlan {
  const alternatives = plan.alternatives.filter(({ entry }) => segments.has(entry.segment));
  return { ...plan, alternatives };
}

/** Plans a word that the archive holds; other words have no plan. */
export async function planKnown(term: string, index: SearchIndex): Promise<TermPlan> {
  const entries = await index.lookUp(term);
  return {
    term,
    alternatives: toAlternatives(entries, 1),
    corrections: [],
    pages: pagesOf(entries),
  };
}

/** @param isLast whether nothing follows the term */
async function planTerm(
  term: string,
  isLast: boolean,
  query: Query,
  index: SearchIndex,
): Promise<TermPlan> {
  const known = await planKnown(term, index);
  if (known.alternatives.length > 0) return known;
  const isOpen = isLast && (await mayGoOn(term, query, index));
  const completed = isOpen ? await completions(term, index) : [];
  if (completed.length > 0) return completedPlan(known, completed);
  if (query.asTyped) return known;
  const relatives = await findRelatives(term, index);
  if (relatives.length > 0) return relatedPlan(known, relatives);
  const { corrections, asked } = await correct(term, index);
  const alternatives = corrections.flatMap(({ entries, weight }) =>
    toAlternatives(entries, weight),
  );
  const meant = { alternatives: strongest(alternatives), corrections };
  return { ...known, ...meant, ...(asked === undefined ? {} : { asked }) };
}

function relatedPlan(plan: TermPlan, relatives: readonly FoundRelative[]): TermPlan {
  const entries = relatives.flatMap((relative) => relative.entries);
  return { ...plan, alternatives: toAlternatives(entries, RELATIVE_WEIGHT), relatives };
}

/** @param completed the entries of the words that a term may become, the commonest first */
function completedPlan(plan: TermPlan, completed: readonly Completion[]): TermPlan {
  const entries = completed.flatMap((one) => one.entries);
  const [first] = completed;
  return {
    ...plan,
    alternatives: toAlternatives(entries, COMPLETION_WEIGHT),
    ...(first === undefined ? {} : { completed: first.word }),
  };
}

/** Each lemma once, though its forms may have several entries. */
function toAlternatives(entries: readonly IndexEntry[], weight: number): Alternative[] {
  return strongest(entries.map((entry) => ({ entry, weight })));
}

/** A lemma that is reached in two ways counts by the better one. */
function strongest(alternatives: readonly Alternative[]): Alternative[] {
  const best = new Map<string, Alternative>();
  for (const alternative of alternatives.toSorted((a, b) => b.weight - a.weight)) {
    const key = placeOf(alternative.entry);
    if (!best.has(key)) best.set(key, alternative);
  }
  return [...best.values()];
}
