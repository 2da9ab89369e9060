import { FOLLOWS } from "../../markdown/markdown-emphasis.ts";
import {
  attribute,
  childNodesOf,
  create,
  type DomElement,
  type DomNode,
  elementsIn,
  firstIn,
  isBlock,
  isElement,
  isText,
  siblingOf,
  unwrap,
} from "./dom.ts";

/** Marks of Markdown by the elements that they stand for. */
const MARKS: Readonly<Record<string, string>> = {
  B: "**",
  STRONG: "**",
  I: "*",
  EM: "*",
  DEL: "~~",
  S: "~~",
  STRIKE: "~~",
};

/** Elements that Markdown has no marks for; their words stay. */
const PLAIN =
  "span font u ins mark small big abbr acronym cite time label var dfn bdi bdo tt nobr data output";

const ALL = "b strong i em del s strike";
const SELECTOR = ALL.replaceAll(" ", ", ");

/**
 * Changes emphasis into what Markdown can express. Its marks do not work with punctuation inside of them
 * and a letter right outside: «**Минск.**Сегодня». No word of the text is changed.
 */
export function settleEmphasis(root: DomElement): void {
  nameStyled(root);
  for (const element of elementsIn(root, PLAIN)) unwrap(element);
  for (const element of elementsIn(root, `${ALL} a code q`).reverse()) {
    if (isBlank(element)) unwrap(element);
    else if (markOf(element) === undefined) continue;
    else if (isInsideSame(element) || holdsBlocks(element)) unwrap(element);
  }
  mergeAlike(root, `${ALL} code`);
  for (const element of elementsIn(root, ALL)) {
    moveEdge(element, "first");
    moveEdge(element, "last");
    if (!canBeMarked(element)) unwrap(element);
  }
  // Two pieces of code may be neighbours now, and Markdown takes «`a``b`» for one.
  mergeAlike(root, "code");
}

const BOLD = /font-weight\s*:\s*(?:bold|[6-9]00)/i;
const ITALIC = /font-style\s*:\s*(?:italic|oblique)/i;
const HEADINGS = "h1, h2, h3, h4, h5, h6";

/** Blogger, Word and Google Docs write what is bold as a style, and around a whole text that it is not. */
function nameStyled(root: DomElement): void {
  for (const element of elementsIn(root, "span font b strong")) {
    const style = attribute(element, "style") ?? "";
    if (markOf(element) !== undefined) {
      if (/font-weight\s*:\s*(?:normal|[1-4]00)/i.test(style)) unwrap(element);
      continue;
    }
    if (element.closest(HEADINGS) !== null) continue;
    if (BOLD.test(style)) element.appendChild(create(element, "b", {}, ...childNodesOf(element)));
    if (ITALIC.test(style)) element.appendChild(create(element, "i", {}, ...childNodesOf(element)));
  }
}

function mergeAlike(root: DomElement, names: string): void {
  root.normalize();
  for (const element of elementsIn(root, names)) {
    if (element.parentNode !== null) mergeNext(element);
  }
  root.normalize();
}

function isBlank(element: DomElement): boolean {
  return element.textContent.trim() === "" && firstIn(element, "img") === undefined;
}

function markOf(node: DomNode | null): string | undefined {
  return node === null ? undefined : MARKS[node.nodeName];
}

function isInsideSame(element: DomElement): boolean {
  for (let above = element.parentNode; above !== null; above = above.parentNode) {
    if (markOf(above) === markOf(element)) return true;
  }
  return false;
}

function holdsBlocks(element: DomElement): boolean {
  return elementsIn(element).some(isBlock);
}

/** «<b>a</b><b>b</b>» is one passage. */
function mergeNext(element: DomElement): void {
  for (
    let next = element.nextSibling;
    isElement(next) && isSamePassage(next, element);
    next = element.nextSibling
  ) {
    for (const child of childNodesOf(next)) element.appendChild(child);
    next.remove();
  }
}

function isSamePassage(one: DomElement, other: DomElement): boolean {
  return (
    one.nodeName === other.nodeName || (markOf(one) !== undefined && markOf(one) === markOf(other))
  );
}

type Edge = "first" | "last";

