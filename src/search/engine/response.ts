import { stem } from "../../language/index.ts";
import type { Choices } from "./choices.ts";
import type { Correction } from "./corrections.ts";
import { withExcerpts } from "./excerpt.ts";
import { type Hit, idOf, type TermHits } from "./fuse.ts";
import type { LayoutCorrection } from "./layout.ts";
import type { PageData, RawResponse, RawResult } from "./pagefind.ts";
import type { TermPlan } from "./plan.ts";
import type { SearchIndex } from "./search-index.ts";
import { spell } from "./spelling.ts";
import { eventsIn } from "./windows.ts";

/** Pagefind's answer, and what the engine did to get it. */
export interface SearchResponse extends RawResponse {
  /** What means the same and was looked for too. */
  readonly synonyms: readonly { readonly from: string; readonly to: readonly string[] }[];
  /** What words of the query were taken for; empty where all were found as typed. */
  readonly corrections: readonly (LayoutCorrection | Pick<Correction, "from" | "to" | "kind">)[];
  /**
   * The words that were asked for, as typed, with the number of pages that hold them in any form or
   * under another name; the fewest first.
   */
  readonly terms: readonly { readonly term: string; readonly pages: number }[];
  /** The stems that were asked for: what is marked has one of them. */
  readonly stems: readonly string[];
  /** The query with rare words that are probably slips put right, where there is such a word. */
  readonly suggestion?: string;
  /** What may be chosen, of each filter as if it were not set. */
  readonly choices: Choices;
}

/** As SearchResponse, of a list that nothing was typed for. */
export interface BrowseResponse extends RawResponse {
  readonly choices: Choices;
}

/** @returns the words of a query with the number of pages that hold them, the fewest first */
export function termsOf(
  terms: readonly TermHits[],
  holding: readonly number[],
): SearchResponse["terms"] {
  const counted = terms.map(({ term }, at) => ({ term, pages: holding[at] ?? 0 }));
  return counted.sort((a, b) => a.pages - b.pages);
}

/** @returns every stem that the plans ask for */
export function stemsOf(plans: readonly TermPlan[]): Set<string> {
  const entries = plans.flatMap(({ alternatives }) => alternatives.map(({ entry }) => entry));
  return new Set(entries.flatMap(({ words }) => words.map((word) => stem(word))));
}

/** Makes what loads a result's page tell whether the site is another one by then. */
export type Lasting = (load: () => Promise<PageData>) => () => Promise<PageData>;

/**
 * @param terms what was found, for the places of its words
 * @param stems that excerpts mark
 */
export function toResult(
  hit: Hit,
  terms: readonly TermHits[],
  stems: ReadonlySet<string>,
  lasting: Lasting,
): RawResult {
  return {
    id: idOf(hit),
    score: hit.score,
    get words() {
      return [...new Set(eventsIn(hit, terms).map(({ place }) => place))];
    },
    data: lasting(async () => withExcerpts(await hit.segment.page(hit.slot), stems)),
  };
}

/** What words were taken for, spelled for people. */
export async function correctionsOf(
  plans: readonly TermPlan[],
  index: SearchIndex,
): Promise<Pick<Correction, "from" | "to" | "kind">[]> {
  const corrections = plans.flatMap((plan) => plan.corrections);
  return Promise.all(
    corrections.map(async ({ from, to, kind }) => ({ from, to: await spell(to, index), kind })),
  );
}
