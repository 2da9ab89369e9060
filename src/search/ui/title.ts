/** What an excerpt repeats of a title may be a coincidence where it is shorter. */
const LEAST_OVERLAP = 12;

/** Pagefind ends every block with a full stop of its own. */
const BETWEEN = /^[\s.…]*/;

/**
 * The text of a page begins with its title, and so does many an excerpt. What it repeats of the
 * title goes there, with its marks, and the excerpt begins behind it.
 *
 * @param title holds the title as plain text
 * @param excerpt holds the excerpt with its marks; it may be empty afterwards
 */
export function shareMarks(title: Element, excerpt: Element): void {
  const name = title.textContent ?? "";
  const start = overlapStart(name, excerpt.textContent ?? "");
  if (start === undefined) return;
  const marked = takeFront(excerpt, name.length - start);
  title.replaceChildren(name.slice(0, start), marked);
  takeFront(excerpt, BETWEEN.exec(excerpt.textContent ?? "")?.[0].length ?? 0);
}

/**
 * @returns where the part of the title begins that the excerpt begins with; nothing where they have
 *   too little in common
 */
function overlapStart(title: string, excerpt: string): number | undefined {
  // An excerpt has plain spaces between its words.
  const plain = title.replace(/\s/g, " ");
  const starts = [...plain.matchAll(/(?<= |^)\S/g)].map(({ index }) => index);
  return starts.find((start) => {
    const isLong = start === 0 || plain.length - start >= LEAST_OVERLAP;
    return isLong && excerpt.startsWith(plain.slice(start));
  });
}

/** In characters: so much of an excerpt stands before its first mark on one line. */
const MOST_BEFORE_MARK = 40;
const WORDS_BEFORE_MARK = 4;

/** Begins an excerpt that has one line only shortly before its first mark, so that it is seen. */
export function bringMarkForward(excerpt: Element): void {
  const mark = excerpt.querySelector("mark");
  if (mark === null) return;
  const range = document.createRange();
  range.setStart(excerpt, 0);
  range.setEndBefore(mark);
  const before = range.toString();
  if (before.length <= MOST_BEFORE_MARK) return;
  const kept = before
    .split(" ")
    .slice(-WORDS_BEFORE_MARK - 1)
    .join(" ");
  takeFront(excerpt, before.length - kept.length);
  excerpt.prepend("… ");
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
