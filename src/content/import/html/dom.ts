import domino, { type DomDocument, type DomElement, type DomNode } from "@mixmark-io/domino";

import { ContentError } from "../../model/problem.ts";
import type { Place } from "../imported-item.ts";

export type { DomDocument, DomElement, DomNode } from "@mixmark-io/domino";

/** HTML that nests deeper is an attack: no editor makes it. */
const DEEPEST = 300;

/** No text of news is longer; in characters, in tags. */
const LONGEST = 5_000_000;
const MOST_TAGS = 60_000;

const ELEMENT = 1;
const TEXT = 3;

/** HTML that cannot be read; the message says why, in Russian. */
export class HtmlError extends Error {}

/**
 * @param place of the item that is read
 * @throws ContentError with the place instead of an HtmlError
 */
export function placedHtml<Value>(place: Place, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof HtmlError)) throw error;
    const mend = "исправьте этот материал в источнике или удалите его оттуда.";
    const message = `Материал не читается: ${error.message}`;
    throw new ContentError([{ ...place, message, mend }]);
  }
}

/**
 * @param html a whole page, or a piece of one, which then is in its body
 * @throws HtmlError where it is too long or nests too deep
 */
export function parseHtml(html: string): DomDocument {
  if (html.length > LONGEST) throw new HtmlError("текст длиннее 5 миллионов знаков.");
  refuseBombs(html);
  // The flag makes a document of an empty text too.
  return domino.createDocument(html, true);
}

/** Tags are counted first, for the parser is slow with deep nesting. */
function refuseBombs(html: string): void {
  let [depth, count] = [0, 0];
  for (const [, slash, name = "", empty] of html.matchAll(/<(\/?)([a-z][\w-]*)[^<>]*?(\/?)>/gi)) {
    if (slash === "/") depth = Math.max(0, depth - 1);
    else if (empty !== "/" && !MAY_STAY_OPEN.has(name.toLowerCase())) depth++;
    if (++count > MOST_TAGS) throw new HtmlError(`тегов в тексте больше ${MOST_TAGS}.`);
    if (depth > DEEPEST) throw new HtmlError(`теги вложены глубже ${DEEPEST} уровней.`);
  }
}

/** Elements whose end tag may be left out. */
const MAY_STAY_OPEN = new Set(
  "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot option".split(
    " ",
  ),
);

/** @returns the text of a piece of HTML as a reader would see it */
export function textOfHtml(html: string): string {
  const { body } = parseHtml(html.slice(0, LONGEST));
  for (const hidden of elementsIn(body, "script style noscript")) hidden.remove();
  for (const end of elementsIn(body, "p br div li tr td")) end.after(" ");
  return body.textContent;
}

/** @returns the words of an element in one line, if it has any; lines of the page end with spaces then */
export function wordsInLine(element: DomElement | undefined): string | undefined {
  for (const end of element === undefined ? [] : elementsIn(element, "br p div li")) end.after(" ");
  return element?.textContent.replace(/\s+/g, " ").trim() || undefined;
}

/**
 * The elements inside of another one, in their order. The library's own search for several names is
 * quadratic.
 *
 * @param names in small letters, divided by spaces; none for all elements
 */
export function elementsIn(root: DomElement, names = ""): DomElement[] {
  const wanted = new Set(names.toUpperCase().split(" "));
  const found: DomElement[] = [];
  for (let node = nextNode(root, root); node !== null; node = nextNode(node, root)) {
    if (isElement(node) && (names === "" || wanted.has(node.nodeName.toUpperCase())))
      found.push(node);
  }
  return found;
}

/** @returns the first of such elements */
export function firstIn(root: DomElement, names: string): DomElement | undefined {
  return elementsIn(root, names)[0];
}

/** @returns the next node in the order of the text, null at the end of the root */
export function nextNode(node: DomNode, root: DomNode): DomNode | null {
  if (node.firstChild !== null) return node.firstChild;
  for (let at: DomNode | null = node; at !== null && at !== root; at = at.parentNode) {
    if (at.nextSibling !== null) return at.nextSibling;
  }
  return null;
}

export function isElement(node: DomNode | null): node is DomElement {
  return node?.nodeType === ELEMENT;
}

export function isText(node: DomNode | null): node is DomNode {
  return node?.nodeType === TEXT;
}

/** @returns the children that are there now */
export function childNodesOf(element: DomNode): DomNode[] {
  const nodes: DomNode[] = [];
  for (let node = element.firstChild; node !== null; node = node.nextSibling) nodes.push(node);
  return nodes;
}

/** @returns a new element of the document of a node */
export function create(
  near: DomNode,
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly DomNode[]
): DomElement {
  const element = near.ownerDocument.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  for (const child of children) element.appendChild(child);
  return element;
}

/** Which way siblings are looked through. */
export type Direction = "previousSibling" | "nextSibling";

/** @returns the nearest sibling on one side that is of a kind */
export function siblingOf(
  node: DomNode,
  direction: Direction,
  isWanted: (node: DomNode) => boolean,
): DomNode | null {
  let next = node[direction];
  while (next !== null && !isWanted(next)) next = next[direction];
  return next;
}

/** Takes an element away and leaves what was in it. */
export function unwrap(element: DomElement): void {
  for (const child of childNodesOf(element)) element.parentNode?.insertBefore(child, element);
  element.remove();
}

/** @returns a trimmed attribute, if it is not empty */
export function attribute(
  element: DomElement | null | undefined,
  name: string,
): string | undefined {
  return element?.getAttribute(name)?.trim() || undefined;
}

/** Whether it has lines of its own. */
export function isBlock(node: DomNode): boolean {
  return BLOCKS.has(node.nodeName);
}

const BLOCKS = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIR DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR IFRAME LEGEND LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL VIDEO".split(
    " ",
  ),
);
