/** Files whose names hold a hash of what is in them: bundles, fonts, the pieces of the search index. */
const HASHED = [
  /^\/assets\/.*-[0-9A-Za-z]{8,}\.[0-9a-z]+$/,
  /^\/pagefind\/.*_[0-9a-f]{7,}\.pf_[a-z]+$/,
  /^\/search\/lexicon\/[^/]+-[0-9a-f]{10}\/[^/]+\.lex$/,
];

/**
 * How long a browser may keep a file: for ever where its name changes with its bytes, else only as
 * long as the server says that it is still the same.
 *
 * @param path its place in the site, without the path prefix
 * @returns a value for Cache-Control
 */
export function cacheControl(path: string): string {
  const isHashed = HASHED.some((pattern) => pattern.test(path));
  return isHashed ? "public, max-age=31536000, immutable" : "no-cache";
}
