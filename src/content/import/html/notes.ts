import { attribute, type DomElement, elementsIn, removeNode, replaceNode } from "./dom.ts";

/** What stands for a note in a text: [1], 1, *, (2), ¹, iv. */
const MARK = /^[[(]?\s*(?:\d{1,4}|[*†‡]{1,4}|[ivx]{1,6}|[a-zа-я]|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})\s*[\])]?\.?$/iu;

/** What may hold one note alone. */
const HOLDERS = "p, li, div";

interface Note {
  readonly number: number;
  readonly holder: DomElement;
}

/**
 * Makes footnotes, as markdown-it-footnote renders them, of notes that a text has by hand, as Word
 * and editors of blogs write them: a mark that leads to a paragraph below, which leads back.
 *
 * @param places of the text, by their names
 */
export function settleNotes(root: DomElement, places: ReadonlyMap<string, DomElement>): void {
  const notes = new Map<string, Note>();
  const holders = new Set<DomElement>();
  let number = elementsIn(root, "li").filter((item) => isNote(item)).length;
  for (const anchor of elementsIn(root, "a")) {
    const name = nameIn(anchor);
    if (name === undefined || !root.contains(anchor) || !MARK.test(anchor.textContent.trim()))
      continue;
    const known = notes.get(name);
    const holder = known?.holder ?? holderOf(anchor, places.get(name), places);
    if (holder === undefined || (known === undefined && holders.has(holder))) continue;
    const note = known ?? { number: ++number, holder };
    if (known === undefined) toFootnote(note, anchor, places);
    notes.set(name, note);
    holders.add(holder);
    toReference(anchor, note.number);
  }
}

function isNote(element: DomElement): boolean {
  return /\bfootnote-item\b/.test(element.className);
}

function nameIn(anchor: DomElement): string | undefined {
  const href = attribute(anchor, "href");
  const isOurs =
    anchor.closest(".footnote-ref, .footnote-backref, h1, h2, h3, h4, h5, h6") !== null;
  if (!href?.startsWith("#") || isOurs) return undefined;
  try {
    return decodeURIComponent(href.slice(1));
  } catch {
    return href.slice(1);
  }
}

/** @returns the block of a note that leads back to its mark */
function holderOf(
  mark: DomElement,
  place: DomElement | undefined,
  places: ReadonlyMap<string, DomElement>,
): DomElement | undefined {
  const holder = place?.closest(HOLDERS);
  if (!holder || holder.contains(mark) || holder.closest("table, .footnote-item") !== null)
    return undefined;
  const hasOther = elementsIn(holder, "p li div").length > 1;
  return !hasOther && backLink(holder, mark, places) !== undefined ? holder : undefined;
}

function backLink(
  holder: DomElement,
  mark: DomElement,
  places: ReadonlyMap<string, DomElement>,
): DomElement | undefined {
  return elementsIn(holder, "a").find((anchor) => {
    const name = nameIn(anchor);
    const place = name === undefined ? undefined : places.get(name);
    if (place === undefined) return false;
    const isAround = place.contains(mark) && place.nodeName !== "BODY";
    return place === mark || mark.contains(place) || isAround || place.nextSibling === mark;
  });
}

function toFootnote(
  { number, holder }: Note,
  mark: DomElement,
  places: ReadonlyMap<string, DomElement>,
): void {
  const back = backLink(holder, mark, places);
  if (back !== undefined) removeMark(back);
  if (holder.nodeName === "LI") {
    name(holder, number);
    return;
  }
  const { ownerDocument } = holder;
  const list = ownerDocument.createElement("ol");
  const item = ownerDocument.createElement("li");
  replaceNode(holder, list);
  list.appendChild(item);
  item.appendChild(holder);
  name(item, number);
}

/** With the small letters around it, if these hold nothing else. */
function removeMark(back: DomElement): void {
  const around = back.parentNode;
  const isAlone = around?.textContent.trim() === back.textContent.trim();
  removeNode(isAlone && around !== null && /^SU[BP]$/.test(around.nodeName) ? around : back);
}

function name(item: DomElement, number: number): void {
  item.setAttribute("class", "footnote-item");
  item.setAttribute("id", `fn${number}`);
}

function toReference(anchor: DomElement, number: number): void {
  const { ownerDocument } = anchor;
  const mark = ownerDocument.createElement("sup");
  mark.setAttribute("class", "footnote-ref");
  const link = ownerDocument.createElement("a");
  link.setAttribute("href", `#fn${number}`);
  link.textContent = String(number);
  mark.appendChild(link);
  const around = anchor.parentNode;
  const isAlone =
    around?.nodeName === "SUP" && around.textContent.trim() === anchor.textContent.trim();
  replaceNode(isAlone && around !== null ? around : anchor, mark);
}

/**
 * Numbers all footnotes of a text in the order of their marks: those of Markdown, raised ones and those
 * by hand are found one kind after another.
 */
export function numberNotes(root: DomElement): void {
  const numbers = new Map<string, number>();
  const numberOf = (id: string): number => {
    const number = numbers.get(id) ?? numbers.size + 1;
    numbers.set(id, number);
    return number;
  };
  for (const mark of elementsIn(root, "sup")) {
    if (!/\bfootnote-ref\b/.test(mark.className)) continue;
    for (const link of elementsIn(mark, "a")) {
      const [, id] = /^#fn(\d+)$/.exec(attribute(link, "href") ?? "") ?? [];
      if (id !== undefined) link.setAttribute("href", `#fn${numberOf(id)}`);
    }
  }
  for (const item of elementsIn(root, "li").filter(isNote)) {
    const [, id] = /^fn(\d+)$/.exec(attribute(item, "id") ?? "") ?? [];
    if (id !== undefined) item.setAttribute("id", `fn${numberOf(id)}`);
  }
}
