import { ByteReader, ByteWriter } from "./bytes.ts";

/**
 * What stands in 2^blockBits neighbouring slots: for each page the file that holds what its result
 * shows.
 *
 *     how many pages, a number; 1 where files hold several pages, else 0
 *     their slots within the block, rising numbers
 *     the name of the file of each, FRAGMENT_BYTES bytes
 *     where files hold several pages: which page of its file each is, a byte or more
 */

/** The place of a fragment. */
export interface FragmentPlace {
  /** Of the slots of the whole segment. */
  readonly slot: number;
  /** The name of a fragments file. */
  readonly name: string;
  /** Which page of the file, from 0. */
  readonly index: number;
}

const FRAGMENT_BYTES = 6;
const HEX_DIGITS = 2;

/** Hexadecimal digits of a fragments file's name. */
export const FRAGMENT_NAME_LENGTH = FRAGMENT_BYTES * HEX_DIGITS;

/** The texts of a page for its result, in Pagefind's form. */
export interface StoredPage {
  /** Without the site's path prefix. */
  readonly url: string;
  /** The text of the page, with one space between words. */
  readonly content: string;
  readonly word_count: number;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly meta: Readonly<Record<string, string>>;
  readonly anchors: readonly StoredAnchor[];
}

/** A place in a page that has an address. */
export interface StoredAnchor {
  readonly element: string;
  readonly id: string;
  readonly text: string;
  /** Counted in words. */
  readonly location: number;
}

/**
 * What spaces divide in the content of a page: positions and the locations of anchors count this.
 *
 * @param content of a StoredPage
 */
export function placesOf(content: string): string[] {
  return content.split(/\s+/);
}

/** @returns the body of a fragments file */
export function encodeFragments(pages: readonly StoredPage[]): string {
  return JSON.stringify(pages);
}

/** @param text the body of a fragments file */
export function decodeFragments(text: string): StoredPage[] {
  return JSON.parse(text) as StoredPage[];
}

/**
 * @param pages those of one block, in the order of their slots
 * @returns the body of a block file
 */
export function encodeBlock(pages: readonly FragmentPlace[], blockBits: number): Uint8Array {
  const to = new ByteWriter();
  const isBundled = pages.some(({ index }) => index > 0);
  to.number(pages.length);
  to.number(isBundled ? 1 : 0);
  to.rising(pages.map(({ slot }) => slot % 2 ** blockBits));
  for (const { name } of pages) {
    for (let at = 0; at < FRAGMENT_NAME_LENGTH; at += HEX_DIGITS) {
      to.byte(Number.parseInt(name.slice(at, at + HEX_DIGITS), 16));
    }
  }
  if (isBundled) for (const { index } of pages) to.number(index);
  return to.toBytes();
}

/**
 * @param bytes the body of a block file
 * @param block its number
 * @throws RangeError where it ends too early
 */
export function decodeBlock(bytes: Uint8Array, block: number, blockBits: number): FragmentPlace[] {
  const from = new ByteReader(bytes);
  const count = from.number();
  const isBundled = from.number() === 1;
  const slots = [...from.rising(count)].map((slot) => block * 2 ** blockBits + slot);
  const names = slots.map(() => toHex(from.bytes(FRAGMENT_BYTES)));
  return slots.map((slot, at) => {
    return { slot, name: names[at] ?? "", index: isBundled ? from.number() : 0 };
  });
}

function toHex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(HEX_DIGITS, "0")).join("");
}
