import { replaceWord } from "../../language/index.ts";
import { countsOf } from "./choices.ts";
import { type Finding, findPages, keepWanted } from "./finding.ts";
import type { Hit } from "./fuse.ts";
import { narrow } from "./narrow.ts";
import type { SearchOptions } from "./pagefind.ts";
import { parseQuery, type Query } from "./query.ts";
import { type ReadQuery, readQuery } from "./read-query.ts";
import { rerank } from "./rerank.ts";
import {
  completedText,
  correctionsOf,
  type Lasting,
  othersOf,
  raritiesOf,
  type SearchResponse,
  stemsOf,
  termsOf,
  toResults,
} from "./response.ts";
import type { SearchIndex } from "./search-index.ts";
import { suggestionFor } from "./suggestion.ts";

/** A query on its way to an answer. */
interface Asked {
  readonly options: SearchOptions;
  readonly index: SearchIndex;
  readonly read: ReadQuery;
  readonly finding: Finding;
  /** The pages, before any filter. */
  readonly kept: readonly Hit[];
  /** The phrases that no page holds. */
  readonly apart: readonly string[];
  /** The hits that pass the filters, the best first. */
  readonly narrowed: readonly Hit[];
}

/**
 * Answers a query from one index.
 *
 * @throws ArrivalError where a part of the index does not arrive
 */
export async function answer(
  text: string,
  options: SearchOptions,
  index: SearchIndex,
  lasting: Lasting,
): Promise<SearchResponse> {
  const start = performance.now();
  const asked = await askFor(text, options, index);
  const { finding, kept, apart } = asked;
  const { plans, terms, synonyms, holding } = finding;
  const corrections = await correctionsOf(plans, asked.narrowed);
  const meant = corrections.reduce(
    (typed, { from, to }) => replaceWord(typed, from, to),
    asked.read.text,
  );
  const counted = termsOf(terms, holding);
  const results = await inOrder(asked, meant, counted);
  const stems = stemsOf(plans);
  const rest = {
    ...(await countsOf(kept, results, options, index)),
    ...(await questionsOf(asked, meant, counted, results)),
    synonyms: await othersOf(synonyms, plans, index),
  };
  const total = performance.now() - start;
  return {
    ...rest,
    results: toResults(results, { terms, stems, lasting }),
    unfilteredResultCount: kept.length,
    timings: { preload: 0, search: total, total },
    apart,
    corrections: [...asked.read.corrections, ...corrections],
    terms: counted,
    stems: [...stems],
  };
}

async function askFor(text: string, options: SearchOptions, index: SearchIndex): Promise<Asked> {
  const read = await readQuery(text, index, options);
  return { options, index, read, ...(await pagesOf(read.query, options, index)) };
}

async function pagesOf(query: Query, options: SearchOptions, index: SearchIndex) {
  const finding = await findPages(query, index);
  const { hits: kept, apart } = await keepWanted(finding.hits, query, index);
  return { finding, kept, apart, narrowed: await narrow(kept, options, index.segments) };
}

/** An order that was asked for stays as it is. */
async function inOrder(
  { options, narrowed, index }: Asked,
  meant: string,
  counted: SearchResponse["terms"],
): Promise<readonly Hit[]> {
  if (options.sort !== undefined) return narrowed;
  return rerank(narrowed, meant, raritiesOf(counted, index.pages));
}

/** Suggestions to the searcher, and the completion of the last word. */
async function questionsOf(
  { read: { query }, finding: { plans }, options, index }: Asked,
  meant: string,
  counted: SearchResponse["terms"],
  results: readonly Hit[],
): Promise<Pick<SearchResponse, "suggestion" | "suggestionPages" | "completed">> {
  const find = async (other: string): Promise<readonly Hit[]> => {
    const asked = { ...parseQuery(other), asTyped: true };
    return (await pagesOf(asked, options, index)).narrowed;
  };
  const suggestion = query.asTyped
    ? undefined
    : await suggestionFor(meant, plans, counted, index, find);
  const completed = await completedText(meant, plans, results);
  return {
    ...(suggestion && { suggestion: suggestion.query, suggestionPages: suggestion.pages }),
    ...(completed !== undefined && { completed }),
  };
}
