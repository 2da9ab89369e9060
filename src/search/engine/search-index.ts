import { compare, fold, isStopWord, stem } from "../../language/index.ts";
import type { SynonymForms } from "../format/index.ts";
import { sumCounts } from "./facets.ts";
import type { Hit } from "./fuse.ts";
import type { KnownWords } from "./known-words.ts";
import { holds, type PlacedEntry } from "./lexicon.ts";
import { once } from "./once.ts";
import type { FilterCounts } from "./pagefind.ts";
import type { Segment } from "./segment.ts";

/** An entry of the lexicon with the segment that it is of. */
export interface IndexEntry extends PlacedEntry {
  readonly segment: Segment;
}

/** Segments that are searched as one, the newest first. */
export class SearchIndex {
  readonly segments: readonly Segment[];
  readonly #synonyms: readonly SynonymForms[];
  /** The words of the dictionary, also those outside the archive. */
  readonly dictionary: KnownWords;
  /** The text of its manifest, by which a new one is known. */
  readonly source: string;
  readonly #tagged = new WeakMap<readonly PlacedEntry[], readonly IndexEntry[]>();
  readonly #filters = new Map<"all", Promise<FilterCounts>>();

  constructor(
    segments: readonly Segment[],
    synonyms: readonly SynonymForms[],
    dictionary: KnownWords,
    source = "",
  ) {
    this.segments = segments;
    this.#synonyms = synonyms;
    this.dictionary = dictionary;
    this.source = source;
  }

  /** How many pages all segments have. */
  get pages(): number {
    return this.segments.reduce((sum, { pages }) => sum + pages, 0);
  }

