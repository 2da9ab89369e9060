import { MissingIndexError, type PagefindInstance, type RawResult } from "./pagefind.ts";

/** Where a word stands in a page. */
export interface Posting {
  /** How often, divided by the page's relative length; 1 for once in a page of average length. */
  readonly frequency: number;
  /** Words from the start of the page. */
  readonly places: readonly number[];
  readonly result: RawResult;
}

/** From a page's id to where the word stands in it. */
export type Postings = ReadonlyMap<string, Posting>;

/**
 * How much longer pages are discounted (b of BM25): 0 not at all, 1 in proportion; useful from 0.3
 * to 0.9. Robertson and Zaragoza (2009), The Probabilistic Relevance Framework.
 */
const LENGTH_NORMALISATION = 0.6;

/** The largest that Pagefind lets be; the engine undoes it and saturates by itself. */
const SATURATION = 2;

/**
 * Pagefind finds every word that begins with the one asked for. With this similarity, those that
 * are longer by one letter count a hundred thousand times less, and so can be told apart.
 */
const SIMILARITY = 20;

/** The factor by which Pagefind then scales a word that is exactly the one asked for. */
const EXACT_BONUS = Math.exp(SIMILARITY * (Math.exp(-1 / 8) - 1));

/** Below it, a page holds only longer words. A compound's part in a long page stays above. */
const LEAST_FREQUENCY = 0.01;

/**
 * Options of Pagefind under which its scores can be turned back into frequencies.
 *
 * @param meta the names of all meta fields; Pagefind adds a bonus for those that it is not told of
 */
export function exactRanking(meta: readonly string[]) {
  return {
    termSimilarity: SIMILARITY,
    termSaturation: SATURATION,
    termFrequency: 1,
    pageLength: LENGTH_NORMALISATION,
    diacriticSimilarity: 0,
    metaWeights: Object.fromEntries(meta.map((name) => [name, 0])),
  };
}

/**
 * Asks Pagefind for one word, exactly.
 *
 * @param pagefind an instance that ranks by exactRanking
 * @param word a folded word that the index holds
 * @param pages how many pages the index has
 * @returns the pages that hold a word of the same Pagefind stem
 * @throws MissingIndexError where it is not found twice, for then the index came incompletely
 */
export async function askPagefind(
  pagefind: PagefindInstance,
  word: string,
  pages: number,
): Promise<Postings> {
  let response = await pagefind.search(word);
  if (response.results.length === 0) response = await pagefind.search(word);
  if (response.results.length === 0 && isPlainWord(word)) {
    throw new MissingIndexError(`The index holds «${word}», but it could not be loaded`);
  }
  const idf = inverseFrequency(pages, response.unfilteredResultCount);
  const postings = new Map<string, Posting>();
  for (const result of response.results) {
    const frequency = frequencyOf(result.score / idf);
    if (result.words.length === 0 || frequency < LEAST_FREQUENCY) continue;
    postings.set(result.id, { frequency, places: result.words, result });
  }
  return postings.size > 0 ? postings : joinedWords(response.results, word);
}

/** Pagefind may cut words with digits or Latin letters otherwise than the lexicon does. */
function isPlainWord(word: string): boolean {
  return /^[а-я]{3,}$/.test(word);
}

/** «1250–1316» is one word to Pagefind, and «1250» only its beginning. */
function joinedWords(results: readonly RawResult[], word: string): Postings {
  const found = word.length < 3 ? [] : results.filter(({ words }) => words.length > 0);
  return new Map(
    found.map((result) => [result.id, { frequency: 1, places: result.words, result }]),
  );
}

/** Solves Pagefind's r = (k + 1)·x / (k + x) for x, and takes the exact word's factor off. */
function frequencyOf(ratio: number): number {
  return (SATURATION * ratio) / (SATURATION + 1 - ratio) / EXACT_BONUS;
}

/**
 * The weight of a word by its rarity: ln(1 + (N − n + ½) / (n + ½)), as BM25 in Lucene and Pagefind.
 *
 * @param pages N, how many pages there are
 * @param holding n, how many of them hold the word
 */
export function inverseFrequency(pages: number, holding: number): number {
  return Math.log(1 + (pages - holding + 0.5) / (holding + 0.5));
}
