import {
  blockOf,
  decodeBlock,
  decodeFragments,
  decodePositions,
  decodePostings,
  type FragmentPlace,
  type Locator,
  nameAt,
  type PositionList,
  type Segment as SegmentFacts,
  type StoredPage,
} from "../format/index.ts";
import { ArrivalError } from "./arrival.ts";
import { Facets } from "./facets.ts";
import type { PackFiles } from "./fetched-files.ts";
import { Lexicon, type PlacedEntry } from "./lexicon.ts";
import { once } from "./once.ts";
import { type Postings, toPostings } from "./ranked-postings.ts";

/** A part of an archive that is searched as one; nothing of it is loaded before it is asked for. */
export class Segment {
  /** Its own among all that are searched. */
  readonly id: string;
  readonly facts: SegmentFacts;
  readonly lexicon: Lexicon;
  readonly facets: Facets;
  readonly #files: PackFiles;
  readonly #base: string;
  /** Decoded lists, by chunk and offset: while a searcher types, most words stay the same. */
  readonly #lists = new Map<string, Promise<DecodedList>>();
  readonly #positions = new Map<string, Promise<PositionList>>();
  readonly #blocks = new Map<number, Promise<readonly FragmentPlace[]>>();
  readonly #pages = new Map<number, Promise<LoadedPage>>();

  /**
   * @param base what stands before the addresses of its pages: a path, or an address
   * @param site its own among all sites that are searched; empty for the page's own
   */
  constructor(facts: SegmentFacts, files: PackFiles, base: string, site = "") {
    this.id = site + facts.name;
    this.#base = base.replace(/\/+$/, "");
    this.facts = facts;
    this.lexicon = new Lexicon(facts, files);
    this.facets = new Facets(facts, files);
    this.#files = files;
  }

  /** How many pages it has. */
  get pages(): number {
    return this.facts.pages;
  }

  /** @returns where a page stands among all by the hash of its address, from 0 to 1 */
  placeOf(slot: number): number {
    return slot / 2 ** this.facts.slotBits;
  }

  /**
   * @param withPositions whether the places within pages are loaded too
   * @throws ArrivalError where a file does not arrive
   */
  async postings(entry: PlacedEntry, withPositions: boolean): Promise<Postings> {
    // Both files are asked for at once: the chunk alone says where its twin has the positions.
    const { postings, positions } = entry.chunk;
    const twin = withPositions ? this.#files.bytes("positions", positions) : undefined;
    twin?.catch(() => undefined);
    const key = `${postings} ${entry.locator.offset}`;
    const list = await once(this.#lists, key, async () => {
      return decoded(await this.#files.bytes("postings", postings), entry.locator);
    });
    if (twin === undefined) return list.postings;
    const found = await once(this.#positions, key, async () => {
      return decodePositions(await twin, list.positions, entry.locator.count);
    });
    return { ...list.postings, positions: found };
  }

  /**
   * @returns what a result shows of a page, the same object each time; its address as links have it
   * @throws ArrivalError where it does not arrive
   */
  page(slot: number): Promise<LoadedPage> {
    return once(this.#pages, slot, () => this.#loadPage(slot));
  }

  async #loadPage(slot: number): Promise<LoadedPage> {
    const { blockBits, blocks } = this.facts;
    const number = blockOf(slot, blockBits);
    const places = await once(this.#blocks, number, async () => {
      const bytes = await this.#files.bytes("block", nameAt(blocks, number));
      return decodeBlock(bytes, number, blockBits);
    });
    const place = places.find((one) => one.slot === slot);
    if (place === undefined) throw new ArrivalError(`No page ${slot} in ${this.facts.name}`);
    const pages = decodeFragments(await this.#files.text("fragments", place.name));
    const page = pages[place.index];
    if (page === undefined) throw new ArrivalError(`${place.name} has no page ${place.index}`);
    const { url } = page;
    return { ...page, raw_url: url, url: isWhole(url) ? url : this.#base + url };
  }
}

/** A posting list, and where its positions begin in the twin of its chunk. */
interface DecodedList {
  readonly postings: Postings;
  readonly positions: number;
}

function decoded(chunk: Uint8Array, locator: Locator): DecodedList {
  const list = decodePostings(chunk, locator);
  return { postings: toPostings(list), positions: list.positions };
}

/** A page with its address as the index holds it, without the prefix of the site. */
export interface LoadedPage extends StoredPage {
  readonly raw_url: string;
}

function isWhole(url: string): boolean {
  return /^(?:https?:)?\/\//.test(url);
}
