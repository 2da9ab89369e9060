import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { placesOf, type StoredPage } from "../../search/format/index.ts";
import { CborReader } from "./cbor.ts";

/**
 * Reads back what Pagefind wrote. Its format is its own affair and drifts from release to release: this
 * file alone knows it, for one release, and a test holds it against the text of the pages.
 */

/** The release whose format this is. */
export const PAGEFIND_VERSION = "1.6.0";

/** What Pagefind writes before the content of every compressed file. */
const SIGNATURE = "pagefind_dcd";

/** Pagefind's number for a word of weight 1: plain text. */
export const PLAIN_WEIGHT = 24;

/** A page as Pagefind indexed it. */
export interface IndexedPage {
  readonly page: StoredPage;
  /** The weight of each place of its content: PLAIN_WEIGHT for plain text, more for a heading. */
  readonly weights: Uint8Array;
  /** Its values for sorting, by the names of orders. */
  readonly sort: Readonly<Record<string, string>>;
}

/** The index may be anybody's: no name of a file in it leads out of its folder. */
const nameOfFile = z.string().regex(/^[\w.-]+$/);

const entrySchema = z.object({
  version: z.string(),
  languages: z.record(z.string(), z.object({ hash: nameOfFile, page_count: z.number() })),
});

/** An index is of another release than this program reads. */
export class PagefindVersionError extends Error {
  override readonly name = "PagefindVersionError";
  /** Of the release that made the index. */
  readonly version: string;

  constructor(version: string) {
    super(
      `The index was made by Pagefind ${version}; only that of ${PAGEFIND_VERSION} can be read`,
    );
    this.version = version;
  }
}

/**
 * @param bundle the folder of an index
 * @returns how many pages it has in each language
 * @throws PagefindVersionError where another release made it
 */
export function languagesOf(bundle: string): ReadonlyMap<string, number> {
  const { languages } = readEntry(bundle);
  return new Map(Object.entries(languages).map(([name, { page_count }]) => [name, page_count]));
}

function readEntry(bundle: string): z.output<typeof entrySchema> {
  const text = readFileSync(join(bundle, "pagefind-entry.json"), "utf8");
  const entry = entrySchema.parse(JSON.parse(text));
  if (entry.version !== PAGEFIND_VERSION) throw new PagefindVersionError(entry.version);
  return entry;
}

/**
 * @param bundle the folder of an index
 * @param language as the bundle calls it
 * @returns its pages in Pagefind's order
 * @throws PagefindVersionError where another release made it; Error where a file is not as expected
 */
export function readPages(bundle: string, language: string): IndexedPage[] {
  const meta = readMeta(bundle, language);
  const stored = readFragments(join(bundle, "fragment"), language);
  const pages = meta.pages.map((id): StoredPage => {
    const page = stored.get(id);
    if (page === undefined) throw new Error(`Pagefind's index has no fragment ${id}`);
    return page;
  });
  const weights = pages.map(({ content }) => new Uint8Array(placesOf(content).length));
  for (const chunk of meta.chunks) addWeights(readNative(join(bundle, "index", chunk)), weights);
  return pages.map((page, number) => {
    return {
      page,
      weights: weights[number] ?? new Uint8Array(),
      sort: sortOf(number, meta.orders),
    };
  });
}

interface NativeMeta {
  /** The names of the fragments. */
  readonly pages: readonly string[];
  /** The files of the word index. */
  readonly chunks: readonly string[];
  /** From the name of each order to the place of each page in it. */
  readonly orders: ReadonlyMap<string, ReadonlyMap<number, number>>;
}

