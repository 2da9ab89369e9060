import { decodedPart } from "../../model/paths.ts";
import { attribute, create, type DomElement, elementsIn } from "./dom.ts";

/** The places of a text that links may lead to, by their names. */
export type Places = ReadonlyMap<string, DomElement>;

/** @returns every element with an id, and every anchor with a name; the first of a name counts */
export function placesIn(root: DomElement): Places {
  const places = new Map<string, DomElement>();
  for (const element of elementsIn(root)) {
    const name = element.nodeName === "A" ? attribute(element, "name") : undefined;
    for (const id of [attribute(element, "id"), name])
      if (id !== undefined && !places.has(id)) places.set(id, element);
  }
  return places;
}

/** @returns where a link inside of the text leads */
export function targetOf(anchor: DomElement, places: Places): DomElement | undefined {
  const [, name] = /^#(.+)$/.exec(attribute(anchor, "href") ?? "") ?? [];
  return name === undefined ? undefined : (places.get(decodedPart(name)) ?? places.get(name));
}

/** @returns whether it is the text of a footnote, with the class of markdown-it-footnote */
export function isNoteItem(element: DomElement): boolean {
  return /\bfootnote-item\b/.test(element.className);
}

/** @returns the largest number of a footnote that is there already */
export function highestNumber(root: DomElement): number {
  return Math.max(0, ...elementsIn(root, "li").map((item) => Number(numberOf(item, "id") ?? 0)));
}

function numberOf(element: DomElement, name: "id" | "href"): string | undefined {
  return /^#?fn(\d+)$/.exec(attribute(element, name) ?? "")?.[1];
}

/** Makes a reference of a mark, and of a <sup> around it that holds no more. */
export function toReference(mark: DomElement, number: number): void {
  const link = create(mark, "a", { href: `#fn${number}` });
  link.textContent = `[${number}]`;
  const raised = mark.closest("sup");
  const isAlone = raised?.textContent.trim() === mark.textContent.trim();
  const reference = create(mark, "sup", { class: "footnote-ref" }, link);
  (isAlone && raised !== null ? raised : mark).replaceWith(reference);
}

/** Makes a footnote of an item of a list. */
export function toNoteItem(item: DomElement, number: number): void {
  item.setAttribute("class", "footnote-item");
  item.setAttribute("id", `fn${number}`);
}

/** Numbers all footnotes in the order of their marks, whatever their kind was in the source. */
export function numberNotes(root: DomElement): void {
  const numbers = new Map<string, number>();
  const renumber = (element: DomElement, name: "id" | "href", sign: string): void => {
    const id = numberOf(element, name);
    if (id === undefined) return;
    const number = numbers.get(id) ?? numbers.size + 1;
    numbers.set(id, number);
    element.setAttribute(name, `${sign}fn${number}`);
  };
  for (const mark of elementsIn(root, "sup")) {
    if (!/\bfootnote-ref\b/.test(mark.className)) continue;
    for (const link of elementsIn(mark, "a")) renumber(link, "href", "#");
  }
  for (const item of elementsIn(root, "li").filter(isNoteItem)) renumber(item, "id", "");
}
