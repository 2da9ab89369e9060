import { wordParts, words as wordsOf } from "../../language/index.ts";
import { placesOf } from "../../search/format/index.ts";
import { type IndexedPage, PLAIN_WEIGHT } from "../pagefind/read.ts";

/** Where a word stands in one page. */
export interface WordInPage {
  /** The number of the page in its leaf. */
  readonly page: number;
  /** Of all its places, in units of which plain text has PLAIN_WEIGHT. */
  weight: number;
  /** Rising, each once. */
  readonly positions: number[];
}

/** Stress marks, soft hyphens and the breaks that Pagefind puts into compounds. */
const INVISIBLE = /[\u0301\u00ad\u200b]/g;

/**
 * The words of pages as a query has them too: in lower case, й and ё as written, compounds by their
 * parts. A token is taken apart once, however often it stands.
 */
export class PageWords {
  /** By word, in the order of pages. */
  readonly postings = new Map<string, WordInPage[]>();
  readonly #tokens = new Map<string, readonly string[]>();
  #pages = 0;

  /** Adds the words of the next page. */
  add({ page: { content }, weights }: IndexedPage): void {
    const page = this.#pages++;
    for (const [position, token] of placesOf(content).entries()) {
      const own = this.#tokens.get(token) ?? this.#learn(token);
      const weight = weights[position] || PLAIN_WEIGHT;
      // As Pagefind does: who asks for a part of a compound means it less than the word itself.
      const share = Math.max(1, Math.floor(weight / own.length));
      for (const word of own) this.#addPlace(word, page, position, share);
    }
  }

  #addPlace(word: string, page: number, position: number, weight: number): void {
    const list = this.postings.get(word);
    const last = list?.at(-1);
    if (last?.page !== page) {
      const first = { page, weight, positions: [position] };
      if (list === undefined) this.postings.set(word, [first]);
      else list.push(first);
      return;
    }
    last.weight += weight;
    if (last.positions.at(-1) !== position) last.positions.push(position);
  }

  #learn(slice: string): readonly string[] {
    // A piece of a text would keep the whole text in memory.
    const token = [...slice].join("");
    const text = token.toLowerCase().normalize("NFC").replace(INVISIBLE, "");
    const own = wordsOf(text).flatMap(wordParts);
    this.#tokens.set(token, own);
    return own;
  }
}
