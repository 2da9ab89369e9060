import { wordParts, words as wordsOf } from "../../language/index.ts";
import { placesOf } from "../../search/format/index.ts";
import { type IndexedPage, PLAIN_WEIGHT } from "../pagefind/read.ts";

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

/** Nearly every token, once it is in lower case. */
const PLAIN = /^[а-яё]+$/;
/** Stress marks, soft hyphens and the breaks that Pagefind puts into compounds. */
const INVISIBLE = /[\u0301\u00ad\u200b]/g;

/**
 * The words of pages as a query has them too: in lower case, й and ё as written, compounds by their
 * parts. A token is taken apart once, however often it stands.
 */
export class PageWords {
  readonly #words = new Map<string, LeafWord>();
  readonly #tokens = new Map<string, readonly LeafWord[]>();
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
      const own = this.#tokens.get(token) ?? this.#learn(token);
      const weight = weights[position] || PLAIN_WEIGHT;
      // As Pagefind does: who asks for a part of a compound means it less than the word itself.
      const share = Math.max(1, Math.floor(weight / own.length));
      for (const word of own) word.add(page, position, share);
    }
  }

  #learn(slice: string): readonly LeafWord[] {
    // A piece of a text would keep the whole text in memory.
    const token = Buffer.from(slice).toString();
    const own = wordsIn(token).map((word) => this.#entryOf(word));
    this.#tokens.set(token, own);
    return own;
  }

  #entryOf(word: string): LeafWord {
    const known = this.#words.get(word);
    if (known !== undefined) return known;
    const entry = new LeafWord(word);
    this.#words.set(word, entry);
    return entry;
  }
}

function wordsIn(token: string): string[] {
  const lower = token.toLowerCase();
  if (PLAIN.test(lower)) return [lower];
  return wordsOf(lower.normalize("NFC").replace(INVISIBLE, "")).flatMap(wordParts);
}
