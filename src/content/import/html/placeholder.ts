import { create, type Direction, type DomNode, isBlock, isText } from "./dom.ts";

/** Blocks that may hold other blocks beside words. */
const OPEN_BLOCKS = new Set([
  "ARTICLE",
  "BLOCKQUOTE",
  "BODY",
  "CENTER",
  "DIV",
  "FIGURE",
  "SECTION",
]);

/**
 * Moves the link to a picture at an edge of a paragraph into a paragraph of its own. In the middle of a
 * sentence it stays.
 */
export function standApart(stand: DomNode): void {
  const block = blockOf(stand);
  if (block === null) return;
  const isParagraph = block.nodeName === "P";
  if (!isParagraph && !OPEN_BLOCKS.has(block.nodeName)) return;
  const [before, after] = [
    hasWords(stand, block, "previousSibling"),
    hasWords(stand, block, "nextSibling"),
  ];
  if ((before && after) || (!before && !after && isParagraph)) return;
  const apart = create(stand, "div");
  const near = isParagraph ? block : childOf(block, stand);
  near.parentNode?.insertBefore(apart, before ? near.nextSibling : near);
  apart.appendChild(stand);
}

function blockOf(node: DomNode): DomNode | null {
  let at = node.parentNode;
  while (at !== null && !isBlock(at)) at = at.parentNode;
  return at;
}

function childOf(block: DomNode, inner: DomNode): DomNode {
  let at = inner;
  while (at.parentNode !== null && at.parentNode !== block) at = at.parentNode;
  return at;
}

/** Whether there are words on the same line. A block or a break ends it; in bare text a line end does. */
function hasWords(stand: DomNode, block: DomNode, direction: Direction): boolean {
  for (const node of beside(stand, block, direction)) {
    if (isBlock(node) || node.nodeName === "BR") return false;
    const isBare = block.nodeName !== "P" && isText(node);
    const lines = isBare ? node.textContent.split("\n") : [node.textContent];
    const line = direction === "nextSibling" ? lines[0] : lines.at(-1);
    if ((line ?? "").trim() !== "") return true;
    if (lines.length > 1) return false;
  }
  return false;
}

/** The nodes on one side of another, the nearest first, up to the edge of its block. */
function* beside(stand: DomNode, block: DomNode, direction: Direction): Generator<DomNode> {
  for (let at: DomNode | null = stand; at !== null && at !== block; at = at.parentNode) {
    for (let next = at[direction]; next !== null; next = next[direction]) yield next;
  }
}
