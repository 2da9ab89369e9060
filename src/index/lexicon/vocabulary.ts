import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { wordParts, words as wordsOf } from "../../language/index.ts";

/** What Pagefind writes before the JSON of every compressed file. */
const SIGNATURE = "pagefind_dcd";

interface Fragment {
  readonly content: string;
  readonly word_count: number;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly meta: Readonly<Record<string, string>>;
}

/** A page as Pagefind indexed it. */
export interface IndexedPage {
  /** Pagefind's id of the page, such as ru_2f8b674. */
  readonly id: string;
  /** Its different words, as indexes into the vocabulary. */
  readonly words: readonly number[];
  /** The values of its filters, by their names. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** Its meta fields; `published` is the calendar day of its publication in ISO 8601. */
  readonly meta: Readonly<Record<string, string>>;
}

/** Every word of an archive and where it stands. */
export interface Vocabulary {
  /** The different words, in lower case. */
  readonly words: readonly string[];
  readonly pages: readonly IndexedPage[];
  /** How many words a page has on average, as Pagefind counts them. */
  readonly averageLength: number;
}

/**
 * Reads back what Pagefind indexed, so that the lexicon fits any index, whoever made it.
 *
 * @param folder the bundle of an index
 * @param language as the bundle calls it; the names of its fragments begin with it
 * @throws Error where a file is not Pagefind's
 */
export function readVocabulary(folder: string, language: string): Vocabulary {
  const fragments = join(folder, "fragment");
  const isOwn = (name: string): boolean => name.startsWith(`${language}_`);
  const names = readdirSync(fragments).filter(isOwn).sort();
  const reader = new PageReader();
  let length = 0;
  const pages = names.flatMap((name) => {
    const file = readFileSync(join(fragments, name));
    return parseFragments(name, file).map(([id, { content, word_count, filters, meta }]) => {
      length += word_count;
      return { id, words: reader.read(content), filters, meta };
    });
  });
  return { words: reader.words, pages, averageLength: length / Math.max(1, pages.length) };
}

/** @returns in how many pages each word of the vocabulary stands */
export function countPages({ words, pages }: Vocabulary): Uint32Array {
  const counts = new Uint32Array(words.length);
  for (const page of pages) {
    for (const word of page.words) counts[word] = (counts[word] ?? 0) + 1;
  }
  return counts;
}

/** A file holds one fragment and has its id as name, or several by their ids. */
function parseFragments(name: string, file: Buffer): [id: string, fragment: Fragment][] {
  const text = gunzipSync(file).toString("utf8");
  if (!text.startsWith(SIGNATURE)) throw new Error(`${name} is not a Pagefind fragment`);
  const value = JSON.parse(text.slice(SIGNATURE.length)) as Fragment | Record<string, Fragment>;
  return "content" in value && typeof value.content === "string"
    ? [[name.replace(/\..*$/, ""), value as Fragment]]
    : Object.entries(value as Record<string, Fragment>);
}

/** Stress marks, soft hyphens and the breaks that Pagefind puts into compounds. */
const INVISIBLE = /[\u0301\u00ad\u200b]/g;

/** Numbers the words of texts as they come. A word is taken apart once, however often it stands. */
class PageReader {
  readonly words: string[] = [];
  readonly #numbers = new Map<string, number>();
  /** From each token, such as «северо-западный», to the words that it counts as. */
  readonly #tokens = new Map<string, readonly number[]>();
  #pages = 0;
  /** The last page in which each word stood: a set for every page would cost most of the time. */
  readonly #lastPage: number[] = [];

  /** @returns the different words of a text, by their numbers */
  read(content: string): number[] {
    const text = content.toLowerCase().normalize("NFC").replace(INVISIBLE, "");
    const page = ++this.#pages;
    const own: number[] = [];
    for (const token of wordsOf(text)) {
      for (const number of this.#tokens.get(token) ?? this.#learn(token)) {
        if (this.#lastPage[number] === page) continue;
        this.#lastPage[number] = page;
        own.push(number);
      }
    }
    return own;
  }

  #learn(slice: string): readonly number[] {
    // A piece of a text would keep the whole text in memory.
    const token = [...slice].join("");
    const numbers = wordParts(token).map((word) => this.#number(word));
    this.#tokens.set(token, numbers);
    return numbers;
  }

  #number(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    this.#numbers.set(word, this.words.length);
    this.#lastPage.push(0);
    return this.words.push(word) - 1;
  }
}
