import type { FoundPage, FoundResult, PublishedSearch } from "./published-search.ts";

/** An article that a search for its title has to find. */
export interface TitledPage {
  readonly title: string;
  /** Its path on the site, with the path prefix. */
  readonly path: string;
  /** On which it was published, in ISO 8601; none for one without a date. */
  readonly day: string | undefined;
}

/**
 * What a search for a title came to:
 * - `found`: it finds the article, or there is nothing to look for in the title;
 * - `by-words`: it does not, but one for its plain words does;
 * - `no-words`: it does not, and no word of the title stands alone between spaces;
 * - `missing`: even its plain words do not find the article.
 */
export type Outcome = "found" | "by-words" | "no-words" | "missing";

/** Results that are searched for the page; nobody scrolls farther. */
const FIRST = 100;
/** Results of a day that are looked at, or of the site for an article without one. */
const MOST = 2000;
/** Results that load what they show at the same time. */
const AT_ONCE = 10;

/** The search has no word to look for without one of these. */
const LETTER = /[\p{L}\p{N}]/u;

/** @throws Error where the search fails, or cannot load what its results show */
export async function searchTitle(search: PublishedSearch, page: TitledPage): Promise<Outcome> {
  if (!LETTER.test(page.title) || (await finds(search, page.title, page))) return "found";
  const words = plainWords(page.title);
  if (words.length === 0) return "no-words";
  return (await finds(search, words.join(" "), page)) ? "by-words" : "missing";
}

/**
 * The words of which search and index cannot think differently. Where a minus excludes a word, quotes
 * ask for a phrase, or a hyphen joins words («2-й»), the search may well ask for something else than
 * Pagefind has put into the index: then nothing is broken.
 */
function plainWords(title: string): string[] {
  const pieces = title
    .split(/\s+/)
    .map((piece) => piece.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""));
  return pieces.filter((piece) => /^(?:\p{L}{2,}|\p{N}+)$/u.test(piece));
}

/**
 * Whether a page is among the first results, or among all of its day: «Погода» may find hundreds. Where even
 * a day has too many, the answer is open.
 */
async function finds(search: PublishedSearch, text: string, page: TitledPage): Promise<boolean> {
  const { path, day } = page;
  const { results } = await search.search(text);
  if (await isAmong(results.slice(0, day === undefined ? MOST : FIRST), path)) return true;
  if (day === undefined || results.length <= FIRST) return results.length > MOST;
  const narrowed = await search.search(text, { published: { from: day, to: day } });
  if (await isAmong(narrowed.results.slice(0, MOST), path)) return true;
  return narrowed.results.length > MOST;
}

async function isAmong(results: readonly FoundResult[], path: string): Promise<boolean> {
  for (let start = 0; start < results.length; start += AT_ONCE) {
    const some = results.slice(start, start + AT_ONCE);
    const pages = await Promise.all(some.map((result) => result.data()));
    if (pages.some((found) => isAt(found, path))) return true;
  }
  return false;
}

function isAt({ url }: FoundPage, path: string): boolean {
  return new URL(url, "file:///").pathname === new URL(path, "file:///").pathname;
}
