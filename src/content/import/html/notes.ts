import {
  attribute,
  childNodesOf,
  create,
  type DomElement,
  elementsIn,
  firstIn,
  isElement,
  isText,
} from "./dom.ts";
import {
  highestNumber,
  isNoteItem,
  type Places,
  placesIn,
  targetOf,
  toNoteItem,
  toReference,
} from "./footnotes.ts";

/** A raised sign of a note: 1, [1], (1), *, †. */
const SIGN = /^[[(]?(?:\d{1,3}|[*†‡]{1,3})[\])]?$/;

/** A link back from a note to its sign. */
const BACK = /^(?:[↩↑^⬆]\ufe0e?\ufe0f?|[[(]?(?:\d{1,3}|[*†‡]{1,3})[\])]?\.?|наверх|назад)$/i;

const ARROW = /^[↩↑^⬆]\ufe0e?\ufe0f?$/;

/** A mark that leads to a note and back, raised or not: [1], 1, *, (2), ¹, iv. */
const MARK = /^[[(]?\s*(?:\d{1,4}|[*†‡]{1,4}|[ivx]{1,6}|[a-zа-я]|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})\s*[\])]?\.?$/iu;

/** Blocks that may hold one note. */
const RAISED_HOLDERS = "li, p, dd, div, aside";
const HOLDERS = "p, li, div";

/**
 * Makes footnotes of raised signs that lead to a block further down, as the block editor of WordPress
 * and editors of pages write them. The block need not lead back.
 *
 * @param root is changed in place
 */
export function pairRaisedNotes(root: DomElement): void {
  const places = placesIn(root);
  const order = new Map(elementsIn(root).map((element, index) => [element, index]));
  const numbers = new Map<DomElement, number>();
  let highest = highestNumber(root);
  for (const anchor of elementsIn(root, "a")) {
    const block = raisedNoteOf(anchor, places);
    const around = anchor.closest(RAISED_HOLDERS);
    if (block === undefined || (order.get(block) ?? 0) <= (order.get(anchor) ?? 0)) continue;
    if (around !== null && numbers.has(around)) continue;
    const number = numbers.get(block) ?? ++highest;
    numbers.set(block, number);
    toReference(anchor, number);
  }
  for (const [block, number] of numbers) moveRaisedNote(root, block, number, places);
  if (numbers.size > 0) removeLastRule(root);
}

function raisedNoteOf(anchor: DomElement, places: Places): DomElement | undefined {
  const raised = anchor.closest("sup");
  if (raised === null || raised.className.includes("footnote-ref")) return undefined;
  if (!SIGN.test(anchor.textContent.trim())) return undefined;
  const block = targetOf(anchor, places)?.closest(RAISED_HOLDERS);
  return !block || block.contains(anchor) || isNoteItem(block) ? undefined : block;
}

function moveRaisedNote(root: DomElement, block: DomElement, number: number, places: Places): void {
  for (const back of elementsIn(block, "a")) if (isBack(back, places)) back.remove();
  trimSign(block);
  const item = create(root, "li", {}, ...childNodesOf(block));
  toNoteItem(item, number);
  const list = block.parentNode;
  block.remove();
  if (/^[OU]L$/.test(list?.nodeName ?? "") && list?.textContent.trim() === "") list.remove();
  root.appendChild(item);
}

/** An arrow may lead to a sign that has lost its name; a number then is a link of another kind. */
function isBack(anchor: DomElement, places: Places): boolean {
  const text = anchor.textContent.trim();
  const isOwn = attribute(anchor, "name") !== undefined || targetOf(anchor, places) !== undefined;
  return isOwn
    ? BACK.test(text)
    : ARROW.test(text) && attribute(anchor, "href")?.startsWith("#") === true;
}

/** «1. » or «[1]» at the beginning of a note is its sign once more. */
function trimSign(block: DomElement): void {
  const firstNode = () =>
    childNodesOf(block).find((node) => node.textContent.trim() !== "") ?? null;
  const sup = firstIn(block, "sup");
  if (sup !== undefined && sup === firstNode() && SIGN.test(sup.textContent.trim())) sup.remove();
  const first = firstNode();
  if (isText(first)) first.data = first.data.replace(/^\s*(?:[[(]\d{1,3}[\])]|[*†‡]{1,3})\s*/, "");
}

/** The notes below the line were moved away. */
function removeLastRule(root: DomElement): void {
  const last = childNodesOf(root).findLast((node) => {
    const isNote = isElement(node) && node.className.includes("footnote-item");
    return !isNote && (node.nodeName === "HR" || node.textContent.trim() !== "");
  });
  if (last?.nodeName === "HR") last.remove();
}

/**
 * Makes footnotes of notes that a text has by hand, as Word and editors of blogs write them: a mark that
 * leads to a paragraph below, which leads back.
 */
export function settleNotes(root: DomElement, places: Places): void {
  const numbers = new Map<DomElement, number>();
  const holders = new Map<DomElement, DomElement>();
  let highest = highestNumber(root);
  for (const anchor of elementsIn(root, "a")) {
    const place = root.contains(anchor) ? placeOf(anchor, places) : undefined;
    if (place === undefined || !MARK.test(anchor.textContent.trim())) continue;
    const known = holders.get(place);
    const holder = known ?? holderOf(anchor, place, places);
    if (holder === undefined || (known === undefined && numbers.has(holder))) continue;
    const number = numbers.get(holder) ?? ++highest;
    if (known === undefined) toFootnote(holder, number, anchor, places);
    holders.set(place, holder);
    numbers.set(holder, number);
    toReference(anchor, number);
  }
}

function placeOf(anchor: DomElement, places: Places): DomElement | undefined {
  const isOurs = anchor.closest(".footnote-ref, .footnote-backref, h1, h2, h3, h4, h5, h6");
  return isOurs === null ? targetOf(anchor, places) : undefined;
}

/** @returns the block of a note that leads back to its mark */
function holderOf(mark: DomElement, place: DomElement, places: Places): DomElement | undefined {
  const holder = place.closest(HOLDERS);
  if (!holder || holder.contains(mark) || holder.closest("table, .footnote-item") !== null)
    return undefined;
  const hasOther = elementsIn(holder, "p li div").length > 1;
  return !hasOther && backLink(holder, mark, places) !== undefined ? holder : undefined;
}

function backLink(holder: DomElement, mark: DomElement, places: Places): DomElement | undefined {
  return elementsIn(holder, "a").find((anchor) => {
    const place = placeOf(anchor, places);
    if (place === undefined) return false;
    const isAround = place.contains(mark) && place.nodeName !== "BODY";
    return place === mark || mark.contains(place) || isAround || place.nextSibling === mark;
  });
}

function toFootnote(holder: DomElement, number: number, mark: DomElement, places: Places): void {
  const back = backLink(holder, mark, places);
  if (back !== undefined) removeMark(back);
  if (holder.nodeName === "LI") {
    toNoteItem(holder, number);
    return;
  }
  const list = create(holder, "ol");
  holder.replaceWith(list);
  const item = create(holder, "li", {}, holder);
  list.appendChild(item);
  toNoteItem(item, number);
}

/** Removes it, and a <sup> or <sub> around it that holds no more. */
function removeMark(back: DomElement): void {
  const around = back.parentNode;
  const isAlone = around?.textContent.trim() === back.textContent.trim();
  (isAlone && around !== null && /^SU[BP]$/.test(around.nodeName) ? around : back).remove();
}
