import { fold, stem } from "../../language/index.ts";
import { addTo } from "../../language/maps.ts";
import { Guesser } from "./guess.ts";
import { type Lemma, OpenCorpora, type Reading } from "./opencorpora.ts";

/**
 * A lemma counts where it is at least this likely beside the best one: «стали» is «стать», and
 * «сталь» in one text of a hundred. Useful from 0.1 (more is found, less of it right) to 1 (the best
 * reading only); 0.3 was chosen on word forms with gold lemmas (docs/search-quality.md).
 */
const LIKELY = 0.3;

/** The dictionary's reading of a word. */
export interface Meaning {
  /** Keys of the lemmas that it may be a form of; words that share one belong together. */
  readonly lemmas: readonly string[];
  /** The lemmas that the dictionary itself holds, for their other forms. */
  readonly known: readonly Lemma[];
}

/** Marks the key of a stem that stands in for a lemma which no dictionary knows. */
export const STEM_KEY = "~";

const RUSSIAN = /^[а-яё]+$/;

/** A Russian dictionary that guesses at words which it does not hold. */
export class Dictionary {
  readonly #words: OpenCorpora;
  readonly #guesser: Guesser;

  private constructor(words: OpenCorpora, guesser: Guesser) {
    this.#words = words;
    this.#guesser = guesser;
  }

  static #loading: Promise<Dictionary> | undefined;

  /** Loaded once in a process, for that takes half a second. */
  static load(): Promise<Dictionary> {
    Dictionary.#loading ??= OpenCorpora.load().then(
      async (words) => new Dictionary(words, await Guesser.load(words)),
    );
    return Dictionary.#loading;
  }

  /** @param spelling in lower case, й and ё as written */
  read(spelling: string): Meaning {
    // As fold does, so that «Россія» is a form of «Россия».
    const word = spelling.replaceAll("і", "и");
    if (!RUSSIAN.test(word)) return { lemmas: [fold(word)], known: [] };
    const readings = this.#words.read(word);
    if (readings.length === 0) return { lemmas: this.#guess(word), known: [] };
    const own = readings.filter((reading) => !this.#words.isAbbreviation(reading));
    // The meaning of an abbreviation depends on its context: «см» is «смотри» and «сантиметр».
    if (own.length === 0) return { lemmas: [fold(word)], known: [] };
    const known = this.#likely(own);
    return { lemmas: [...new Set(known.map(({ lemma }) => fold(lemma)))], known };
  }

  /** @returns every form of a lemma that the dictionary holds, folded; some may be equal */
  formsOf(lemma: Lemma): string[] {
    return this.#words.foldedFormsOf(lemma);
  }

  /**
   * @returns what stands behind the base of a lemma in each of its forms, folded, each once; nothing
   *   where something stands before the base
   */
  endsOf(lemma: Lemma): readonly string[] | undefined {
    return this.#words.foldedEndsOf(lemma);
  }

  /** @returns whether a lemma is the name of a place */
  isPlace(lemma: Lemma): boolean {
    return this.#words.isPlace(lemma);
  }

  #likely(readings: readonly Reading[]): readonly Lemma[] {
    const lemma = readings[0]?.lemma;
    if (readings.every((reading) => reading.lemma === lemma)) return readings;
    const counts = readings.map((reading) => this.#words.probability(reading));
    // Where the corpus has none of them, all are alike.
    const unknown = counts.every((count) => count === 0);
    const weights = readings.map((one, index) => {
      return { lemma: one.lemma, weight: unknown ? 1 : (counts[index] ?? 0) };
    });
    const likely = likelyLemmas(weights);
    return readings.filter((reading) => likely.has(reading.lemma));
  }

  /** A guess is often wrong about names, so that a word which is guessed goes by its stem as well. */
  #guess(word: string): string[] {
    const likely = likelyLemmas(this.#guesser.guess(word));
    return [...new Set([...[...likely].map(fold), STEM_KEY + fold(stem(word))])];
  }
}

/**
 * @param word in lower case, й and ё as written
 * @returns every form of the lemmas that it may be a form of, folded, each once, in order; none
 *   where the dictionary does not hold it
 */
export async function formsOfWord(word: string): Promise<string[]> {
  const dictionary = await Dictionary.load();
  const forms = dictionary.read(word).known.flatMap((lemma) => dictionary.formsOf(lemma));
  return [...new Set(forms)].sort();
}

/** A word may be several forms of one lemma: what speaks for them speaks for the lemma. */
function likelyLemmas(readings: readonly { lemma: string; weight: number }[]): Set<string> {
  const weights = new Map<string, number>();
  for (const { lemma, weight } of readings) addTo(weights, lemma, weight);
  const least = Math.max(0, ...weights.values()) * LIKELY;
  return new Set([...weights.keys()].filter((lemma) => (weights.get(lemma) ?? 0) >= least));
}
