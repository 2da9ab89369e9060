import { escapeHtml, joinWords, markOf, wordParts, words } from "../../language/index.ts";
import type { Anchor, PageData, SubResult } from "./pagefind.ts";
import type { LoadedPage } from "./segment.ts";

/** How many words an excerpt has. */
const EXCERPT_LENGTH = 30;

const SUB_RESULT_HEADING = /^h[1-6]$/;

/**
 * The data of a page for one query: excerpts around the matched words, each of them marked,
 * everything else escaped.
 *
 * @param page as the index holds it; it is not changed
 * @param stems of the words that the query asked for, as markOf reads them
 */
export function withExcerpts(page: LoadedPage, stems: ReadonlySet<string>): PageData {
  const text = page.content.split(/\s+/);
  const matches = matcher(stems);
  const locations = [...text.keys()].filter((place) => matches(text[place] ?? ""));
  const whole = excerptOf(text, locations, 0, text.length);
  return {
    ...page,
    raw_content: page.content,
    locations,
    weighted_locations: locations.map(weighted),
    ...whole,
    sub_results: subResults(page, text, locations),
  };
}

/** A stem begins its words: of most tokens a look for the first letters says that they are not meant. */
const HEAD = 2;
/** What folding makes one letter of. */
const FOLDED: Readonly<Record<string, string>> = { е: "[её]", и: "[ий]" };
/** Of other letters folding makes others than these. */
const ORDINARY = /^[а-яё\0-\u007f«»„“”—–…]*$/i;

/** @returns whether any word of what stands between two spaces is marked */
function matcher(stems: ReadonlySet<string>): (token: string) => boolean {
  if (stems.size === 0) return () => false;
  const likely = new RegExp([...new Set(Array.from(stems, headPattern))].join("|"), "i");
  const isMeant = (part: string): boolean => markOf(part, stems) !== undefined;
  return (token) =>
    (likely.test(token) || !ORDINARY.test(token)) && words(token).flatMap(wordParts).some(isMeant);
}

/** Stems are letters and digits: none has a meaning in a pattern. */
function headPattern(root: string): string {
  return Array.from(root.slice(0, HEAD), (letter) => FOLDED[letter] ?? letter).join("");
}

function weighted(location: number) {
  return { weight: 1, balanced_score: 1, location };
}

function excerptOf(
  text: readonly string[],
  locations: readonly number[],
  from: number,
  to: number,
) {
  const start = bestStart(locations, from, to);
  const end = Math.min(to, start + EXCERPT_LENGTH);
  const marked = new Set(locations);
  const shown = text.slice(start, end);
  const html = shown.map((word, index) =>
    marked.has(start + index) ? markedWord(word) : escapeHtml(word),
  );
  return {
    excerpt: joinWords(html.join(" ")),
    plain_excerpt: escapeHtml(joinWords(shown.join(" "))),
  };
}

/** Signs around a word are not marked with it. */
const CORE = /[\p{L}\p{N}](?:.*[\p{L}\p{N}\p{M}])?/u;

function markedWord(word: string): string {
  const core = CORE.exec(word) ?? { 0: word, index: 0 };
  const before = word.slice(0, core.index);
  const after = word.slice(core.index + core[0].length);
  return `${escapeHtml(before)}<mark>${escapeHtml(core[0])}</mark>${escapeHtml(after)}`;
}

/** The window with the most matches, a little of what stands before them in it. */
function bestStart(locations: readonly number[], from: number, to: number): number {
  const inside = locations.filter((place) => place >= from && place < to);
  let best = from;
  let most = 0;
  for (const [index, place] of inside.entries()) {
    const count = inside.slice(index).filter((other) => other < place + EXCERPT_LENGTH).length;
    if (count > most) {
      most = count;
      best = place;
    }
  }
  const last = Math.max(from, to - EXCERPT_LENGTH);
  return Math.max(from, Math.min(best - 4, last));
}

/** The page's parts that hold a match, by the headings that have an anchor. */
function subResults(
  page: LoadedPage,
  text: readonly string[],
  locations: readonly number[],
): SubResult[] {
  const anchors = page.anchors
    .filter(({ element }) => SUB_RESULT_HEADING.test(element))
    .toSorted((a, b) => a.location - b.location);
  const parts: (Anchor | undefined)[] = [undefined, ...anchors];
  return parts.flatMap((anchor, index) => {
    const from = anchor?.location ?? 0;
    const to = parts[index + 1]?.location ?? text.length;
    const own = locations.filter((place) => place >= from && place < to);
    if (own.length === 0) return [];
    return {
      title: joinWords(anchor?.text.trim() ?? page.meta.title ?? ""),
      url: anchor === undefined ? page.url : `${page.url.replace(/#.*$/, "")}#${anchor.id}`,
      locations: own,
      weighted_locations: own.map(weighted),
      ...excerptOf(text, own, from, to),
      ...(anchor === undefined ? {} : { anchor }),
    };
  });
}
