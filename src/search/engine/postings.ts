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

/**
 * Pagefind measures a page by the average length of its own volume: (1 − b) + b·length/average.
 *
 * @param average the length of the volume's pages
 * @param whole the length of the pages of all volumes
 * @returns the b with which a volume's measures are those of the whole, but for one factor
 */
export function lengthNormalisation(average: number, whole: number): number {
  if (!(average > 0 && whole > 0)) return LENGTH_NORMALISATION;
  const slope = (LENGTH_NORMALISATION / (1 - LENGTH_NORMALISATION)) * (average / whole);
  return slope / (1 + slope);
}

/** The largest that Pagefind lets be; the engine undoes it and saturates by itself. */
const SATURATION = 2;

/**
 * Pagefind finds every word that begins with the one asked for. With this similarity, those that
 * are longer by one letter count a hundred thousand times less, and so can be told apart.
 */
const SIMILARITY = 20;

/** The factor by which Pagefind then scales a word that is exactly the one asked for. */
const EXACT_BONUS = Math.exp(SIMILARITY * (Math.exp(-1 / 8) - 1));

/** Pagefind counts in 32 bits: what differs by less is the same. */
const PRECISION = 1e-4;

/** Below it, a page holds only longer words. A compound's part in a long page stays above. */
const LEAST_FREQUENCY = 0.01;

/**
 * Options of Pagefind under which its scores can be turned back into frequencies.
 *
 * @param meta the names of all meta fields; Pagefind adds a bonus for those that it is not told of
 * @param normalisation what lengthNormalisation returned for the volume
 */
export function exactRanking(meta: readonly string[], normalisation: number) {
  return {
    termSimilarity: SIMILARITY,
    termSaturation: SATURATION,
    termFrequency: 1,
    pageLength: normalisation,
    diacriticSimilarity: 0,
    metaWeights: Object.fromEntries(meta.map((name) => [name, 0])),
  };
}

/** Options that exactRanking returned. */
export type ExactRanking = ReturnType<typeof exactRanking>;

/** What Pagefind's scores in a volume depend on besides its words. */
export interface Scale {
  /** How many pages its index has. */
  readonly pages: number;
  /** What lengthNormalisation returned for it. */
  readonly normalisation: number;
}

/** Pages of words that only begin with the one asked for, as no word is that one itself. */
export class JoinedWords extends Map<string, Posting> {}

/**
 * Asks Pagefind for one word, exactly.
 *
 * @param pagefind an instance that ranks by exactRanking
 * @param word a folded word that the index holds
 * @param scale of the volume that it searches
 * @returns the pages that hold a word of the same Pagefind stem; else JoinedWords
 * @throws MissingIndexError where it is not found twice, for then the index came incompletely
 */
export async function askPagefind(
  pagefind: PagefindInstance,
  word: string,
  scale: Scale,
): Promise<Postings> {
  let response = await pagefind.search(word);
  if (response.results.length === 0) response = await pagefind.search(word);
  if (response.results.length === 0 && isPlainWord(word)) {
    throw new MissingIndexError(`The index holds «${word}», but it could not be loaded`);
  }
  const unit = pagefindFrequency(scale.pages, response.unfilteredResultCount);
  const factor = (1 - scale.normalisation) / (1 - LENGTH_NORMALISATION);
  const postings = new Map<string, Posting>();
  for (const result of response.results) {
    const exact = frequencyOf(result.score / unit) * factor;
    const frequency = Math.round(exact / PRECISION) * PRECISION;
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
function joinedWords(results: readonly RawResult[], word: string): JoinedWords {
  const found = word.length < 3 ? [] : results.filter(({ words }) => words.length > 0);
  return new JoinedWords(
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

/** The same as Pagefind reckons it, in 32 bits: of a word that most pages hold little else is left. */
function pagefindFrequency(pages: number, holding: number): number {
  const odds = Math.fround((pages - holding + 0.5) / (holding + 0.5));
  return Math.fround(Math.log(Math.fround(odds + 1)));
}
