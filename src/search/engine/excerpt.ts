import { breakWords, escapeHtml, foundWords, joinWords, markOf } from "../../language/index.ts";
import type { StoredAnchor } from "../format/index.ts";
import type { PageData, SubResult } from "./pagefind.ts";
import type { LoadedPage } from "./segment.ts";
import { endsSentence, isBound, unparted } from "./sentence.ts";

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
  const { isCut, ...whole } = excerptOf(text, locations, 0, text.length);
  return {
    ...page,
    raw_content: page.content,
    locations,
    weighted_locations: locations.map(weighted),
    ...whole,
    isCut,
    markedTitle: markedTitle(page.meta.title ?? "", matches),
    sub_results: subResults(page, text, locations),
  };
}

/** A stem begins its words: of most tokens a look for the first letters says that they are not meant. */
const HEAD = 2;
/** What folding makes one letter of. */
const FOLDED: Readonly<Record<string, string>> = { е: "[её]", и: "[ий]" };
/** Words that are searched as they are shown: no digits, no other alphabets, no mixed ones. */
const ORDINARY = /^(?:[а-яё!-/:-@[-`{-~«»„“”—–…]*|[!-/:-~]*)$/i;

/** @returns whether any word of what stands between two spaces is marked */
function matcher(stems: ReadonlySet<string>): (token: string) => boolean {
  if (stems.size === 0) return () => false;
  const likely = new RegExp([...new Set(Array.from(stems, headPattern))].join("|"), "i");
  const isMeant = (part: string): boolean => markOf(part, stems) !== undefined;
  return (token) =>
    (likely.test(token) || !ORDINARY.test(token)) && foundWords(token).some(isMeant);
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
  const start = unparted(text, bestStart(locations, from, to), -1, from);
  const end = unparted(text, Math.min(to, start + EXCERPT_LENGTH), 1, to);
  const marked = new Set(locations);
  const shown = text.slice(start, end);
  const html = shown.map((word, index) =>
    marked.has(start + index) ? markedWord(word) : escapeHtml(word),
  );
  return {
    excerpt: joinWords(spaced(html, shown)),
    plain_excerpt: escapeHtml(joinWords(spaced(shown, shown))),
    isCut: {
      start: start > from && !endsSentence(text[start - 1] ?? "", text[start]),
      end: end < to && !endsSentence(text[end - 1] ?? "", text[end]),
    },
  };
}

/** @param words as they are shown, one for each of the text; what is bound stays on one line */
function spaced(words: readonly string[], text: readonly string[]): string {
  return words.reduce((all, word, at) => {
    const before = text[at - 1] ?? "";
    const isOne = isBound(before, text[at] ?? "") && !before.endsWith("\u2060");
    return `${all}${at === 0 ? "" : isOne ? "\u00a0" : " "}${word}`;
  }, "");
}

/** @returns the title as HTML, with marks by the rules of excerpts; its own spaces stay */
function markedTitle(title: string, matches: (token: string) => boolean): string {
  const tokens = breakWords(title).split(/(\s+)/);
  return joinWords(
    tokens.map((token) => (matches(token) ? markedWord(token) : escapeHtml(token))).join(""),
  );
}

/** Signs around a word are not marked with it. */
const CORE = /[\p{L}\p{N}](?:.*[\p{L}\p{N}\p{M}])?/u;

function markedWord(word: string): string {
  const core = CORE.exec(word) ?? { 0: word, index: 0 };
  const before = word.slice(0, core.index);
  const after = word.slice(core.index + core[0].length);
  return `${escapeHtml(before)}<mark>${escapeHtml(core[0])}</mark>${escapeHtml(after)}`;
}

/** The start of the window with the most matches, with some words before them. */
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
  const parts: (StoredAnchor | undefined)[] = [undefined, ...anchors];
  return parts.flatMap((anchor, index) => {
    const from = anchor?.location ?? 0;
    const to = parts[index + 1]?.location ?? text.length;
    const own = locations.filter((place) => place >= from && place < to);
    if (own.length === 0) return [];
    const { isCut, ...excerpt } = excerptOf(text, own, from, to);
    return {
      title: joinWords(anchor?.text.trim() ?? page.meta.title ?? ""),
      url: anchor === undefined ? page.url : `${page.url.replace(/#.*$/, "")}#${anchor.id}`,
      locations: own,
      weighted_locations: own.map(weighted),
      ...excerpt,
      ...(anchor === undefined ? {} : { anchor }),
    };
  });
}
