import type { Note } from "../imported-item.ts";

/** What a text of HTML refers to, and who is told of what an article cannot hold. */
export interface HtmlReferences {
  /** @returns the file's name beside the article; nothing where the image is not to be had */
  image(src: string): string | undefined;
  /**
   * @param href as written
   * @returns where it leads from the article; nothing where it leads nowhere, which has been told then
   */
  link(href: string): string | undefined;
  /** @returns where something lies on the web; nothing where that is not known */
  address(src: string): string | undefined;
  note(note: Note): void;
}

/**
 * Begins an address that names an item of the same source, as templates and wikis do, and not where
 * it was published: item:posts/most.md
 */
export const ITEM_SCHEME = "item:";

/** Schemes that a link may have; others would run something, or lead nowhere. */
const SAFE = /^(?:https?|mailto|tel|ftp):/i;

/** @returns whether an address has a scheme */
export function hasScheme(address: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(address);
}

/** @returns whether a link may be there: it has no scheme, or one that runs nothing */
export function isSafe(address: string): boolean {
  return !hasScheme(address) || SAFE.test(address);
}

/**
 * @param src as written
 * @param base the address of the page, where it is known
 * @returns an absolute address of the web; nothing where it is none
 */
export function webAddress(src: string, base: string | undefined): string | undefined {
  const text = src.trim();
  if (hasScheme(text)) return /^https?:/i.test(text) ? text : undefined;
  if (base !== undefined && URL.canParse(text, base)) return new URL(text, base).href;
  return text.startsWith("//") ? `https:${text}` : undefined;
}
