import { type Site, withPrefix } from "../../content/index.ts";

/**
 * @param path a path of the site without its prefix, percent-encoded where it has to be
 * @returns the whole address: https://example.org/news/articles/slug/
 */
export function absoluteAddress(site: Pick<Site, "address" | "pathPrefix">, path: string): string {
  return site.address + withPrefix(site, path);
}
