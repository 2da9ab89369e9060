import { OpenCorpora } from "../../src/index/index.ts";
import { randomNumbers } from "../random.ts";
import type { Doc } from "./data.ts";
import { slip, stemOf, wordsOf } from "./variants.ts";

/** Another one draws other words. */
export const SEED = 20_261_129;
const RUSSIAN = /^[а-яё]{3,}$/;
/** As many letters as a word has that «typo» of eval:search slips in. */
const SHORTEST_SLIPPED = 5;

/** The words of a collection. */
export interface Held {
  /** Each once, in the order in which they first stand there. */
  readonly words: readonly string[];
  /** From the stem of each to the ids of the pages that hold it. */
  readonly pages: ReadonlyMap<string, ReadonlySet<string>>;
}

export function heldIn(docs: readonly Doc[]): Held {
  const all = new Set<string>();
  const pages = new Map<string, Set<string>>();
  for (const { id, title = "", text } of docs) {
    for (const word of wordsOf(`${title} ${text}`)) {
      all.add(word);
      pages.set(stemOf(word), (pages.get(stemOf(word)) ?? new Set()).add(id));
    }
  }
  return { words: [...all], pages };
}

/** What a dictionary says of words, for what no search should find and for what two words have in common. */
export class Vocabulary {
  readonly #words: OpenCorpora;

  private constructor(words: OpenCorpora) {
    this.#words = words;
  }

  static async load(): Promise<Vocabulary> {
    return new Vocabulary(await OpenCorpora.load());
  }

  /**
   * Lemmas and, as many, other forms; only of words that OpenCorpora's own texts hold, for most words
   * of a dictionary are in nobody's query.
   *
   * @returns so many words of which the collection holds no form and no stem of a form
   */
  absentFrom({ pages }: Held, count: number, seed: number): string[] {
    const random = randomNumbers(seed);
    const lemmas = this.#ordinaryLemmas();
    const found = new Set<string>();
    for (let tries = 0; found.size < count && tries < 100 * count; tries++) {
      const lemma = pick(lemmas, random);
      const forms = this.#words.read(lemma).flatMap((reading) => this.#words.formsOf(reading));
      const isAbsent = forms.every((form) => !pages.has(stemOf(form)));
      if (isAbsent) found.add(random() < 0.5 ? lemma : pick(forms, random));
    }
    return [...found];
  }

  #ordinaryLemmas(): string[] {
    const lemmas = new Set<string>();
    for (const lemma of this.#words.lemmas()) {
      const reading = { ...lemma, word: lemma.lemma, form: 0 };
      const isUsed = RUSSIAN.test(lemma.lemma) && this.#words.probability(reading) > 0;
      if (isUsed) lemmas.add(lemma.lemma);
    }
    return [...lemmas].sort();
  }

  /** @returns whether two words have a stem or a lemma in common */
  areAkin(one: string, other: string): boolean {
    if (stemOf(one) === stemOf(other)) return true;
    const lemmas = this.#words.read(one).map(({ lemma }) => lemma);
    return this.#words.read(other).some(({ lemma }) => lemmas.includes(lemma));
  }
}

/** A slip, and the word that it was made in. */
export interface Slip {
  readonly word: string;
  readonly typed: string;
}

/** @returns so many slips in words of a collection, none of which it holds itself */
export function slipsIn({ words, pages }: Held, count: number, seed: number): Slip[] {
  const random = randomNumbers(seed);
  const long = words.filter((word) => RUSSIAN.test(word) && word.length >= SHORTEST_SLIPPED);
  const slips: Slip[] = [];
  for (let tries = 0; slips.length < count && tries < 100 * count; tries++) {
    const word = pick(long, random);
    const typed = slip(word, random);
    if (!pages.has(stemOf(typed))) slips.push({ word, typed });
  }
  return slips;
}

function pick(words: readonly string[], random: () => number): string {
  return words[Math.floor(random() * words.length)] ?? "";
}
