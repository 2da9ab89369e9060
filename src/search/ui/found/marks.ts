import type { Match } from "./matches.ts";

/** Marks on the page, one of which is the current one. */
export interface Marks {
  /** @param index of the match that becomes the current one */
  go(index: number): void;
  remove(): void;
}

/** The names that styles know (src/site/styles/found.css). */
const FOUND = "found";
const CURRENT = "found-current";

/** Marks matches: in the way that leaves the document alone where the browser has it. */
export function markAll(matches: readonly Match[]): Marks {
  const ranges = matches.map(({ range }) => range);
  return typeof Highlight === "function" && "highlights" in CSS ? highlight(ranges) : wrap(ranges);
}

function highlight(ranges: readonly Range[]): Marks {
  CSS.highlights.set(FOUND, new Highlight(...ranges));
  const current = new Highlight();
  current.priority = 1;
  CSS.highlights.set(CURRENT, current);
  return {
    go: (index) => {
      const range = ranges[index];
      current.clear();
      if (range !== undefined) current.add(range);
    },
    remove: () => {
      CSS.highlights.delete(FOUND);
      CSS.highlights.delete(CURRENT);
    },
  };
}

function wrap(ranges: readonly Range[]): Marks {
  const marks = ranges.map(() => document.createElement("mark"));
  // From the last to the first, so that a text that is split leaves the ranges before it whole.
  for (const [index, range] of [...ranges.entries()].reverse()) {
    const mark = marks[index];
    if (mark === undefined) continue;
    mark.className = FOUND;
    range.surroundContents(mark);
    range.selectNodeContents(mark);
  }
  return {
    go: (index) => {
      for (const [own, mark] of marks.entries()) mark.classList.toggle(CURRENT, own === index);
    },
    remove: () => {
      for (const mark of marks) unwrap(mark);
    },
  };
}

/** The text becomes one node again, as it was. */
function unwrap(mark: HTMLElement): void {
  const parent = mark.parentNode;
  mark.replaceWith(...mark.childNodes);
  parent?.normalize();
}
