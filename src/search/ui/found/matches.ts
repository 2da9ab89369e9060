import { foundWords, markOf, wordParts, words } from "../../../language/index.ts";

/** A word of the page that the search had found. */
export interface Match {
  readonly range: Range;
  /** As it stands. */
  readonly text: string;
  readonly stem: string;
}

/**
 * The words of some elements whose stem is among those that the search found, in the order of the
 * page; by the rules of the excerpts (src/search/engine/excerpt.ts).
 *
 * @param elements none of them in another
 * @param stems of the query, as markOf reads them
 */
export function findMatches(elements: Iterable<Element>, stems: ReadonlySet<string>): Match[] {
  return [...elements].flatMap((element) =>
    textNodes(element).flatMap((node) => matchesIn(node, stems)),
  );
}

function textNodes(element: Element): Text[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  return nodes;
}

function matchesIn(node: Text, stems: ReadonlySet<string>): Match[] {
  const matches: Match[] = [];
  let from = 0;
  for (const part of words(node.data).flatMap((word) => piecesOf(word, stems))) {
    const start = node.data.indexOf(part, from);
    from = start + part.length;
    const own = markIn(part, stems);
    if (own !== undefined)
      matches.push({ range: rangeOf(node, start, from), text: part, stem: own });
  }
  return matches;
}

/** @returns the parts of a compound, or the whole of one that was found as «wifi» is of «Wi-Fi» */
function piecesOf(word: string, stems: ReadonlySet<string>): string[] {
  const parts = wordParts(word);
  const isWhole = parts.length > 1 && parts.every((part) => markIn(part, stems) === undefined);
  return isWhole ? [word] : parts;
}

function markIn(text: string, stems: ReadonlySet<string>): string | undefined {
  return foundWords(text)
    .map((word) => markOf(word, stems))
    .find((mark) => mark !== undefined);
}

function rangeOf(node: Text, start: number, end: number): Range {
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  return range;
}

/**
 * The words that are named to the reader: of each stem the shortest form that stands in the page,
 * which is the one closest to what a dictionary has.
 *
 * @returns in lower case, in the order in which their stems first stand in the page
 */
export function namesOf(matches: readonly Match[]): string[] {
  const names = new Map<string, string>();
  for (const { stem: own, text } of matches) {
    const known = names.get(own);
    if (known === undefined || text.length < known.length) names.set(own, text.toLowerCase());
  }
  return [...names.values()];
}
