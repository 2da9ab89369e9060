import { createHash } from "node:crypto";

/** In characters, so that it fits a line of front matter. */
const LONGEST = 200;

/**
 * The id by which an item is known when its source is read again.
 *
 * @param format rss, wp: items of different systems may have the same number
 * @param id in the source
 * @param host of the source, for ids that are no addresses
 * @param whole the text of the item, which is hashed if it has no id
 */
export function sourceIdOf(
  format: string,
  id: string | undefined,
  host: string | undefined,
  whole: string,
): string {
  const plain = id?.replace(/\s+/g, " ").trim();
  if (plain === undefined || plain === "") return `${format}:sha256:${digest(whole)}`;
  const isGlobal = host === undefined || /^[a-z][a-z0-9+.-]*:/i.test(plain);
  const full = isGlobal ? `${format}:${plain}` : `${format}:${host}:${plain}`;
  return full.length <= LONGEST ? full : `${format}:sha256:${digest(full)}`;
}

/** @returns the first digits of a hash, enough to tell texts apart */
export function digest(text: string, length = 16): string {
  return createHash("sha256").update(text).digest("hex").slice(0, length);
}
