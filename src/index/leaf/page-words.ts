import { foundWords, searchedWords } from "../../language/index.ts";
import { entryOf } from "../../language/maps.ts";
import { placesOf } from "../../search/format/index.ts";
import { type IndexedPage, PLAIN_WEIGHT } from "../pagefind/read-index.ts";

/** A word of a leaf, and where it stands. */
export class LeafWord {
  readonly word: string;
  /** How many pages hold it. */
  count = 0;
  /**
   * Of each of them in turn: its number in the leaf, the weight of all its places (in units of which
   * plain text has PLAIN_WEIGHT), how many there are, and these, rising. One list, for a thing for each
   * page would keep the processor busy with tidying up.
   */
  readonly pages: number[] = [];
  /** Where the last page begins in the list. */
  #last = -1;

  constructor(word: string) {
    this.word = word;
  }

  /**
   * Adds a place; they come in the order of pages, then of positions.
   *
   * @param page the number of a page in the leaf
   */
  add(page: number, position: number, weight: number): void {
    const { pages } = this;
    const last = this.#last;
    if (last < 0 || pages[last] !== page) {
      this.#last = pages.length;
      this.count++;
      pages.push(page, weight, 1, position);
      return;
    }
    pages[last + 1] = (pages[last + 1] ?? 0) + weight;
    if (pages[pages.length - 1] === position) return;
    pages[last + 2] = (pages[last + 2] ?? 0) + 1;
    pages.push(position);
  }
}

/** What spaces divide. */
interface Token {
  /** All by which it is found. */
  readonly words: readonly LeafWord[];
  /** How many words a compound has; 1 of another word, and of «С-300». */
  readonly parts: number;
}

/**
 * The words of pages as a query has them too. A token is taken apart once, however often it stands.
 */
export class PageWords {
  readonly #words = new Map<string, LeafWord>();
  readonly #tokens = new Map<string, Token>();
  #pages = 0;

  /** In no order. */
  get words(): Iterable<LeafWord> {
    return this.#words.values();
  }

  /** Adds the words of the next page. */
  add({ page: { content }, weights }: IndexedPage): void {
    const page = this.#pages++;
    const tokens = placesOf(content);
    for (let position = 0; position < tokens.length; position++) {
      const token = tokens[position] ?? "";
      const { words, parts } = this.#tokens.get(token) ?? this.#learn(token);
      const weight = weights[position] || PLAIN_WEIGHT;
      // As Pagefind does: who asks for a part of a compound means it less than the word itself.
      const share = Math.max(1, Math.floor(weight / parts));
      for (const word of words) word.add(page, position, share);
    }
  }

  #learn(slice: string): Token {
    // A piece of a text would keep the whole text in memory.
    const text = Buffer.from(slice).toString();
    const words = foundWords(text).map((word) =>
      entryOf(this.#words, word, () => new LeafWord(word)),
    );
    const parts = searchedWords(text).filter((part) => !/^\p{N}+$/u.test(part)).length;
    const token = { words, parts: Math.max(1, parts) };
    this.#tokens.set(text, token);
    return token;
  }
}
