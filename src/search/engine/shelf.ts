import type { LexiconEntry, SynonymForms } from "../../language/index.ts";
import type { Hit } from "./fuse.ts";
import type { Lexicon } from "./lexicon.ts";
import type { FilterCounts, RawResult, SearchOptions } from "./pagefind.ts";
import type { Volume } from "./volume.ts";

/** An entry with the lexicon that it is of. */
export interface ShelfEntry extends LexiconEntry {
  readonly lexicon: Lexicon;
}

/** Volumes that are searched as one, the newest first, and the lexicons of their words. */
export class Shelf {
  readonly volumes: readonly Volume[];
  readonly lexicons: readonly Lexicon[];
  readonly #tagged = new WeakMap<readonly LexiconEntry[], readonly ShelfEntry[]>();

  constructor(volumes: readonly Volume[], lexicons: readonly Lexicon[]) {
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

  /** As Lexicon.lookUp does. */
  lookUp(word: string): Promise<ShelfEntry[]> {
    return this.#entries((lexicon) => lexicon.lookUp(word));
  }

  /** As Lexicon.near does. */
  near(form: string): Promise<ShelfEntry[]> {
    return this.#entries((lexicon) => lexicon.near(form));
  }

  async #entries(read: (lexicon: Lexicon) => Promise<LexiconEntry[]>): Promise<ShelfEntry[]> {
    const found = this.lexicons.map(async (lexicon) => this.#tag(await read(lexicon), lexicon));
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

  /** As Lexicon.endingLike does; each stem once. */
  async endingLike(root: string): Promise<{ root: string; word: string }[]> {
    const found = await Promise.all(this.lexicons.map((lexicon) => lexicon.endingLike(root)));
    return [...new Map(found.flat().map((one) => [one.root, one])).values()];
  }

  /** As Lexicon.suggestions does, those of the newest volumes first. */
  async suggestions(start: string): Promise<string[]> {
    const found = await Promise.all(this.lexicons.map((lexicon) => lexicon.suggestions(start)));
    return [...new Set(found.flat())];
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

  /** The ids of the pages that hold a phrase. */
  async holding(phrase: string): Promise<Set<string>> {
    const found = await Promise.all(
      this.volumes.map((volume) => volume.ask((pagefind) => pagefind.search(`"${phrase}"`))),
    );
    return new Set(found.flatMap(({ results }) => results.map(({ id }) => id)));
  }

  /** @returns every value of every filter with the number of pages that have it */
  async filters(): Promise<FilterCounts> {
    return sum(await Promise.all(this.volumes.map(({ facets }) => facets.filters())));
  }

  /** @returns the same for some pages; nothing before `filters` was first called, as in Pagefind */
  async counts(hits: readonly Hit[]): Promise<FilterCounts> {
    const own = this.volumes.map(({ facets }, index) => {
      const ids = hits.filter(({ volume }) => volume === this.volumes[index]);
      return facets.counts(ids.map(({ id }) => id));
    });
    return sum(await Promise.all(own));
  }

  /** @returns whether a page passes the filters and the date range of a search */
  async gate(options: SearchOptions): Promise<(hit: Hit) => boolean> {
    const gates = await this.#forEach(({ facets }) => facets.gate(options));
    return ({ id, volume }) => gates.get(volume)?.(id) ?? false;
  }

  /** @returns the age of a page in days; nothing for a page without a date */
  async age(): Promise<(hit: Hit) => number | undefined> {
    const ages = await this.#forEach(({ facets }) => facets.age());
    return ({ id, volume }) => ages.get(volume)?.(id);
  }

  async #forEach<Part>(load: (volume: Volume) => Promise<Part>): Promise<Map<Volume, Part>> {
    const parts = this.volumes.map(async (volume) => [volume, await load(volume)] as const);
    return new Map(await Promise.all(parts));
  }

  /**
   * The place of a page in an order that the indexes were given. Volumes follow each other in time,
   * so that the order of all is that of the volumes, and of the pages within each.
   */
  async order(sort: NonNullable<SearchOptions["sort"]>): Promise<(hit: Hit) => number> {
    const orders = await this.#forEach(({ facets }) => facets.order(sort));
    const newestFirst = Object.values(sort)[0] === "desc";
    const volumes = newestFirst ? this.volumes : this.volumes.toReversed();
    const starts = new Map(volumes.map((volume, index) => [volume, index * PAGES_PER_VOLUME]));
    return ({ id, volume }) => (starts.get(volume) ?? 0) + (orders.get(volume)?.get(id) ?? 0);
  }
}

/** More than any volume has. */
const PAGES_PER_VOLUME = 1_000_000;

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
