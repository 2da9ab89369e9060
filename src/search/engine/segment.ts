import {
  type DatesFile,
  decodeHomonyms,
  type FacetFile,
  type HomonymPages,
  type ShelfVolume,
  shardOf,
  stem,
  VOLUME_FILES,
} from "../../language/index.ts";
import { ArrivalError } from "./arrival.ts";
import { UnsupportedError } from "./errors.ts";
import { Facets } from "./facets.ts";
import { MissingIndexError, type PagefindInstance, start } from "./pagefind.ts";
import type { Pieces } from "./pieces.ts";
import { askPagefind, type ExactRanking, type Postings } from "./postings.ts";
import type { Shards } from "./shards.ts";

/** A part of an archive with an index of its own, of which nothing is loaded before it is asked. */
export class Volume {
  readonly name: string;
  readonly pages: number;
  readonly facets: Facets;
  readonly #normalisation: number;
  readonly #ranking: object;
  readonly #create: (settings: object) => PagefindInstance;
  #settings: object;
  #opening: Promise<PagefindInstance> | undefined;
  readonly #facts: ShelfVolume;
  readonly #shards: Shards;
  readonly #pieces: Pieces;
  readonly #asked = new Map<string, Promise<Postings>>();

  /**
   * @param facts what the shelf's manifest says of it
   * @param ranking what Pagefind ranks its pages by, from exactRanking
   * @param create makes an instance of its own of Pagefind's settings
   * @param shards of the folder of its tables
   * @param pieces the files of its index
   */
  constructor(
    facts: ShelfVolume,
    ranking: ExactRanking,
    create: (settings: object) => PagefindInstance,
    shards: Shards,
    pieces: Pieces,
  ) {
    this.name = facts.name;
    this.pages = facts.pages;
    this.#normalisation = ranking.pageLength;
    this.#ranking = ranking;
    this.#settings = { ranking };
    this.#create = create;
    this.#facts = facts;
    this.#shards = shards;
    this.#pieces = pieces;
    this.facets = new Facets(this);
  }

  /**
   * @param word a folded word whose stem the volume holds
   * @param homonyms lines of the lexicon, of which a page must be meant by any; none for all pages
   * @throws ArrivalError, MissingIndexError where a part of the index does not arrive
   */
  async postings(word: string, homonyms: readonly string[]): Promise<Postings> {
    const [postings, lists] = await Promise.all([
      this.#postings(word),
      Promise.all(homonyms.map((line) => this.#homonyms(line))),
    ]);
    return onlyMeant(postings, lists);
  }

  /** Answers are kept by stem: while a searcher types, most of the words stay the same. */
  #postings(word: string): Promise<Postings> {
    const root = stem(word);
    const known = this.#asked.get(root);
    if (known !== undefined) return known;
    const scale = { pages: this.pages, normalisation: this.#normalisation };
    const asking = this.ask((pagefind) => askPagefind(pagefind, word, scale));
    this.#asked.set(root, asking);
    asking.catch(() => this.#asked.delete(root));
    return asking;
  }

  /**
   * Has the volume's index asked, which is loaded when it is first needed.
   *
   * @param ask asks it
   * @throws MissingIndexError where it does not arrive; the next call then loads it again
   * @throws UnsupportedError where the browser cannot run it
   */
  async ask<Answer>(ask: (pagefind: PagefindInstance) => Promise<Answer>): Promise<Answer> {
    const { failures } = this.#pieces;
    const answer = await this.#ask(ask);
    // Pagefind finds less where a file does not come, and says nothing.
    if (this.#pieces.failures === failures) return answer;
    throw new MissingIndexError(`A part of the index of ${this.name} could not be loaded`);
  }

  async #ask<Answer>(ask: (pagefind: PagefindInstance) => Promise<Answer>): Promise<Answer> {
    this.#opening ??= this.#open();
    try {
      return await ask(await this.#opening);
    } catch (error) {
      this.#opening = undefined;
      if (error instanceof MissingIndexError || error instanceof UnsupportedError) throw error;
      const message = `The index of ${this.name} could not be loaded`;
      throw new MissingIndexError(message, { cause: error });
    }
  }

  async #open(): Promise<PagefindInstance> {
    await this.#pieces.open();
    return start(() => this.#create(this.#settings), this.#ranking);
  }

  /** @param settings Pagefind's; its ranking stays the engine's */
  async options(settings: object): Promise<void> {
    const own = { ...settings, ranking: this.#ranking };
    this.#settings = { ...this.#settings, ...own };
    if (this.#opening !== undefined) await (await this.#opening).options(own);
  }

  async destroy(): Promise<void> {
    if (this.#opening !== undefined) await (await this.#opening).destroy();
  }

  /** The pages of a word that shares its Pagefind stem with others. */
  async #homonyms(line: string): Promise<HomonymPages> {
    const shard = shardOf(this.#facts.homonyms, line);
    const text = await this.#shards.text(VOLUME_FILES.homonyms(shard));
    const found = text.split("\n").find((one) => one.startsWith(`${line}\t`));
    if (found === undefined) throw new ArrivalError(`${this.name} has no line ${line}`);
    return decodeHomonyms(found.slice(line.length + 1));
  }

  /** @returns the table of every filter, by its name */
  async facetFiles(): Promise<ReadonlyMap<string, FacetFile>> {
    const tables = this.#facts.facets.map(async (name, number) => {
      const text = await this.#shards.text(VOLUME_FILES.facet(number));
      return [name, JSON.parse(text) as FacetFile] as const;
    });
    return new Map(await Promise.all(tables));
  }

  /** @returns no days where no page has one */
  async datesFile(): Promise<DatesFile> {
    if (!this.#facts.dates) return [];
    return JSON.parse(await this.#shards.text(VOLUME_FILES.dates)) as DatesFile;
  }
}

/** Without the pages that hold only other words of the same Pagefind stem. */
function onlyMeant(postings: Postings, lists: readonly HomonymPages[]): Postings {
  // Where Pagefind counts other pages than the lexicon did, no bit can be told to be a page's.
  if (lists.length === 0 || lists.some(({ count }) => count !== postings.size)) return postings;
  const ids = [...postings.keys()].sort();
  const meant = new Set(ids.filter((_, index) => lists.some((list) => list.meant[index])));
  return new Map([...postings].filter(([id]) => meant.has(id)));
}
