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

/** A word of a leaf with the pages that hold it, in their order. */
export interface LeafWord {
  readonly word: string;
  readonly pages: WordInPage[];
}

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
    for (const [position, token] of placesOf(content).entries()) {
      const own = this.#tokens.get(token) ?? this.#learn(token);
      if (own.length === 0) continue;
      const weight = weights[position] || PLAIN_WEIGHT;
      // As Pagefind does: who asks for a part of a compound means it less than the word itself.
      const share = Math.max(1, Math.floor(weight / own.length));
      for (const { pages } of own) addPlace(pages, page, position, share);
    }
  }

  #learn(slice: string): readonly LeafWord[] {
    // A piece of a text would keep the whole text in memory.
    const token = Buffer.from(slice).toString();
    const text = token.toLowerCase().normalize("NFC").replace(INVISIBLE, "");
    const own = wordsOf(text)
      .flatMap(wordParts)
      .map((word) => this.#entryOf(word));
    this.#tokens.set(token, own);
    return own;
  }

  #entryOf(word: string): LeafWord {
    const known = this.#words.get(word);
    if (known !== undefined) return known;
    const entry = { word, pages: [] };
    this.#words.set(word, entry);
    return entry;
  }
}

function addPlace(pages: WordInPage[], page: number, position: number, weight: number): void {
  const last = pages[pages.length - 1];
  if (last === undefined || last.page !== page) {
    pages.push({ page, weight, positions: [position] });
    return;
  }
  last.weight += weight;
  if (last.positions[last.positions.length - 1] !== position) last.positions.push(position);
}
