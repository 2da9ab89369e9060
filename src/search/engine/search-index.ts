import {
  compare,
  fold,
  isStopWord,
  type LexiconEntry,
  type SynonymForms,
  stem,
} from "../../language/index.ts";
import type { Hit } from "./fuse.ts";
import { holds, type Lexicon } from "./lexicon.ts";
import type { FilterCounts, RawResult } from "./pagefind.ts";
import type { Volume } from "./volume.ts";

/** An entry with the lexicon that it is of. */
export interface ShelfEntry extends LexiconEntry {
  readonly lexicon: Lexicon;
}

/** Volumes that are searched as one, the newest first, and the lexicons of their words. */
export class Shelf {
  readonly volumes: readonly Volume[];
  readonly lexicons: readonly Lexicon[];
  /** The text of its manifest, by which a new one is known. */
  readonly source: string;
  readonly #tagged = new WeakMap<readonly LexiconEntry[], readonly ShelfEntry[]>();

  #filters: Promise<FilterCounts> | undefined;

  constructor(volumes: readonly Volume[], lexicons: readonly Lexicon[], source = "") {
    this.source = source;
    this.volumes = volumes;
    this.lexicons = lexicons;
  }

  /** How many pages all volumes have. */
  get pages(): number {
    return this.volumes.reduce((sum, { pages }) => sum + pages, 0);
  }

  /** Each group once, though every lexicon holds the groups that it has words of. */
  get synonyms(): SynonymForms[] {
    const groups = this.lexicons.flatMap(({ manifest }) => manifest.synonyms);
    return [...new Map(groups.map((group) => [JSON.stringify(group), group])).values()];
  }

  /**
   * The entries of a word: those that hold it as a form, wherever that is, else those of its stem.
   *
   * @param word in lower case, й and ё as typed
   * @returns none where the archive does not hold the word in any form
   */
  async lookUp(word: string): Promise<ShelfEntry[]> {
    const form = fold(word);
    const exact = (await this.near(form)).filter((entry) => holds(entry, form));
    const knowing = new Set(exact.map(({ lexicon }) => lexicon));
    if (knowing.size === this.lexicons.length) return exact;
    const root = fold(stem(word));
    const stems = (await this.near(root)).filter(
      ({ beginning, endings }) => endings === null && beginning === root,
    );
    if (exact.length === 0) return stems;
    // A word that no dictionary knows goes by its stem where a lexicon holds other forms of it only.
    const isUnknown = stems.some(({ lexicon }) => knowing.has(lexicon));
    return isUnknown ? [...exact, ...stems.filter(({ lexicon }) => !knowing.has(lexicon))] : exact;
  }

  /** @returns whether the archive holds a word, in any case and any form */
  async holds(word: string): Promise<boolean> {
    return (await this.lookUp(word.toLowerCase())).length > 0;
  }

  /** @returns whether the archive holds a word, or every text does */
  async knows(word: string): Promise<boolean> {
    return isStopWord(word) || this.holds(word);
  }

  /** As Lexicon.near does. */
  async near(form: string): Promise<ShelfEntry[]> {
    const found = this.lexicons.map(async (lexicon) => {
      return this.#tag(await lexicon.near(form), lexicon);
    });
    return (await Promise.all(found)).flat();
  }

  /** A lexicon hands out the same list of entries again and again, and so does this. */
  #tag(entries: readonly LexiconEntry[], lexicon: Lexicon): readonly ShelfEntry[] {
    const known = this.#tagged.get(entries);
    if (known !== undefined) return known;
    const tagged = entries.map((entry) => ({ ...entry, lexicon }));
    this.#tagged.set(entries, tagged);
    return tagged;
  }

  /** As Lexicon.endingLike does; each stem once, in the order of one lexicon. */
  async endingLike(root: string): Promise<{ root: string; word: string }[]> {
    const found = await Promise.all(this.lexicons.map((lexicon) => lexicon.endingLike(root)));
    const unique = new Map(found.flat().map((one) => [backwards(one.root), one]));
    return [...unique].sort(([a], [b]) => compare(a, b)).map(([, one]) => one);
  }

  /** As Lexicon.suggestions does, the commonest words first. */
  async suggestions(start: string): Promise<string[]> {
    const found = await Promise.all(this.lexicons.map((lexicon) => lexicon.suggestions(start)));
    const pages = new Map<string, number>();
    for (const [word, own] of found.flat()) pages.set(word, (pages.get(word) ?? 0) + own);
    return [...pages].sort(([a, m], [b, n]) => n - m || compare(a, b)).map(([word]) => word);
  }

  /** All pages, as Pagefind lists them. */
  async all(): Promise<Hit[]> {
    const found = await Promise.all(
      this.volumes.map(async (volume) => {
        const results = [...(await volume.facets.all()).values()];
        return results.map((result) => toHit(result, volume));
      }),
    );
    return found.flat();
  }

  /** @returns every value of every filter with the number of pages that have it */
  filters(): Promise<FilterCounts> {
    const known = this.#filters;
    if (known !== undefined) return known;
    const counting = Promise.all(this.volumes.map(({ facets }) => facets.filters())).then(sum);
    this.#filters = counting;
    counting.catch(() => {
      this.#filters = undefined;
    });
    return counting;
  }

  /** @returns the same for some pages; nothing before `filters` was first called, as in Pagefind */
  async counts(hits: readonly Hit[]): Promise<FilterCounts> {
    const ids = new Map<Volume, string[]>(this.volumes.map((volume) => [volume, []]));
    for (const { id, volume } of hits) ids.get(volume)?.push(id);
    return sum(await Promise.all([...ids].map(([{ facets }, own]) => facets.counts(own))));
  }
}

/** In how many pages any of the entries stands, roughly: lexicons have no page in common. */
export function pagesOf(entries: readonly ShelfEntry[]): number {
  const most = new Map<Lexicon, number>();
  for (const { lexicon, weight } of entries) {
    most.set(lexicon, Math.max(most.get(lexicon) ?? 0, 2 ** weight));
  }
  return [...most.values()].reduce((sum, pages) => sum + pages, 0);
}

function backwards(word: string): string {
  return [...word].reverse().join("");
}

function toHit(result: RawResult, volume: Volume): Hit {
  return { id: result.id, score: 0, places: [], result, volume };
}

function sum(parts: readonly FilterCounts[]): FilterCounts {
  const all: FilterCounts = {};
  for (const [filter, values] of parts.flatMap((part) => Object.entries(part))) {
    const counts = all[filter] ?? {};
    for (const [value, count] of Object.entries(values)) {
      counts[value] = (counts[value] ?? 0) + count;
    }
    all[filter] = counts;
  }
  return all;
}
