import {
  childNodesOf,
  type DomElement,
  type DomNode,
  elementsIn,
  firstIn,
  isBlock,
  isElement,
  isText,
  removeNode,
} from "./dom.ts";

/** Elements whose text may be cut into paragraphs. */
const HOLDERS = new Set(["ARTICLE", "BLOCKQUOTE", "BODY", "CENTER", "DIV", "SECTION"]);

/**
 * Makes paragraphs where a blank line is one, and line breaks where a line ends, as WordPress does
 * with what was typed into it.
 */
export function splitParagraphs(holder: DomElement): void {
  let paragraph: DomElement | undefined;
  for (const node of childNodesOf(holder)) {
    if (isElement(node) && isBlock(node)) {
      if (HOLDERS.has(node.nodeName)) splitParagraphs(node);
      paragraph = undefined;
    } else if (isText(node)) paragraph = cutText(node, holder, paragraph);
    else {
      paragraph ??= openParagraph(holder, node);
      paragraph.appendChild(node);
    }
  }
}

function openParagraph(holder: DomElement, before: DomNode): DomElement {
  const paragraph = holder.ownerDocument.createElement("p");
  holder.insertBefore(paragraph, before);
  return paragraph;
}

/** @returns the paragraph that what stands behind the text belongs to */
function cutText(
  node: DomNode,
  holder: DomElement,
  open: DomElement | undefined,
): DomElement | undefined {
  let paragraph = open;
  for (const [index, part] of node.data.split(/\n[ \t]*\n\s*/).entries()) {
    if (index > 0) paragraph = undefined;
    if (part.trim() === "" && paragraph === undefined) continue;
    paragraph ??= openParagraph(holder, node);
    appendLines(paragraph, part);
  }
  removeNode(node);
  return paragraph;
}

function appendLines(paragraph: DomElement, text: string): void {
  const { ownerDocument } = paragraph;
  for (const [index, line] of text.split("\n").entries()) {
    if (index > 0) paragraph.appendChild(ownerDocument.createElement("br"));
    paragraph.appendChild(ownerDocument.createTextNode(line));
  }
}

/** A break at the edge of a block breaks nothing, and two of them make a new paragraph. */
export function settleBreaks(root: DomElement): void {
  for (const end of elementsIn(root, "br")) {
    if (isAtEdge(end, "previousSibling") || isAtEdge(end, "nextSibling")) removeNode(end);
  }
}

type Direction = "previousSibling" | "nextSibling";

function isAtEdge(node: DomNode, direction: Direction): boolean {
  for (let at: DomNode | null = node; at !== null; at = at.parentNode) {
    const next = nextWithContent(at, direction);
    if (next !== null) return isBlock(next);
    if (at.parentNode === null || isBlock(at.parentNode)) return true;
  }
  return true;
}

/** @returns the next sibling that shows something */
function nextWithContent(node: DomNode, direction: Direction): DomNode | null {
  let next = node[direction];
  while (next !== null && !showsSomething(next)) next = next[direction];
  return next;
}

function showsSomething(node: DomNode): boolean {
  if (isElement(node)) return isBlock(node) || hasContent(node);
  return isText(node) && node.data.trim() !== "";
}

function hasContent(element: DomElement): boolean {
  if (element.nodeName === "BR") return false;
  return (
    element.nodeName === "IMG" ||
    element.textContent.trim() !== "" ||
    firstIn(element, "img") !== undefined
  );
}

/** @returns whether the next thing after a break is another one */
export function isBeforeBreak(end: DomNode): boolean {
  return neighbour(end, "nextSibling")?.nodeName === "BR";
}

/** @returns whether the last thing before a break is another one */
export function isBehindBreak(end: DomNode): boolean {
  return neighbour(end, "previousSibling")?.nodeName === "BR";
}

function neighbour(node: DomNode, direction: Direction): DomNode | null {
  let next = node[direction];
  while (next !== null && !isElement(next) && (!isText(next) || next.data.trim() === ""))
    next = next[direction];
  return next;
}
