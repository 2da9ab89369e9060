import { type Article, newestFirst } from "../content/index.ts";
import { addTo, entryOf } from "../language/maps.ts";
import { subjectLemmas } from "./subject-lemmas.ts";

/**
 * Related articles are near in meaning where they share words that few others hold: tf–idf weights
 * and the cosine between them (Salton & Buckley, «Term-weighting approaches in automatic text
 * retrieval», 1988), so that a long article is not preferred. Words count by lemma.
 */

/**
 * A lemma is rare where at most so many articles of the volume hold it, and at most half of them. It
 * bounds the work: every two holders are compared. Of 120 paragraphs, 2 % (two holders) found 0.6
 * right ones for each, 10 holders 2.1, 20 to 50 holders the same.
 */
const MOST_HOLDERS = 50;
/** Articles that share fewer rare lemmas are not shown as related. */
const LEAST_SHARED = 2;
/** The weightiest rare lemmas of an article; more cost time and change little. */
const MOST_LEMMAS = 24;
/**
 * Nearness below which articles that share two lemmas do so by chance. Of what is shown for the 120
 * paragraphs of 24 articles of XQuAD (docs/search-quality.md), 72 % are of the same article without it
 * and 90 % with it, for 83 % of the paragraphs; useful from 0.04 (more is shown) to 0.08 (more is right).
 */
const LEAST_COSINE = 0.06;

/** A rare lemma of an article; the weights of all its lemmas, rare or not, have a length of 1. */
interface Part {
  readonly lemma: number;
  readonly weight: number;
}

type Vector = readonly Part[];

interface Posting {
  readonly article: number;
  readonly weight: number;
}

/**
 * For each article those that say most about the same: they share at least two rare lemmas.
 *
 * @param articles of one volume, in any order, slugs unique; takes up to 1 ms for each
 * @param most how many related articles an article gets at most
 * @returns for the slug of every article its related ones, the nearest first, of equals the newest
 *   first, then by slug; an empty list where there are none
 */
export async function relatedArticles(
  articles: readonly Article[],
  most = 3,
): Promise<Map<string, readonly Article[]>> {
  // One fixed order first: sums of floating-point numbers depend on the order of their parts.
  const ordered = newestFirst(articles, ({ slug }) => slug);
  const vectors = toVectors(await subjectLemmas(ordered));
  const nearest = new Neighbours(vectors);
  return new Map(
    ordered.map(({ slug }, index) => {
      const near = nearest.of(index).slice(0, most);
      return [slug, near.flatMap((other) => ordered[other] ?? [])];
    }),
  );
}

/** @returns for each article its weightiest rare lemmas */
function toVectors(articles: readonly (readonly number[])[]): Vector[] {
  const holders = countHolders(articles);
  const rarities = holders.map((held) => Math.log(1 + articles.length / held));
  const limit = Math.max(2, Math.min(MOST_HOLDERS, articles.length / 2));
  return articles.map((lemmas) => {
    const weights = weigh(lemmas, rarities);
    const length = Math.hypot(...weights.values());
    const rare: Part[] = [];
    for (const [lemma, weight] of weights) {
      const held = holders[lemma] ?? 0;
      if (held > 1 && held <= limit) rare.push({ lemma, weight: weight / length });
    }
    return rare.sort((a, b) => b.weight - a.weight).slice(0, MOST_LEMMAS);
  });
}

/** @returns in how many articles each lemma stands */
function countHolders(articles: readonly (readonly number[])[]): number[] {
  const holders: number[] = [];
  for (const lemmas of articles) {
    for (const lemma of new Set(lemmas)) holders[lemma] = (holders[lemma] ?? 0) + 1;
  }
  return holders;
}

/** @returns the weight of each lemma: (1 + ln of its frequency) times its rarity */
function weigh(lemmas: readonly number[], rarities: readonly number[]): Map<number, number> {
  const weights = new Map<number, number>();
  for (const lemma of lemmas) addTo(weights, lemma);
  for (const [lemma, times] of weights) {
    weights.set(lemma, (1 + Math.log(times)) * (rarities[lemma] ?? 0));
  }
  return weights;
}

/** Finds the articles that share rare lemmas with one. */
class Neighbours {
  readonly #vectors: readonly Vector[];
  /** From each rare lemma to the articles that hold it. */
  readonly #postings = new Map<number, Posting[]>();
  readonly #cosines: Float64Array;
  readonly #shared: Uint8Array;

  constructor(vectors: readonly Vector[]) {
    this.#vectors = vectors;
    this.#cosines = new Float64Array(vectors.length);
    this.#shared = new Uint8Array(vectors.length);
    for (const [article, vector] of vectors.entries()) {
      for (const { lemma, weight } of vector) {
        entryOf(this.#postings, lemma, () => []).push({ article, weight });
      }
    }
  }

  /** @returns the articles near to one, the nearest first, of equals the first */
  of(index: number): number[] {
    const touched = this.#addUp(index);
    const near = touched
      .filter((other) => other !== index && (this.#shared[other] ?? 0) >= LEAST_SHARED)
      .map((article) => ({ article, cosine: this.#cosines[article] ?? 0 }))
      .filter(({ cosine }) => cosine >= LEAST_COSINE);
    for (const other of touched) {
      this.#shared[other] = 0;
      this.#cosines[other] = 0;
    }
    near.sort((a, b) => b.cosine - a.cosine || a.article - b.article);
    return near.map(({ article }) => article);
  }

  /** @returns the articles that share any rare lemma */
  #addUp(index: number): number[] {
    const touched: number[] = [];
    for (const { lemma, weight: own } of this.#vectors[index] ?? []) {
      for (const { article, weight } of this.#postings.get(lemma) ?? []) {
        const shared = this.#shared[article] ?? 0;
        if (shared === 0) touched.push(article);
        this.#shared[article] = shared + 1;
        this.#cosines[article] = (this.#cosines[article] ?? 0) + own * weight;
      }
    }
    return touched;
  }
}
