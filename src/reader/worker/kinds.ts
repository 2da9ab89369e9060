import type { Kept } from "../caches.ts";

/** The search's module and its index, the page that shows what is kept, and the editor. */
const NEVER_KEPT = /^(?:search|pagefind|offline|admin)(?:\/|$)/;

/** A name with a hash: its file never changes. */
const HASHED_ASSET = /^assets\/[^/]+-[A-Z0-9]{8}\.\w+$/;

const PICTURE = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i;

/** Pages have folders of their own; the slash may have been left out. */
const PAGE = /(?:^|\/)[^/.]*$/;

/**
 * What is kept of an address. Of the search nothing is: its files have names that stay when they
 * change, and a part of an index of yesterday beside one of today finds the wrong pages. So it
 * always comes from the network, all of one build, and does not work without a connection.
 *
 * @param address absolute
 * @param scope where the site is, absolute, with a slash at its end
 * @returns nothing where the address is of no concern: of another site, or never kept
 */
export function kindOf(address: string, scope: string): Kept | undefined {
  const place = keyOf(address);
  if (!place.startsWith(scope)) return undefined;
  const path = place.slice(scope.length);
  if (NEVER_KEPT.test(path)) return undefined;
  if (HASHED_ASSET.test(path)) return "assets";
  if (PICTURE.test(path)) return "pictures";
  return PAGE.test(path) ? "pages" : undefined;
}

/** @returns the address under which something is kept: a site of files does not look at queries */
export function keyOf(address: string): string {
  const { origin, pathname } = new URL(address);
  return origin + pathname;
}
