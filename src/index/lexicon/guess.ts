import { join } from "node:path";
import { type Dawg, loadDawg, lookUp } from "./dawg.ts";
import { dictionaryFolder, type OpenCorpora, type Reading } from "./opencorpora.ts";
import { FORM_PREFIXES } from "./paradigms.ts";

/**
 * Guesses at words that the dictionary does not hold, as pymorphy2 and Az.js do: by known prefixes,
 * else by any beginning and by the ends of known words.
 *
 * @see https://pymorphy2.readthedocs.io/en/stable/internals/prediction.html
 */

/** A lemma that a word may be a form of, and what speaks for it. */
export interface Guess {
  readonly lemma: string;
  /** Beside the other guesses at the same word. */
  readonly weight: number;
}

/** Put before any word; from pymorphy2. */
const KNOWN_PREFIXES = `авиа авто аква анти антропо архи арт астро аудио аэро без бес био вело
взаимо вне внутри видео вперед впереди гекто гелио гео гетеро гига гигро гипер гипо гомо дву двух
де дез дека деци дис до евро за зоо интер инфра квази кило кино контр космо крипто лже макро макси
мало меж медиа мега мета метео метро микро милли мини моно мото много мульти нано нарко не небез
недо нейро нео низко обще одно около орто палео пан пара пента пере пиро поли полу после пост
порно пра пред противо прото псевдо радио разно ре ретро само санти сверх спец суб супер супра
теле тетра транс ультра экзо эко экс экстра электро энерго этно`.split(/\s+/);

const SHORTEST_REST = 3;
const KNOWN_PREFIX_WEIGHT = 0.7;
const UNKNOWN_PREFIX_WEIGHT = 0.3;
const LONGEST_UNKNOWN_PREFIX = 5;
/** By the length of the end that a word shares with known ones. */
const ENDING_WEIGHTS = [0, 0.2, 0.3, 0.4, 0.5, 0.6];
const LONGEST_ENDING = 5;
const SHORTEST_WORD = 4;

export class Guesser {
  readonly #words: OpenCorpora;
  /** The ends of known words, for each prefix that a form may have. */
  readonly #endings: readonly Dawg[];

  private constructor(words: OpenCorpora, endings: readonly Dawg[]) {
    this.#words = words;
    this.#endings = endings;
  }

  static async load(words: OpenCorpora): Promise<Guesser> {
    const files = FORM_PREFIXES.map((_, index) => `prediction-suffixes-${index}.dawg`);
    const load = (file: string): Promise<Dawg> => loadDawg(join(dictionaryFolder(), file), "probs");
    return new Guesser(words, await Promise.all(files.map(load)));
  }

  /** @param word in lower case, of Russian letters only */
  guess(word: string): Guess[] {
    const prefixes = KNOWN_PREFIXES.filter((prefix) => word.startsWith(prefix));
    const known = prefixes.flatMap((prefix) => this.#behind(word, prefix, KNOWN_PREFIX_WEIGHT));
    if (known.length > 0) return known;
    return [...this.#byBeginning(word), ...this.#byEnding(word)];
  }

  #byBeginning(word: string): Guess[] {
    const lengths = Array.from({ length: LONGEST_UNKNOWN_PREFIX }, (_, index) => index + 1);
    return lengths.flatMap((length) =>
      this.#behind(word, word.slice(0, length), UNKNOWN_PREFIX_WEIGHT),
    );
  }

  /** Readings of what follows a prefix. */
  #behind(word: string, prefix: string, weight: number): Guess[] {
    const rest = word.slice(prefix.length);
    if (rest.length < SHORTEST_REST) return [];
    const readings = this.#words.read(rest).filter((one) => this.#words.isProductive(one));
    return readings.map(({ lemma }) => ({ lemma: prefix + lemma, weight }));
  }

  #byEnding(word: string): Guess[] {
    if (word.length < SHORTEST_WORD) return [];
    return FORM_PREFIXES.flatMap((prefix, index) => {
      const endings = this.#endings[index];
      if (endings === undefined || !word.startsWith(prefix)) return [];
      return this.#byLongestEnding(word, prefix.length, endings);
    });
  }

  /** The longest end that known words have, and the one that is shorter by a letter. */
  #byLongestEnding(word: string, prefixLength: number, endings: Dawg): Guess[] {
    const guesses: Guess[] = [];
    const longest = Math.min(LONGEST_ENDING, word.length - prefixLength - 1);
    let shortest = 1;
    for (let length = longest; length >= shortest; length--) {
      const found = this.#counted(word, length, endings);
      if (found.length === 0) continue;
      const most = Math.max(1, ...found.map(({ count }) => count));
      const share = (ENDING_WEIGHTS[length] ?? 0) / most;
      guesses.push(...found.map(({ lemma, count }) => ({ lemma, weight: count * share })));
      shortest = Math.max(length - 1, shortest);
    }
    return guesses;
  }

  #counted(word: string, length: number, endings: Dawg): (Reading & { count: number })[] {
    const left = word.slice(0, -length);
    const found = lookUp(endings, word.slice(-length)).flatMap(({ text, values }) =>
      values.map(([count = 0, paradigm = 0, form = 0]) => {
        return { ...this.#words.readAs(left + text, paradigm, form), count };
      }),
    );
    return found.filter((reading) => this.#words.isProductive(reading));
  }
}
