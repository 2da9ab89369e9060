import { stem } from "../../language/index.ts";
import type { Choices } from "./choices.ts";
import type { Correction } from "./corrections.ts";
import { withExcerpts } from "./excerpt.ts";
import type { Hit, TermHits } from "./fuse.ts";
import type { LayoutCorrection } from "./layout.ts";
import type { PageData, RawResponse, RawResult } from "./pagefind.ts";
import type { TermPlan } from "./plan.ts";
import type { Shelf } from "./shelf.ts";
import { spell } from "./spelling.ts";

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
  /** The Pagefind stems that were asked for: what is marked has one of them. */
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
export function termsOf(terms: readonly TermHits[]): SearchResponse["terms"] {
  const counted = terms.map(({ term, found }) => ({ term, pages: pagesHolding(found) }));
  return counted.sort((a, b) => a.pages - b.pages);
}

function pagesHolding(found: TermHits["found"]): number {
  const filled = found.filter(({ postings }) => postings.size > 0);
  const [first, ...others] = filled;
  if (first === undefined || others.length === 0) return first?.postings.size ?? 0;
  return new Set(filled.flatMap(({ postings }) => [...postings.keys()])).size;
}

/** @returns every Pagefind stem that the plans ask for */
export function stemsOf(plans: readonly TermPlan[]): Set<string> {
  return new Set(plans.flatMap(({ alternatives }) => alternatives.map(({ word }) => stem(word))));
}

/** Makes what loads a result's page tell whether the site is another one by then. */
export type Lasting = (load: () => Promise<PageData>) => () => Promise<PageData>;

/** @param stems that excerpts mark */
export function toResult(hit: Hit, stems: ReadonlySet<string>, lasting: Lasting): RawResult {
  return {
    id: hit.id,
    score: hit.score,
    get words() {
      return hit.places;
    },
    data: lasting(async () => withExcerpts(await hit.result.data(), hit.places, stems)),
  };
}

/** What words were taken for, spelled for people. */
export async function correctionsOf(
  plans: readonly TermPlan[],
  shelf: Shelf,
): Promise<Pick<Correction, "from" | "to" | "kind">[]> {
  const corrections = plans.flatMap((plan) => plan.corrections);
  return Promise.all(
    corrections.map(async ({ from, to, kind }) => ({ from, to: await spell(to, shelf), kind })),
  );
}
