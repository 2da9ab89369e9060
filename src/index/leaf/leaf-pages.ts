import { hash } from "node:crypto";
import { dayNumber } from "../../search/format/index.ts";
import type { IndexedPage } from "../pagefind/read-index.ts";

/** A page of a leaf. */
export interface LeafPage {
  /** Of its address: the first 52 bits of SHA-256. */
  readonly hash: number;
  /** The name of the file that holds what its result shows, and which page of the file it is. */
  readonly fragment: string;
  readonly index: number;
  /** How many words it has, as Pagefind counts them. */
  readonly words: number;
  /** When it was published, in days since 1970-01-01. */
  readonly day?: number;
  /** The values of its filters, by their names. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** Its values for sorting, by the names of orders. */
  readonly sort: Readonly<Record<string, string>>;
}

const HASH_DIGITS = 13;

/** So many bits of the hash decide where a page is; the rest divides those that agree in these. */
export const HASH_REST = 2 ** 20;

/** @returns a whole number below 2^52 that is the same for the same address everywhere */
function hashOfAddress(url: string): number {
  return Number.parseInt(hash("sha256", url).slice(0, HASH_DIGITS), 16);
}

/** @param place where what its result shows is */
export function toLeafPage(
  { page: { url, meta, filters, word_count: words }, sort }: IndexedPage,
  place: Pick<LeafPage, "fragment" | "index">,
): LeafPage {
  const day = dayNumber(meta.published ?? "");
  const dated = Number.isNaN(day) ? {} : { day };
  return { hash: hashOfAddress(url), ...place, words, ...dated, filters, sort };
}
