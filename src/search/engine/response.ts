import { asItStands, fold, replaceWord, stem } from "../../language/index.ts";
import type { Correction } from "./corrections.ts";
import { withExcerpts } from "./excerpt.ts";
import { nameOf } from "./found-relatives.ts";
import { type Hit, idOf, type TermHits } from "./fuse.ts";
import type { LayoutCorrection } from "./layout.ts";
import type { FilterCounts, PageData, RawResponse, RawResult } from "./pagefind.ts";
import type { SynonymPlan, TermPlan } from "./plan.ts";
import { inverseFrequency } from "./ranked-postings.ts";
import type { SearchIndex } from "./search-index.ts";
import { spell } from "./spelling.ts";
import type { Suggestion } from "./suggestion.ts";
import { eventsIn } from "./windows.ts";

/** Pagefind's answer, with the corrections and synonyms that led to it. */
export interface SearchResponse extends RawResponse {
  /** What means the same, or has the same root, and was looked for too. */
  readonly synonyms: readonly { readonly from: string; readonly to: readonly string[] }[];
  /** What words of the query were taken for; empty where all were found as typed. */
  readonly corrections: readonly (LayoutCorrection | Pick<Correction, "from" | "to" | "kind">)[];
  /** Phrases in quotation marks that no page holds; pages with their words were found instead. */
  readonly apart: readonly string[];
  /**
   * The words that were asked for, as typed, with the number of pages that hold them in any form or
   * under another name; the fewest first.
   */
  readonly terms: readonly { readonly term: string; readonly pages: number }[];
  /**
   * The stems that were asked for, and forms as asItStands writes them: what is marked has one of these
   * stems, or is one of these forms.
   */
  readonly stems: readonly string[];
  /**
   * The query with words that stand nowhere, or hardly anywhere, as words that may have been meant:
   * what was found has none of these.
   */
  readonly suggestion?: Suggestion["query"];
  /** How many results that would have; not known where the archive holds all words as typed. */
  readonly suggestionPages?: Suggestion["pages"];
  /** The query with its last word completed, the commonest way, where pages of that were found. */
  readonly completed?: string;
  /** The counts of each filter's values without that filter. */
  readonly choices: FilterCounts;
}

/** As SearchResponse, of a list that nothing was typed for. */
export interface BrowseResponse extends RawResponse {
  readonly choices: FilterCounts;
}

/** @returns the words of a query with the number of pages that hold them, the fewest first */
export function termsOf(
  terms: readonly TermHits[],
  holding: readonly number[],
): SearchResponse["terms"] {
  const counted = terms.map(({ term }, at) => ({ term, pages: holding[at] ?? 0 }));
  return counted.sort((a, b) => a.pages - b.pages);
}

/**
 * @param terms as termsOf returns them
 * @param pages how many pages the index has
 * @returns how rare each word of the query is, by the word as typed, folded
 */
export function raritiesOf(terms: SearchResponse["terms"], pages: number): Map<string, number> {
  return new Map(terms.map((one) => [fold(one.term), inverseFrequency(pages, one.pages)]));
}

/** @returns every stem that the plans ask for, and the forms that are marked as they stand */
export function stemsOf(plans: readonly TermPlan[]): Set<string> {
  const entries = plans.flatMap(({ alternatives }) => alternatives.map(({ entry }) => entry));
  const stems = entries.flatMap(({ words }) => words.map((word) => stem(word)));
  return new Set([...stems, ...entries.flatMap(({ alone }) => alone.map(asItStands))]);
}

/** Wraps the loading of a result's page, so that it says when the site was deployed anew. */
export type Lasting = (load: () => Promise<PageData>) => () => Promise<PageData>;

/** Facts shared by the results of one answer. */
export interface ResultFacts {
  /** The hits of all terms, for the places of their words. */
  readonly terms: readonly TermHits[];
  /** What excerpts mark. */
  readonly stems: ReadonlySet<string>;
  readonly lasting: Lasting;
}

/** A result, of which nothing is made before it is asked for: an answer may have ten thousand. */
class Result implements RawResult {
  readonly #hit: Hit;
  readonly #facts: ResultFacts;

  constructor(hit: Hit, facts: ResultFacts) {
    this.#hit = hit;
    this.#facts = facts;
  }

  get id(): string {
    return idOf(this.#hit);
  }

  get score(): number {
    return this.#hit.score;
  }

  get words(): number[] {
    return [...new Set(eventsIn(this.#hit, this.#facts.terms).map(({ place }) => place))];
  }

  data(): Promise<PageData> {
    const { segment, slot } = this.#hit;
    const { stems, lasting } = this.#facts;
    return lasting(async () => withExcerpts(await segment.page(slot), stems))();
  }
}

/** @returns results as Pagefind hands them out */
export function toResults(hits: readonly Hit[], facts: ResultFacts): RawResult[] {
  return hits.map((hit) => new Result(hit, facts));
}

/**
 * What words were taken for, as the archive spells it.
 *
 * @param hits the pages that were found, the best first
 */
export async function correctionsOf(
  plans: readonly TermPlan[],
  hits: readonly Hit[],
): Promise<Pick<Correction, "from" | "to" | "kind">[]> {
  const corrections = plans.flatMap((plan) => plan.corrections);
  return Promise.all(
    corrections.map(async ({ from, to, kind, entries }) => {
      return { from, to: await spell(to, entries, hits), kind };
    }),
  );
}

/** Other words that were searched: synonyms, and relatives of words that the archive does not hold. */
export async function othersOf(
  synonyms: readonly SynonymPlan[],
  plans: readonly TermPlan[],
  index: SearchIndex,
): Promise<SearchResponse["synonyms"]> {
  const related = plans.map(async ({ term, relatives = [] }) => {
    return { from: term, to: await Promise.all(relatives.map((one) => nameOf(one, index))) };
  });
  const named = synonyms
    .filter(({ isSpelling }) => !isSpelling)
    .map(({ terms, names }) => ({ from: terms.join(" "), to: names }));
  return [...named, ...(await Promise.all(related)).filter(({ to }) => to.length > 0)];
}

/** @returns the text with its last word completed; nothing where no plan completes it */
export async function completedText(
  text: string,
  plans: readonly TermPlan[],
  hits: readonly Hit[],
): Promise<string | undefined> {
  const plan = plans.find(({ completed }) => completed !== undefined);
  if (plan?.completed === undefined || hits.length === 0) return undefined;
  const entries = plan.alternatives.map(({ entry }) => entry);
  return replaceWord(text, plan.term, await spell(plan.completed, entries, hits));
}
