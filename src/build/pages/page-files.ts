import type { SlugUse } from "../../content/index.ts";

/** @param path of a page, without the site's prefix; @returns its file in the site */
export function pageFile(path: string): string {
  return `${path.slice(1)}${path.endsWith("/") ? "index.html" : ""}`;
}

/**
 * @param uses the addresses of articles, today's and earlier ones
 * @returns from files of the site, such as articles/most/index.html, to those that they are made from
 */
export function sourcesOf(
  uses: readonly Pick<SlugUse, "path" | "file">[],
): ReadonlyMap<string, string> {
  return new Map(uses.map(({ path, file }) => [pageFile(path), file]));
}