/** Moves punctuation and spaces at an edge outside if the marks would not work with them. */
function moveEdge(element: DomElement, edge: Edge): void {
  const children = childNodesOf(element);
  const node = edge === "first" ? children[0] : children.at(-1);
  if (node === undefined) return;
  if (node.nodeName === "BR") {
    moveOut(node, element, edge);
    moveEdge(element, edge);
    return;
  }
  if (!isText(node) || !isWordSign(signBeside(element, edge))) return;
  const form = edge === "first" ? /^[^\p{L}\p{N}]+/u : /[^\p{L}\p{N}]+$/u;
  const [outside] = form.exec(node.data) ?? [];
  if (outside === undefined) return;
  node.data =
    edge === "first" ? node.data.slice(outside.length) : node.data.slice(0, -outside.length);
  moveOut(element.ownerDocument.createTextNode(outside), element, edge);
}

function moveOut(node: DomNode, element: DomElement, edge: Edge): void {
  element.parentNode?.insertBefore(node, edge === "first" ? element : element.nextSibling);
}

function canBeMarked(element: DomElement): boolean {
  if (!/[\p{L}\p{N}\p{S}\p{P}]/u.test(element.textContent)) return false;
  if (markOf(beside(element, "first")) !== undefined || isTakenForStray(element)) return false;
  const isNested = isElement(element.parentNode) && element.parentNode.closest(SELECTOR) !== null;
  return (["first", "last"] as const).every((edge) => {
    const outside = signBeside(element, edge);
    // Nested marks run together with the outer ones unless a space is between them.
    if (isNested) return outside === undefined || /\s/.test(outside);
    return !isWordSign(outside) || isWordSign(signInside(element, edge));
  });
}

/** The site leaves asterisks alone that stand for letters of a word or mark footnotes. */
function isTakenForStray(element: DomElement): boolean {
  if (markOf(element)?.[0] !== "*") return false;
  const [before, after] = [signBeside(element, "first"), signBeside(element, "last")];
  const inside = signInside(element, "first");
  if (before === undefined || /\s/.test(before)) return false;
  if (!isWordSign(before)) return FOLLOWS.test(inside ?? "");
  const isNested = isElement(element.parentNode) && element.parentNode.closest(SELECTOR) !== null;
  const isSpread = /\s/.test(element.textContent) && isWordSign(after);
  return isNested || isSpread || elementsIn(element, ALL).length > 0;
}

/** @returns the sign right outside, if it is in the same block. Links, images and code begin with a bracket. */
function signBeside(element: DomElement, edge: Edge): string | undefined {
  const node = beside(element, edge);
  if (node === null) {
    const above = element.parentNode;
    return above !== null && !isBlock(above) ? signBeside(above, edge) : undefined;
  }
  if (isElement(node) && (isBlock(node) || node.nodeName === "BR")) return undefined;
  if (isElement(node) && /^(?:A|CODE|IMG)$/.test(node.nodeName)) return "[";
  return edgeSign(node, edge === "first" ? "last" : "first");
}

function beside(element: DomElement, edge: Edge): DomNode | null {
  const direction = edge === "first" ? "previousSibling" : "nextSibling";
  return siblingOf(element, direction, (one) => isElement(one) || (isText(one) && one.data !== ""));
}

function signInside(element: DomElement, edge: Edge): string | undefined {
  const children = childNodesOf(element).filter((node) => isElement(node) || isText(node));
  const node = edge === "first" ? children[0] : children.at(-1);
  if (node === undefined) return "[";
  if (!isElement(node)) return edgeSign(node, edge);
  // Marks of one sign run together; any other element begins with punctuation.
  const isSameSign = markOf(node)?.[0] === markOf(element)?.[0];
  return isSameSign ? signInside(node, edge) : "[";
}

/** An address is written between angle brackets, except in a link. */
function edgeSign(node: DomNode, edge: Edge): string | undefined {
  const text = node.textContent;
  const isInLink = isElement(node.parentNode) && node.parentNode.closest("a") !== null;
  const address = edge === "first" ? /^(?:https?|ftp):\/\// : /(?:https?|ftp):\/\/\S+$/;
  if (!isInLink && address.test(text)) return "<";
  return edge === "first" ? [...text.slice(0, 2)][0] : [...text.slice(-2)].at(-1);
}

/** Neither a space nor punctuation. */
function isWordSign(sign: string | undefined): boolean {
  return sign !== undefined && /[^\s\p{P}\p{S}\u200b]/u.test(sign);
}
