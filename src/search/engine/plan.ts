import { fold, type LexiconEntry, stem } from "../../language/index.ts";
import { type Correction, completions, correct } from "./corrections.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Query } from "./query.ts";

/** One way in which a term of the query may stand in a page. */
export interface Alternative {
  /** The word to ask Pagefind for. */
  readonly word: string;
  /** The pages that are meant, a line for each lemma; empty where all of them are. */
  readonly homonyms: readonly string[];
  /** How much a find counts beside the word itself, from 0 to 1. */
  readonly weight: number;
}

/** A term of the query with all that is asked for it. */
export interface TermPlan {
  readonly term: string;
  readonly alternatives: readonly Alternative[];
  readonly corrections: readonly Correction[];
}

/** A form that is farther from the typed one; «красного» beside «красный». Neutral at 1. */
const OTHER_FORM_WEIGHT = 0.85;

/** A word that was completed may be another one. Neutral at 1. */
const COMPLETION_WEIGHT = 0.6;

/**
 * Decides what to ask Pagefind for each term: all forms of a word that the archive holds; what
 * was probably meant by one that it does not hold.
 */
export async function planTerms(query: Query, lexicon: Lexicon): Promise<TermPlan[]> {
  return Promise.all(
    query.terms.map((term, index) => {
      const unfinished = query.open && index === query.terms.length - 1;
      return planTerm(term, unfinished, lexicon);
    }),
  );
}

/** @param unfinished whether more letters may follow */
export async function planTerm(
  term: string,
  unfinished: boolean,
  lexicon: Lexicon,
): Promise<TermPlan> {
  const entries = await lexicon.lookUp(term);
  if (entries.length > 0) {
    return { term, alternatives: preferTyped(asksOf(entries, 1), term), corrections: [] };
  }
  const completed = unfinished ? await completions(term, lexicon) : [];
  if (completed.length > 0) {
    return { term, alternatives: asksOf(completed, COMPLETION_WEIGHT), corrections: [] };
  }
  const corrections = await correct(term, lexicon);
  const alternatives = corrections.flatMap(({ entries: own, weight }) => asksOf(own, weight));
  return { term, alternatives: strongest(alternatives), corrections };
}

/** A page counts where any of the lemmas that share an ask means it. */
function asksOf(entries: readonly LexiconEntry[], weight: number): Alternative[] {
  const lines = new Map<string, (string | undefined)[]>();
  for (const { word, homonyms } of entries.flatMap((entry) => entry.asks)) {
    lines.set(word, [...(lines.get(word) ?? []), homonyms]);
  }
  return [...lines].map(([word, own]) => {
    const limited = own.every((line) => line !== undefined);
    return { word, weight, homonyms: limited ? [...new Set(own)] : [] };
  });
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
  const best = new Map<string, Alternative>();
  for (const alternative of alternatives) {
    const known = best.get(alternative.word);
    if (known === undefined || known.weight < alternative.weight) {
      best.set(alternative.word, alternative);
    }
  }
  return [...best.values()];
}
