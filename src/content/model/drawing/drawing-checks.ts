import { shortened } from "../field-names.ts";
import { DrawingFault, MENDS, type Where } from "./drawing-fault.ts";
import { SVG, XLINK, XML } from "./drawing-namespaces.ts";
import {
  isAnimated,
  isDrawn,
  isKnownAttribute,
  isXlinkAttribute,
  isXmlAttribute,
  mayLeadTo,
} from "./drawing-rules.ts";
import { findStyleFault } from "./drawing-styles.ts";

/** An attribute with its namespace. */
export interface DrawingAttribute {
  readonly name: string;
  readonly local: string;
  readonly uri: string;
  readonly value: string;
}

const XHTML = "http://www.w3.org/1999/xhtml";

/** @throws DrawingFault where a drawing has no such element */
export function checkElement(
  { name, local, uri }: { readonly name: string; readonly local: string; readonly uri: string },
  where: Where,
): void {
  if (uri === SVG && isDrawn(local)) return;
  const isLink = uri === SVG && local === "a";
  const isHtml = uri === XHTML || local === "foreignObject";
  const mend = isLink ? MENDS.link : isHtml ? MENDS.html : MENDS.plain;
  const foreign = uri === SVG ? "" : ` из «${uri}»`;
  throw new DrawingFault(`элемента <${name}>${foreign} в рисунке быть не может`, mend, where);
}

/**
 * @param element the local name of its element
 * @throws DrawingFault where a drawing has no such attribute, or none of such a value
 */
export function checkAttribute(
  element: string,
  { name, local, uri, value }: DrawingAttribute,
  where: Where,
): void {
  const isKnown =
    (uri === "" && isKnownAttribute(local)) ||
    (uri === XLINK && isXlinkAttribute(local)) ||
    (uri === XML && isXmlAttribute(local));
  const fault = (what: string, mend: string): DrawingFault =>
    new DrawingFault(`${what} в рисунке быть не может`, mend, where);
  if (!isKnown) throw fault(`атрибута «${name}»`, MENDS.plain);
  if (local === "href" && !mayLeadTo(element, value)) {
    throw fault(`ссылки ${name}="${shortened(value)}"`, MENDS.outside);
  }
  if (local === "attributeName" && !isAnimated(value.trim())) {
    throw fault(`анимации атрибута «${shortened(value)}»`, MENDS.plain);
  }
  if (element === "style" && local === "type" && !isCss(value)) {
    throw fault(`стилей «${shortened(value)}»`, MENDS.plain);
  }
  if (mayHoldStyles(local, uri)) checkStyle(value, where);
}

/** @throws DrawingFault where a style might load something */
export function checkStyle(text: string, where: Where): void {
  const found = findStyleFault(text);
  if (found === undefined) return;
  const what = `«${shortened(found.what)}» в стилях рисунка быть не может`;
  throw new DrawingFault(what, MENDS.style, where);
}

function isCss(type: string): boolean {
  return ["", "text/css"].includes(type.trim().toLowerCase());
}

/** Names and texts are nothing to CSS; an address has been looked at. */
function mayHoldStyles(local: string, uri: string): boolean {
  return uri === "" && !/^(?:href|id|class|role|lang|data-.*|aria-.*)$/.test(local);
}
