import { unescapeHtml } from "../../language/index.ts";
import type { PageData } from "../engine/index.ts";

/** A shorter overlap of excerpt and title may be a coincidence. */
const LEAST_OVERLAP = 12;

/** Pagefind ends every block with a full stop of its own. */
const BETWEEN = /^[\s.…]*/;

/** Where an excerpt begins and ends in the midst of a sentence. */
type Cut = NonNullable<PageData["isCut"]>;

/** What texts of a result are made of; everything but marked HTML is plain. */
export type ResultTexts = Pick<PageData, "url" | "excerpt" | "meta" | "markedTitle" | "isCut">;

/**
 * Fills the places of a result's title and excerpt. The text of a page begins with its title, and so
 * does many an excerpt: what it repeats of the title is left out, and may leave nothing.
 *
 * @returns where the excerpt is cut
 */
export function fillTexts(title: Element, excerpt: Element, data: ResultTexts): Cut {
  const { url, meta, markedTitle } = data;
  excerpt.append(...markedText(data.excerpt));
  title.append(...(markedTitle ? markedText(markedTitle) : [meta.title ?? url]));
  const cut = data.isCut ?? guessedCut(excerpt.textContent ?? "");
  return takeTitle(title, excerpt, markedTitle !== undefined) ? { ...cut, start: false } : cut;
}

/**
 * An excerpt as nodes. Nothing is read as HTML but `mark`, whatever stands in the text, and no policy
 * for HTML from strings is needed.
 *
 * @param excerpt HTML in which all is escaped but `mark`
 */
function markedText(excerpt: string): Node[] {
  return excerpt.split(/(<mark>[^<]*<\/mark>)/).flatMap((part): Node[] => {
    const marked = /^<mark>([^<]*)<\/mark>$/.exec(part)?.[1];
    if (marked === undefined) return part === "" ? [] : [new Text(unescapeHtml(part))];
    const mark = document.createElement("mark");
    mark.textContent = unescapeHtml(marked);
    return [mark];
  });
}

/** What Pagefind cuts, in other languages, it says nothing of. */
function guessedCut(text: string): Cut {
  return { start: /^\s*\p{Ll}/u.test(text), end: !/[.!?…]["»”)]?\s*$/.test(text) };
}

/** Says by «…» where an excerpt is cut. */
export function addEllipses(excerpt: Element, { start, end }: Cut): void {
  if (start) excerpt.prepend("… ");
  if (!end) return;
  const last = excerpt.lastChild;
  if (last instanceof Text) last.data = last.data.replace(/[\s,;:—-]+$/, "");
  excerpt.append("…");
}

/**
 * @param isMarked whether the title has its marks; else it gets those of the excerpt
 * @returns whether the excerpt began with words of the title; it begins behind them now
 */
function takeTitle(title: Element, excerpt: Element, isMarked: boolean): boolean {
  const name = title.textContent ?? "";
  const start = overlapStart(name, excerpt.textContent ?? "");
  if (start === undefined) return false;
  const marked = takeFront(excerpt, name.length - start);
  if (!isMarked) title.replaceChildren(name.slice(0, start), marked);
  takeFront(excerpt, BETWEEN.exec(excerpt.textContent ?? "")?.[0].length ?? 0);
  return true;
}

/**
 * @returns where the part of the title begins that the excerpt begins with; nothing where they have
 *   too little in common
 */
function overlapStart(title: string, excerpt: string): number | undefined {
  // Which spaces break is not the same in both.
  const plain = title.replace(/\s/g, " ");
  const begun = excerpt.replace(/\s/g, " ");
  const starts = [...plain.matchAll(/(?<= |^)\S/g)].map(({ index }) => index);
  return starts.find((start) => {
    const isLong = start === 0 || plain.length - start >= LEAST_OVERLAP;
    return isLong && begun.startsWith(plain.slice(start));
  });
}

/** In characters: so much of an excerpt stands before its first mark on one line. */
const MOST_BEFORE_MARK = 40;
const WORDS_BEFORE_MARK = 4;

/**
 * Begins an excerpt that has one line only shortly before its first mark, so that it is seen.
 *
 * @returns where it is cut then
 */
export function bringMarkForward(excerpt: Element, cut: Cut): Cut {
  const mark = excerpt.querySelector("mark");
  if (mark === null) return cut;
  const range = document.createRange();
  range.setStart(excerpt, 0);
  range.setEndBefore(mark);
  const before = range.toString();
  if (before.length <= MOST_BEFORE_MARK) return cut;
  // Words joined by a non-breaking space stay together.
  const kept = before
    .split(" ")
    .slice(-WORDS_BEFORE_MARK - 1)
    .join(" ");
  const left = before.slice(0, before.length - kept.length);
  takeFront(excerpt, left.length);
  return { ...cut, start: !/[.!?…]["»”)]*\s*$/.test(left) };
}

/** Takes the first characters out of an element, with their marks. */
function takeFront(element: Element, length: number): DocumentFragment {
  const range = document.createRange();
  range.setStart(element, 0);
  let rest = length;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    range.setEnd(node, Math.min(rest, node.length));
    if (rest <= node.length) break;
    rest -= node.length;
  }
  const taken = range.extractContents();
  for (const mark of element.querySelectorAll("mark:empty")) mark.remove();
  return taken;
}