/** [version, [[fragment, words, meta]…], [[first, last, chunk]…], filters, [[order, [page…]]…], fields] */
function readMeta(bundle: string, language: string): NativeMeta {
  const hash = readEntry(bundle).languages[language]?.hash;
  const from = readNative(join(bundle, `pagefind.${hash}.pf_meta`));
  from.list();
  const version = from.text();
  if (version !== PAGEFIND_VERSION) throw new PagefindVersionError(version);
  const pages = listOf(from, () => {
    from.list();
    const name = from.text();
    from.skip();
    from.skip();
    return name;
  });
  const chunks = listOf(from, () => {
    from.list();
    from.skip();
    from.skip();
    return `${nameOfFile.parse(from.text())}.pf_index`;
  });
  from.skip();
  const orders = listOf(from, () => {
    from.list();
    const name = from.text();
    return [name, new Map(listOf(from, (at) => [from.number(), at] as const))] as const;
  });
  return { pages, chunks, orders: new Map(orders) };
}

/** Places in an order sort as the values did: as texts of one length. */
function sortOf(page: number, orders: NativeMeta["orders"]): Record<string, string> {
  const places = [...orders].flatMap(([name, own]) => {
    const place = own.get(page);
    return place === undefined ? [] : [[name, String(place).padStart(9, "0")] as const];
  });
  return Object.fromEntries(places);
}

/**
 * Takes the weights of all words of a chunk: [[[word, pages, [[variant, pages]…]]…]] with pages such as
 * [[distance, places, fields]…]. A negative number is the weight, plus one, of the places behind it, and
 * each place is given by its distance from the one before. A word may be cut into parts that weigh
 * less: the whole one tells.
 */
function addWeights(from: CborReader, weights: readonly Uint8Array[]): void {
  from.list();
  for (let words = from.list(); words > 0; words--) {
    from.list();
    from.skip();
    addPages(from, weights);
    for (let variants = from.list(); variants > 0; variants--) {
      from.list();
      from.skip();
      addPages(from, weights);
    }
  }
}

function addPages(from: CborReader, weights: readonly Uint8Array[]): void {
  let number = 0;
  for (let pages = from.list(); pages > 0; pages--) {
    from.list();
    number += from.number();
    const own = weights[number];
    if (own === undefined) throw new Error(`Pagefind's index has no page ${number}`);
    addPlaces(from, own);
    from.skip();
  }
}

function addPlaces(from: CborReader, weights: Uint8Array): void {
  let weight = PLAIN_WEIGHT;
  let place = 0;
  for (let left = from.list(); left > 0; left--) {
    const step = from.number();
    if (step < 0) {
      weight = -step - 1;
      place = 0;
    } else {
      place += step;
      // A place that spaces of another kind divide differently has no weight of its own.
      weights[place] = Math.max(weights[place] ?? 0, weight);
    }
  }
}

/** Reads each thing of a list. */
function listOf<Item>(from: CborReader, read: (at: number) => Item): Item[] {
  return Array.from({ length: from.list() }, (_, at) => read(at));
}

function readNative(file: string): CborReader {
  return new CborReader(unpacked(file), SIGNATURE.length);
}

/** A site of 100,000 pages has none of a tenth of that; in bytes, unpacked. */
const MOST_BYTES = 1_000_000_000;

function unpacked(file: string): Buffer {
  if (statSync(file).size > MOST_BYTES)
    throw new Error(`${file} is larger than ${MOST_BYTES} bytes`);
  const bytes = gunzipSync(readFileSync(file), { maxOutputLength: MOST_BYTES });
  if (bytes.toString("latin1", 0, SIGNATURE.length) === SIGNATURE) return bytes;
  throw new Error(`${file} is not Pagefind's`);
}

/** @returns all fragments of a language by their names; a file holds one, or several by their names */
function readFragments(folder: string, language: string): Map<string, StoredPage> {
  const names = readdirSync(folder).filter((name) => name.startsWith(`${language}_`));
  const found = names.flatMap((name): [string, StoredPage][] => {
    const text = unpacked(join(folder, name)).toString("utf8", SIGNATURE.length);
    const value = JSON.parse(text) as StoredPage | Record<string, StoredPage>;
    return "content" in value && typeof value.content === "string"
      ? [[name.replace(/\..*$/, ""), value as StoredPage]]
      : Object.entries(value as Record<string, StoredPage>);
  });
  return new Map(found);
}