  /** Each group once, though merged indexes may share some. */
  get synonyms(): SynonymForms[] {
    return [...new Map(this.#synonyms.map((group) => [JSON.stringify(group), group])).values()];
  }

  /**
   * The entries of a word: those with its form, in any segment, else those of its stem.
   *
   * @param word in lower case, й and ё as typed
   * @returns none where the archive does not hold the word in any form
   */
  async lookUp(word: string): Promise<IndexEntry[]> {
    const form = fold(word);
    const exact = (await this.near(form)).filter((entry) => holds(entry, form));
    const knowing = new Set(exact.map(({ segment }) => segment));
    if (knowing.size === this.segments.length) return exact;
    const root = fold(stem(word));
    const stems = (await this.near(root)).filter(
      ({ beginning, isStem }) => isStem && beginning === root,
    );
    if (exact.length === 0) return stems;
    // A word that no dictionary knows goes by its stem where a segment holds other forms of it only.
    const isUnknown = stems.some(({ segment }) => knowing.has(segment));
    return isUnknown ? [...exact, ...stems.filter(({ segment }) => !knowing.has(segment))] : exact;
  }

  /**
   * @param word as lookUp takes it
   * @param root what its forms begin with: those of short words have entries of their own
   * @returns the entries of the word, and those of its other forms that lie beside its root
   */
  async lookUpForms(word: string, root: string): Promise<IndexEntry[]> {
    const [own, near] = await Promise.all([this.lookUp(word), this.near(root)]);
    const places = new Set(own.map(placeOf));
    return [...new Set([...own, ...near.filter((entry) => places.has(placeOf(entry)))])];
  }

  /** @returns whether the archive holds a word, in any case and any form */
  async holds(word: string): Promise<boolean> {
    return (await this.lookUp(word.toLowerCase())).length > 0;
  }

  /** @returns whether the archive holds a word, or every text does */
  async knows(word: string): Promise<boolean> {
    return isStopWord(word) || this.holds(word);
  }

  /** @returns whether it is a word of the language, in any case and any form; most slips are none */
  isWord(word: string): Promise<boolean> {
    return this.dictionary(word.toLowerCase());
  }

  /** As Lexicon.near does. */
  async near(form: string): Promise<IndexEntry[]> {
    const found = this.segments.map(async (segment) => {
      return this.#tag(await segment.lexicon.near(form), segment);
    });
    return (await Promise.all(found)).flat();
  }

  /**
   * The archive's own abbreviations that begin like some words. Their shards are loaded for these words
   * anyway.
   *
   * @returns an abbreviation, a tab, and its name; each line once, of the newest segment first
   */
  async abbreviationsNear(words: readonly string[]): Promise<string[]> {
    const found = this.segments.flatMap(({ lexicon }) =>
      words.map((word) => lexicon.abbreviationsNear(fold(word))),
    );
    return [...new Set((await Promise.all(found)).flat())];
  }

  /** A lexicon hands out the same list of entries again and again, and so does this. */
  #tag(entries: readonly PlacedEntry[], segment: Segment): readonly IndexEntry[] {
    const known = this.#tagged.get(entries);
    if (known !== undefined) return known;
    const tagged = entries.map((entry) => ({ ...entry, segment }));
    this.#tagged.set(entries, tagged);
    return tagged;
  }

  /** As Lexicon.endingLike does; each stem once, in the order of one lexicon. */
  async endingLike(root: string): Promise<{ root: string; word: string }[]> {
    const found = this.segments.map(({ lexicon }) => lexicon.endingLike(root));
    const all = (await Promise.all(found)).flat();
    const unique = new Map(all.map((one) => [backwards(one.root), one]));
    return [...unique].sort(([a], [b]) => compare(a, b)).map(([, one]) => one);
  }

  /** As Lexicon.soundingLike does; each word once, sorted. */
  async soundingLike(key: string): Promise<{ root: string; word: string }[]> {
    const found = this.segments.map(({ lexicon }) => lexicon.soundingLike(key));
    const unique = new Map((await Promise.all(found)).flat().map((one) => [one.word, one]));
    return [...unique].sort(([a], [b]) => compare(a, b)).map(([, one]) => one);
  }

  /** As Lexicon.suggestions does, the commonest words first. */
  async suggestions(start: string): Promise<string[]> {
    const found = this.segments.map(({ lexicon }) => lexicon.suggestions(start));
    const pages = new Map<string, number>();
    for (const [word, own] of (await Promise.all(found)).flat()) {
      pages.set(word, (pages.get(word) ?? 0) + own);
    }
    return [...pages].sort(([a, m], [b, n]) => n - m || compare(a, b)).map(([word]) => word);
  }

  /** All pages, in the order of their places. */
  async all(): Promise<Hit[]> {
    const found = this.segments.map(async (segment) => {
      const slots = await segment.facets.all();
      return [...slots].map((slot): Hit => ({ segment, slot, score: 0 }));
    });
    return (await Promise.all(found)).flat();
  }

  /** @returns every value of every filter with the number of pages that have it */
  filters(): Promise<FilterCounts> {
    return once(this.#filters, "all", async () => {
      return sumCounts(await Promise.all(this.segments.map(({ facets }) => facets.filters())));
    });
  }

  /** @returns the same for some pages; nothing before `filters` was first called, as in Pagefind */
  async counts(hits: readonly Hit[]): Promise<FilterCounts> {
    if (this.#filters.size === 0) return {};
    const slots = new Map<Segment, number[]>(this.segments.map((segment) => [segment, []]));
    for (const { segment, slot } of hits) slots.get(segment)?.push(slot);
    return sumCounts(await Promise.all([...slots].map(([{ facets }, own]) => facets.counts(own))));
  }
}

/** @returns where the postings of an entry are; entries of one lemma have one place */
export function placeOf({ segment, chunk, locator }: IndexEntry): string {
  return `${segment.id} ${chunk.postings} ${locator.offset}`;
}

/** In how many pages any of the entries stands, at least: segments have no page in common. */
export function pagesOf(entries: readonly IndexEntry[]): number {
  const most = new Map<Segment, number>();
  for (const { segment, locator } of entries) {
    most.set(segment, Math.max(most.get(segment) ?? 0, locator.count));
  }
  return [...most.values()].reduce((sum, pages) => sum + pages, 0);
}

/** The pages of some entries as a binary logarithm, as roughly as one lexicon has it. */
export function commonness(entries: readonly IndexEntry[]): number {
  return Math.round(Math.log2(pagesOf(entries)));
}

function backwards(word: string): string {
  return [...word].reverse().join("");
}
