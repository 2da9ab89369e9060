import { byScore, type Hit } from "./fuse.ts";
import { joinNumbers } from "./query.ts";
import type { LoadedPage } from "./segment.ts";

/** As many as a list shows at first: their texts are loaded anyway. */
const RERANKED = 10;

/** Letters of a gram: most Russian stems have more, and endings fewer. */
const GRAM = 4;

/**
 * What a text that holds the whole query adds to a score, as a share of it. Neutral at 0; from 0.5 to 2
 * nearly the same (docs/search-quality.md).
 */
const WEIGHT = 1;

/**
 * Puts the first results in order once more, by how much of the query stands in their texts letter for
 * letter: postings know lemmas alone, neither the form that was typed nor what stands beside it.
 *
 * @param hits the best first
 * @param text what was typed, as it was meant
 * @throws ArrivalError where a text does not arrive
 */
export async function rerank(hits: readonly Hit[], text: string): Promise<readonly Hit[]> {
  const grams = gramsOf(text);
  if (hits.length < 2 || grams.length === 0) return hits;
  const first = hits.slice(0, RERANKED);
  const raised = first.map(async (hit): Promise<Hit> => {
    const letters = plainOf(await hit.segment.page(hit.slot));
    return { ...hit, score: hit.score * (1 + WEIGHT * shareIn(letters, grams)) };
  });
  return [...(await Promise.all(raised)).sort(byScore), ...hits.slice(RERANKED)];
}

/** While somebody types, the same pages come again and again. */
const PLAIN = new WeakMap<LoadedPage, string>();

function plainOf(page: LoadedPage): string {
  const known = PLAIN.get(page);
  if (known !== undefined) return known;
  const letters = plain(page.content);
  PLAIN.set(page, letters);
  return letters;
}

/** Words between single spaces, so that a gram sees where they begin and end. */
function plain(text: string): string {
  const letters = joinNumbers(text).toLowerCase().replaceAll("ё", "е");
  return ` ${letters.replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `;
}

function gramsOf(text: string): string[] {
  const letters = plain(text);
  const starts = Array.from({ length: Math.max(0, letters.length - GRAM + 1) }, (_, at) => at);
  return [...new Set(starts.map((at) => letters.slice(at, at + GRAM)))];
}

function shareIn(letters: string, grams: readonly string[]): number {
  return grams.filter((gram) => letters.includes(gram)).length / grams.length;
}
