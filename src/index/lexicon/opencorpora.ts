import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fold } from "../../language/index.ts";
import { entryOf } from "../../language/maps.ts";
import { allSpellings, type Dawg, loadDawg, lookUp } from "./dawg.ts";
import { type FormPattern, type Place, partParadigms, readParadigms } from "./paradigms.ts";

/**
 * The OpenCorpora dictionary in pymorphy2's format, read straight from the files that Az.js ships.
 * Az.js reads the same files, but makes an object with all grammemes for every reading, which takes
 * ten times as long; the words of a large archive are hundreds of thousands.
 *
 * @see https://pymorphy2.readthedocs.io/en/stable/internals/dict.html
 */

/** A lemma, and how its forms are made. */
export interface Lemma {
  /** The dictionary's own spelling, with й and ё. */
  readonly lemma: string;
  /** The common part of all forms; the paradigm has the rest. */
  readonly base: string;
  /** The number of the paradigm. */
  readonly paradigm: number;
}

/** One way to read a word. */
export interface Reading extends Lemma {
  /** As the dictionary spells the word. */
  readonly word: string;
  /** The number of the form in the paradigm; 0 is the lemma. */
  readonly form: number;
}

/** The ends of a paradigm's forms, folded, each once. */
interface FoldedEnds {
  readonly pairs: readonly (readonly [prefix: string, suffix: string])[];
  /** What stands behind a base; nothing where a form has a prefix. */
  readonly ends: readonly string[] | undefined;
}

/** Where Az.js keeps its files. */
export function dictionaryFolder(): string {
  return join(dirname(createRequire(import.meta.url).resolve("az/package.json")), "dicts");
}

/** Parts of speech to which no new words are added. */
const CLOSED = /NUMR|NPRO|PRED|PREP|CONJ|PRCL|INTJ|Apro|NUMB|ROMN|LATN|PNCT|UNKN/;

const ABBREVIATION = /\bAbbr\b/;
const PLACE = /\bGeox\b/;

export class OpenCorpora {
  readonly #words: Dawg;
  readonly #probabilities: Dawg;
  readonly #paradigms: readonly (readonly FormPattern[])[];
  /** Of each paradigm of the dictionary's own, where its forms stand that are another word's. */
  readonly #parted: ReadonlyMap<number, readonly Place[]>;
  /** By paradigm, made when first asked for. */
  readonly #folded = new Map<number, FoldedEnds>();

  private constructor(words: Dawg, probabilities: Dawg, folder: string) {
    this.#words = words;
    this.#probabilities = probabilities;
    const { paradigms, parted } = partParadigms(readParadigms(folder));
    this.#paradigms = paradigms;
    this.#parted = parted;
  }

  static async load(): Promise<OpenCorpora> {
    const folder = dictionaryFolder();
    const words = await loadDawg(join(folder, "words.dawg"), "words");
    const probabilities = await loadDawg(join(folder, "p_t_given_w.intdawg"), "int");
    return new OpenCorpora(words, probabilities, folder);
  }

  /**
   * @param word in lower case, of Russian letters only; е may stand for ё
   * @returns none where the dictionary does not hold the word
   */
  read(word: string): Reading[] {
    return lookUp(this.#words, word).flatMap(({ text, values }) =>
      values.map(([paradigm = 0, form = 0]) => this.readAs(text, paradigm, form)),
    );
  }

  /** Reads a word, which the dictionary need not hold, as a form of one of its own paradigms. */
  readAs(word: string, number: number, place: number): Reading {
    const parted = this.#parted.get(number)?.[place];
    const { paradigm, form } = parted ?? { paradigm: number, form: place };
    const patterns = this.#paradigms[paradigm] ?? [];
    const own = patterns[form];
    const first = patterns[0];
    const end = word.length - (own?.suffix.length ?? 0);
    const base = word.slice(own?.prefix.length ?? 0, end);
    return { word, form, lemma: `${first?.prefix}${base}${first?.suffix}`, base, paradigm };
  }

  /** @returns in how many of a million cases the word stands for this reading; 0 if not known */
  probability({ word, paradigm, form }: Reading): number {
    const tag = this.#paradigms[paradigm]?.[form]?.tag ?? "";
    return Math.max(0, this.#probabilities.find(`${word}:${tag}`));
  }

  /** Whether it is written for another word, which no grammar makes of it: «мин» for «минута». */
  isAbbreviation({ paradigm, form }: Reading): boolean {
    const [lemma, own] = [0, form].map((at) => this.#paradigms[paradigm]?.[at]?.tag ?? "");
    return ABBREVIATION.test(own ?? "") && !ABBREVIATION.test(lemma ?? "");
  }

  /** Whether it is the name of a place. */
  isPlace({ paradigm }: Lemma): boolean {
    return PLACE.test(this.#paradigms[paradigm]?.[0]?.tag ?? "");
  }

  /** Whether new words are made on this pattern. */
  isProductive({ paradigm, form }: Reading): boolean {
    return !CLOSED.test(this.#paradigms[paradigm]?.[form]?.tag ?? "");
  }

  /** @returns every form of a lemma, the lemma first; some may be equal */
  formsOf({ base, paradigm }: Lemma): string[] {
    const patterns = this.#paradigms[paradigm] ?? [];
    return patterns.map(({ prefix, suffix }) => prefix + base + suffix);
  }

  /** @returns formsOf but abbreviations, folded and each once; quicker than folding each of them */
  foldedFormsOf({ base, paradigm }: Lemma): string[] {
    const folded = fold(base);
    return this.#fold(paradigm).pairs.map(([prefix, suffix]) => prefix + folded + suffix);
  }

  /** @returns what stands behind the base in each form, each once; nothing of forms with prefixes */
  foldedEndsOf({ paradigm }: Lemma): readonly string[] | undefined {
    return this.#fold(paradigm).ends;
  }

  #fold(paradigm: number): FoldedEnds {
    return entryOf(this.#folded, paradigm, () => foldedEnds(this.#paradigms[paradigm] ?? []));
  }

  /** Every form of every word of the dictionary, as it spells them. */
  *words(): Generator<string> {
    for (const { text } of allSpellings(this.#words)) yield text;
  }

  /** Every lemma of the dictionary, some of them more than once. */
  *lemmas(): Generator<Lemma> {
    for (const { text, values } of allSpellings(this.#words)) {
      for (const [paradigm = 0, form = 0] of values) {
        const reading = this.readAs(text, paradigm, form);
        if (reading.form === 0) yield reading;
      }
    }
  }
}

function foldedEnds(patterns: readonly FormPattern[]): FoldedEnds {
  const isOwn = ({ tag }: FormPattern): boolean => !ABBREVIATION.test(tag);
  const full = patterns.slice(0, 1).some(isOwn) ? patterns.filter(isOwn) : patterns;
  const all = full.map(({ prefix, suffix }) => [fold(prefix), fold(suffix)] as const);
  const pairs = [...new Map(all.map((pair) => [pair.join("\t"), pair])).values()];
  const isPlain = pairs.every(([prefix]) => prefix === "");
  return { pairs, ends: isPlain ? pairs.map(([, suffix]) => suffix) : undefined };
}
