import {
  childNodesOf,
  create,
  type Direction,
  type DomElement,
  type DomNode,
  elementsIn,
  firstIn,
  isBlock,
  isElement,
  isText,
  siblingOf,
} from "./dom.ts";

/** Elements whose text may be cut into paragraphs. */
const HOLDERS = new Set(["ARTICLE", "BLOCKQUOTE", "BODY", "CENTER", "DIV", "SECTION"]);

/**
 * Makes paragraphs at blank lines and breaks at the ends of lines, as WordPress does with typed text.
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
  const paragraph = create(holder, "p");
  holder.insertBefore(paragraph, before);
  return paragraph;
}

/** @returns the paragraph that is open behind the text */
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
  node.remove();
  return paragraph;
}

function appendLines(paragraph: DomElement, text: string): void {
  for (const [index, line] of text.split("\n").entries()) {
    if (index > 0) paragraph.appendChild(create(paragraph, "br"));
    paragraph.appendChild(paragraph.ownerDocument.createTextNode(line));
  }
}

/** Removes breaks at the edges of blocks, where they break nothing. */
export function settleBreaks(root: DomElement): void {
  for (const end of elementsIn(root, "br")) {
    if (isAtEdge(end, "previousSibling") || isAtEdge(end, "nextSibling")) end.remove();
  }
}

function isAtEdge(node: DomNode, direction: Direction): boolean {
  for (let at: DomNode | null = node; at !== null; at = at.parentNode) {
    const next = siblingOf(at, direction, showsSomething);
    if (next !== null) return isBlock(next);
    if (at.parentNode === null || isBlock(at.parentNode)) return true;
  }
  return true;
}

function showsSomething(node: DomNode): boolean {
  if (!isElement(node)) return hasWords(node);
  if (isBlock(node) || node.nodeName === "IMG") return true;
  return node.textContent.trim() !== "" || firstIn(node, "img") !== undefined;
}

function hasWords(node: DomNode): boolean {
  return isText(node) && node.data.trim() !== "";
}

/** @returns whether a break has another one beside it, on one side */
export function isBesideBreak(end: DomNode, direction: Direction): boolean {
  const next = siblingOf(end, direction, (node) => isElement(node) || hasWords(node));
  return next?.nodeName === "BR";
}
