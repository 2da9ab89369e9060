import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { filesOf } from "../files.ts";

/** Kinds of pages that a reader can come to. */
export type PageKind =
  | "front"
  | "article"
  | "article-long"
  | "headlines"
  | "headlines-day"
  | "topic"
  | "topic-year"
  | "topics"
  | "archive"
  | "month"
  | "search"
  | "search-results"
  | "about"
  | "offline"
  | "not-found";

/** A page that stands for all of its kind. */
export interface KindPage {
  readonly kind: PageKind;
  /** Relative to the site's address, with its query. */
  readonly path: string;
}

/**
 * Every HTML file of a built site.
 *
 * @returns paths inside the folder, in the order of the alphabet
 */
export function htmlFiles(folder: string): string[] {
  return filesOf(folder).filter((file) => file.endsWith(".html"));
}

/** The address of an HTML file: articles/most/index.html → articles/most/ */
export function addressOf(file: string): string {
  return file.replace(/(^|\/)index\.html$/, "$1");
}

/**
 * Finds a page of each kind that the site has.
 *
 * @param query what the search is asked
 */
export function kindPages(folder: string, query: string): KindPage[] {
  const files = htmlFiles(folder);
  const first = (pattern: RegExp): string | undefined => files.find((file) => pattern.test(file));
  const long = longestArticle(folder, files);
  const found: readonly (readonly [PageKind, string | undefined])[] = [
    ["front", first(/^index\.html$/)],
    ["article", files.find((file) => ARTICLE.test(file) && file !== long)],
    ["article-long", long],
    ["headlines", first(/^headlines\/index\.html$/)],
    ["headlines-day", files.findLast((file) => /^headlines\/\d{4}\/.*\d\/index\.html$/.test(file))],
    ["topic", first(/^topics\/[^/]+\/index\.html$/)],
    ["topic-year", first(/^topics\/[^/]+\/\d{4}\/index\.html$/)],
    ["topics", first(/^topics\/index\.html$/)],
    ["archive", first(/^archive\/index\.html$/)],
    ["month", first(/^archive\/\d{4}\/.*index\.html$/)],
    ["search", first(/^search\/index\.html$/)],
    ["about", first(/^about\/index\.html$/)],
    ["offline", first(/^offline(?:\/index)?\.html$/)],
  ];
  const pages = found.flatMap(([kind, file]) =>
    file === undefined ? [] : [{ kind, path: addressOf(file) }],
  );
  const results = {
    kind: "search-results",
    path: `search/?q=${encodeURIComponent(query)}`,
  } as const;
  const missing = { kind: "not-found", path: "no-such-page/" } as const;
  return [...pages, results, ...(existsSync(join(folder, "404.html")) ? [missing] : [])];
}

const ARTICLE = /^articles\/[^/]+\/index\.html$/;

/** The article with the most headings, one with a picture before all others. */
function longestArticle(folder: string, files: readonly string[]): string | undefined {
  let best: { file: string; rank: number } | undefined;
  for (const file of files.filter((name) => ARTICLE.test(name))) {
    const html = readFileSync(join(folder, file), "utf8");
    const rank =
      (html.match(/<h2\b/g)?.length ?? 0) + (/<picture\b|<figure\b/.test(html) ? 100 : 0);
    if (best === undefined || rank > best.rank) best = { file, rank };
  }
  return best?.file;
}
