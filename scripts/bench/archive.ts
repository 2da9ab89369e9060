import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { randomNumbers } from "../random.ts";
import { drawVocabulary, type Forms } from "./vocabulary.ts";

/** An archive that is made up of real words, to measure by. */
export interface MadeArchive {
  readonly content: string;
  readonly data: string;
}

const SEED = 20_261_124;
const LEMMAS = 60_000;
/** How much the first forms of a paradigm are preferred; 1 is not at all. */
const FORM_SKEW = 6;
const YEARS = 12;
const FIRST_YEAR = 2014;
const TOPICS = 40;
/** Words of an article, from and to. */
const LENGTH = [150, 400] as const;
const TITLE_LENGTH = [5, 10] as const;
const SENTENCE_LENGTH = [6, 16] as const;
const PARAGRAPH_LENGTH = [3, 6] as const;

/**
 * Writes an archive: words by Zipf's law, in random forms; articles of 150–400 words, spread
 * evenly over twelve years. The same number of articles always gives the same texts.
 *
 * @param articles how many
 * @param folder where content/ and data/ go
 * @param progress is told how many are written
 */
export async function makeArchive(
  articles: number,
  folder: string,
  progress: (written: number) => void,
): Promise<MadeArchive> {
  const content = join(folder, "content");
  const data = join(folder, "data");
  const vocabulary = await drawVocabulary(LEMMAS, SEED);
  const author = new Author(vocabulary);
  for (let number = 0; number < articles; number++) {
    const { path, text } = author.article(number, articles);
    await mkdir(join(content, path, ".."), { recursive: true });
    await writeFile(join(content, path), text);
    progress(number + 1);
  }
  await mkdir(data, { recursive: true });
  await writeFile(join(data, "site.yaml"), SITE);
  return { content, data };
}

const SITE = `name: Архив для измерений
description: Случайные слова
address: https://archive.example
language: ru
timeZone: Europe/Moscow
`;

/** Writes articles, each from its own number alone. */
class Author {
  readonly #vocabulary: readonly Forms[];
  /** The summed probability of the words up to each. */
  readonly #ranks: Float64Array;
  #random: () => number = Math.random;

  constructor(vocabulary: readonly Forms[]) {
    this.#vocabulary = vocabulary;
    this.#ranks = zipf(vocabulary.length);
  }

  article(number: number, articles: number): { path: string; text: string } {
    this.#random = randomNumbers(SEED + number);
    const date = dateOf(number / articles);
    const [year, month] = date.split("-");
    const slug = `statia-${String(number).padStart(6, "0")}`;
    const topics = [this.#topic(), this.#topic()].join(", ");
    const fields = [
      `title: ${this.#sentence(TITLE_LENGTH)}`,
      `date: ${date}`,
      `topics: [${topics}]`,
    ];
    const body = this.#paragraphs(this.#between(LENGTH)).join("\n\n");
    return {
      path: join(year ?? "", month ?? "", `${slug}.md`),
      text: `---\n${fields.join("\n")}\n---\n\n${body}\n`,
    };
  }

  #between([from, to]: readonly [number, number]): number {
    return from + Math.floor(this.#random() * (to - from + 1));
  }

  #topic(): string {
    return `Тема ${this.#between([1, TOPICS])}`;
  }

  #paragraphs(length: number): string[] {
    const paragraphs: string[] = [];
    for (let left = length; left > 0; ) {
      const sentences = Array.from({ length: this.#between(PARAGRAPH_LENGTH) }, () =>
        this.#sentence(SENTENCE_LENGTH),
      );
      const text = `${sentences.join(". ")}.`;
      paragraphs.push(text);
      left -= text.split(" ").length;
    }
    return paragraphs;
  }

  #sentence(length: readonly [number, number]): string {
    const words = Array.from({ length: this.#between(length) }, () => this.#word()).join(" ");
    return words.charAt(0).toUpperCase() + words.slice(1);
  }

  #word(): string {
    const forms = this.#vocabulary[indexAbove(this.#ranks, this.#random())] ?? [];
    // A paradigm begins with its common forms and ends, for verbs, with a hundred of participles.
    return forms[Math.floor(this.#random() ** FORM_SKEW * forms.length)] ?? "";
  }
}

/** Zipf's law with Mandelbrot's shift: the probability of rank r is in proportion to 1/(r + 2.7). */
function zipf(size: number): Float64Array {
  const sums = new Float64Array(size);
  let sum = 0;
  for (let rank = 1; rank <= size; rank++) {
    sum += 1 / (rank + 2.7);
    sums[rank - 1] = sum;
  }
  return sums.map((part) => part / sum);
}

/** @returns the index of the first of the sorted numbers that is greater */
function indexAbove(sorted: Float64Array, number: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) > number) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** @param part of all years, from 0 to 1 */
function dateOf(part: number): string {
  const start = Date.UTC(FIRST_YEAR, 0, 1);
  const end = Date.UTC(FIRST_YEAR + YEARS, 0, 1);
  return new Date(start + part * (end - start)).toISOString().slice(0, 10);
}
