import type { Article } from "../content/index.ts";
import { fold } from "../language/index.ts";
import { entryOf } from "../language/maps.ts";
import { Dictionary } from "./lexicon/dictionary.ts";
import { openingWords, toSubjectWord } from "./subject-words.ts";

/** Folded lemmas of dates and numbers, which are no subject. */
const DATES_AND_NUMBERS = new Set(
  `январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь понедельник вторник
среда четверг пятница суббота воскресенье год месяц неделя день час один два три четыре пять шесть
семь восемь девять десять сто тысяча миллион миллиард триллион первый второй третий`
    .split(/\s+/)
    .map(fold),
);

/** The numbers of the lemmas that a word form may belong to; each form has its own list. */
type Form = readonly number[];

/** A word that does not count. */
const NOTHING: Form = [];

/**
 * What articles are about, in lemmas.
 *
 * @returns for each article the numbers of the lemmas that stand in its title, its summary and at the
 *   beginning of its text, each as often as it counts; lemmas are numbered from 0 as they come
 */
export async function subjectLemmas(articles: readonly Article[]): Promise<number[][]> {
  const reader = new FormReader(await Dictionary.load());
  const texts = articles.map((article) => reader.read(article));
  // Only when all are read is it known how common each lemma is.
  return texts.map((forms) => forms.map((form) => reader.lemmaOf(form)));
}

/** Finds the lemmas of word forms. */
class FormReader {
  readonly #dictionary: Dictionary;
  readonly #forms = new Map<string, Form>();
  readonly #numbers = new Map<string, number>();
  /** For each lemma, in how many articles its forms stand, added up. */
  readonly #holders: number[] = [];

  constructor(dictionary: Dictionary) {
    this.#dictionary = dictionary;
  }

  /** @returns the forms of an article that say what it is about, each as often as it counts */
  read(article: Article): Form[] {
    const words = openingWords(article).map((word) => {
      return entryOf(this.#forms, word, () => this.#read(word));
    });
    const forms = words.filter((form) => form !== NOTHING);
    for (const form of new Set(forms)) {
      for (const lemma of form) this.#holders[lemma] = (this.#holders[lemma] ?? 0) + 1;
    }
    return forms;
  }

  /**
   * Of several lemmas of a form the one whose forms stand in most articles is meant, of equals the first. So
   * every word counts once, and forms of unknown names come together under the best guess.
   */
  lemmaOf(form: Form): number {
    return form.reduce((best, lemma) => {
      const more = (this.#holders[lemma] ?? 0) - (this.#holders[best] ?? 0);
      return more > 0 || (more === 0 && lemma < best) ? lemma : best;
    });
  }

  #read(word: string): Form {
    const subject = toSubjectWord(word);
    if (subject === undefined) return NOTHING;
    const { lemmas } = this.#dictionary.read(subject);
    if (lemmas.some((lemma) => DATES_AND_NUMBERS.has(lemma))) return NOTHING;
    return lemmas.map((lemma) => entryOf(this.#numbers, lemma, () => this.#numbers.size));
  }
}
