import { createHash } from "node:crypto";

/** A longer one would fill the line of a front matter. */
const LONGEST = 200;

/**
 * What an item is known by when its source is read again.
 *
 * @param format rss, wp: items of different systems may have the same number
 * @param id what the source calls it
 * @param host where it comes from, for ids that are no addresses
 * @param whole of the item; where it has no id it is known by its bytes
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

/** @returns enough of a hash to tell texts apart */
export function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
