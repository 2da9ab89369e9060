import type { Note } from "../imported-item.ts";

/** Says where the references of a text lead. */
export interface HtmlReferences {
  /** @returns the name of the image beside the article, if there is a file */
  image(src: string): string | undefined;
  /**
   * @param href as written
   * @returns the target as the article writes it. A link without a target is noted
   */
  link(href: string): string | undefined;
  /** @returns the address on the web, if it is known */
  address(src: string): string | undefined;
  note(note: Note): void;
}

/** The scheme of addresses that name an item of the same source, as templates and wikis do: item:posts/most.md */
export const ITEM_SCHEME = "item:";

/** Schemes that a link may have; others may run a script, or lead nowhere. */
const SAFE = /^(?:https?|mailto|tel|ftp):/i;

export function hasScheme(address: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(address);
}

/** @returns whether a link has no scheme or an allowed one */
export function isSafe(address: string): boolean {
  return !hasScheme(address) || SAFE.test(address);
}

/**
 * @param src as written
 * @param base the address of the page, where it is known
 * @returns an absolute address of the web, if it is one
 */
export function webAddress(src: string, base: string | undefined): string | undefined {
  const text = src.trim();
  if (hasScheme(text)) return /^https?:/i.test(text) ? text : undefined;
  if (base !== undefined && URL.canParse(text, base)) return new URL(text, base).href;
  return text.startsWith("//") ? `https:${text}` : undefined;
}
