import type { Note } from "../imported-item.ts";

/** What a text of HTML refers to, and who is told of what an article cannot hold. */
export interface HtmlReferences {
  /** The address of the page, for links that say only what is different. */
  readonly base?: string | undefined;
  /** @returns the file's name beside the article; nothing where the image is not to be had */
  image(src: string): string | undefined;
  note(note: Note): void;
}

/** Schemes that a link may have; others would run something, or lead nowhere. */
const SAFE = /^(?:https?|mailto|tel|ftp):/i;

/**
 * @param href as written
 * @returns an absolute address, a path of the site or an anchor; nothing where it leads nowhere
 */
export function resolveLink(
  href: string,
  { base }: Pick<HtmlReferences, "base">,
): string | undefined {
  const text = href.trim();
  if (text === "" || text.startsWith("#")) return text || undefined;
  if (/^[a-z][a-z0-9+.-]*:/i.test(text)) return SAFE.test(text) ? text : undefined;
  if (base !== undefined && URL.canParse(text, base)) return new URL(text, base).href;
  return text.startsWith("//") ? `https:${text}` : text;
}
