import type { RawResult } from "./pagefind.ts";
import { inverseFrequency, type Postings } from "./postings.ts";
import type { Volume } from "./volume.ts";

/** What was found for one term of the query. */
export interface TermHits {
  readonly term: string;
  readonly found: readonly Found[];
}

/** The postings of one way in which a term may stand in the pages of a volume. */
export interface Found {
  readonly weight: number;
  readonly volume: Volume;
  readonly postings: Postings;
}

/** A page that holds at least one term. */
export interface Hit {
  readonly id: string;
  readonly score: number;
  /** The places of all matched words, sorted, each once. */
  readonly places: readonly number[];
  /** Any result of the page, to load it by. */
  readonly result: RawResult;
  readonly volume: Volume;
}

/**
 * From how many occurrences on more of them say little (k1 of BM25); useful from 0.5 to 2. Titles
 * count sevenfold in Pagefind, so that one occurrence there nearly saturates.
 * Robertson and Zaragoza (2009), The Probabilistic Relevance Framework.
 */
const SATURATION = 1.2;

/** Words this near say the same thing: about two sentences. */
const WINDOW = 30;

/** What the best window adds, as a share of its terms' rarity. Neutral at 0. */
const WINDOW_WEIGHT = 0.4;

/** Windows are weighed for the pages that can come first; the others keep their order. */
const WINDOWED_PAGES = 100;

interface Candidate {
  readonly id: string;
  readonly result: RawResult;
  readonly volume: Volume;
  score: number;
  /** The rarity of each matched term with its places. */
  readonly terms: { readonly rarity: number; readonly places: readonly number[] }[];
}

/**
 * Ranks pages by BM25 over all terms, of which a page need hold only one, and by how near rare
 * terms stand to each other.
 *
 * @param terms what was found for each term
 * @param pages how many pages the index has
 * @returns the best first; equals in the order of their hashes
 */
export function fuse(terms: readonly TermHits[], pages: number): Hit[] {
  const candidates = new Map<string, Candidate>();
  for (const { found } of terms) addTerm(candidates, found, pages);
  const ranked = [...candidates.values()].sort(byScore);
  for (const candidate of ranked.slice(0, WINDOWED_PAGES)) {
    candidate.score += WINDOW_WEIGHT * bestWindow(candidate.terms);
  }
  return ranked.sort(byScore).map(({ id, score, result, volume, terms: own }) => ({
    id,
    score,
    // Of the thousands that are found a few are shown, and only those are asked for their places.
    get places() {
      return [...new Set(own.flatMap((term) => term.places))].sort((a, b) => a - b);
    },
    result,
    volume,
  }));
}

function byScore(a: Candidate, b: Candidate): number {
  return b.score - a.score || (hashOf(a.id) < hashOf(b.id) ? -1 : 1);
}

/** What follows the volume's name in a page's id is the same, however an archive is cut. */
function hashOf(id: string): string {
  return id.slice(id.lastIndexOf("_") + 1);
}

function addTerm(
  candidates: Map<string, Candidate>,
  found: TermHits["found"],
  pages: number,
): void {
  const ids = new Set(found.flatMap(({ postings }) => [...postings.keys()]));
  const rarity = inverseFrequency(pages, ids.size);
  for (const id of ids) {
    let frequency = 0;
    const places: number[] = [];
    let result: RawResult | undefined;
    let volume: Volume | undefined;
    for (const { weight, volume: own, postings } of found) {
      const posting = postings.get(id);
      if (posting === undefined) continue;
      frequency += weight * posting.frequency;
      places.push(...posting.places);
      result ??= posting.result;
      volume ??= own;
    }
    if (result === undefined || volume === undefined) continue;
    const candidate = candidates.get(id) ?? { id, result, volume, score: 0, terms: [] };
    candidate.score += (rarity * frequency * (SATURATION + 1)) / (frequency + SATURATION);
    candidate.terms.push({ rarity, places });
    candidates.set(id, candidate);
  }
}

/** The greatest summed rarity of different terms within one window. */
function bestWindow(terms: Candidate["terms"]): number {
  if (terms.length < 2) return 0;
  const events = terms
    .flatMap(({ places }, term) => places.map((place) => ({ place, term })))
    .sort((a, b) => a.place - b.place);
  const counts = new Array<number>(terms.length).fill(0);
  let start = 0;
  let sum = 0;
  let best = 0;
  for (const { place, term } of events) {
    if (counts[term] === 0) sum += terms[term]?.rarity ?? 0;
    counts[term] = (counts[term] ?? 0) + 1;
    for (; place - (events[start]?.place ?? place) >= WINDOW; start++) {
      const left = events[start]?.term ?? 0;
      counts[left] = (counts[left] ?? 0) - 1;
      if (counts[left] === 0) sum -= terms[left]?.rarity ?? 0;
    }
    best = Math.max(best, sum);
  }
  return best;
}
