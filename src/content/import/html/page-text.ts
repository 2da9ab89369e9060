import type { Note } from "../imported-item.ts";
import { attribute, type DomDocument, type DomElement, elementsIn } from "./dom.ts";

/** Elements around the text of a page. */
const AROUND = "nav aside footer form dialog menu script style template noscript svg canvas button";

/** The same by roles, and by whole words in classes. */
const AROUND_ROLES = /^(?:navigation|banner|contentinfo|complementary|search)$/;
const AROUND_CLASSES =
  /(?:^|[\s_-])(?:ad|ads|adv|advert\w*|adsbygoogle|banner\w*|reklama|breadcrumbs?|comments?|cookie\w*|menu|nav|navbar|navigation|pagination|popup|promo|related|recommend\w*|share|sharing|sidebar|social|subscribe|subscription)(?=$|[\s_-])/i;

/** Signs of the element that holds the text of a page, the surest first. */
const HOLDERS: readonly ((element: DomElement) => boolean)[] = [
  (element) => attribute(element, "itemprop") === "articleBody",
  (element) =>
    /(?:^|\s)(?:entry|post|article)[-_]?(?:content|body|text)(?:\s|$)/i.test(element.className),
  (element) => element.nodeName === "ARTICLE",
  (element) => element.nodeName === "MAIN" || attribute(element, "role") === "main",
  (element) => /^(?:content|main|article|text)$/i.test(attribute(element, "id") ?? ""),
  (element) => /(?:^|\s)(?:content|text)(?:\s|$)/i.test(element.className),
];

/**
 * Finds the text of a page.
 *
 * @param page is changed in place
 * @returns the element that holds the text alone, and notes on the removed parts
 */
export function textHolder(page: DomDocument): {
  readonly holder: DomElement;
  readonly notes: Note[];
} {
  const all = elementsIn(page.body);
  const found = HOLDERS.map((isHolder) => longest(all.filter(isHolder)));
  const holder = found.find((one) => one !== undefined && hasText(one)) ?? page.body;
  return { holder, notes: removeAround(page.body, holder) };
}

/** A page of a list has several articles; the longest is what it is about. */
function longest(elements: readonly DomElement[]): DomElement | undefined {
  const [first, ...rest] = elements.map((element) => ({
    element,
    length: element.textContent.length,
  }));
  return rest.reduce((best, next) => (best && next.length > best.length ? next : best), first)
    ?.element;
}

function hasText(element: DomElement): boolean {
  return element.textContent.trim().length > 0;
}

/** Removes what is no text, around the holder and inside of it. */
function removeAround(page: DomElement, holder: DomElement): Note[] {
  const notes: Note[] = [];
  const names = new Set(AROUND.toUpperCase().split(" "));
  for (const element of elementsIn(page)) {
    if (element.contains(holder) || !page.contains(element)) continue;
    if (!names.has(element.nodeName.toUpperCase()) && !isAround(element)) continue;
    notes.push({
      what: "удалено со страницы то, что вокруг текста",
      part: nameOf(element),
      written: `<${element.nodeName.toLowerCase()}`,
    });
    element.remove();
  }
  return notes;
}

function isAround(element: DomElement): boolean {
  if (AROUND_ROLES.test(attribute(element, "role") ?? "")) return true;
  if (element.nodeName === "HEADER") return false;
  return (
    /^(?:DIV|SECTION|UL|OL|P|SPAN|INS)$/.test(element.nodeName) &&
    AROUND_CLASSES.test(`${element.className} ${attribute(element, "id") ?? ""}`)
  );
}

function nameOf(element: DomElement): string {
  const [, word = ""] =
    /([\w-]+)/.exec(element.className || (attribute(element, "id") ?? "")) ?? [];
  const name = element.nodeName.toLowerCase();
  return /^(?:div|section|ul|ol|p|span|ins)$/.test(name)
    ? `<${name} class="${word}">`
    : `<${name}>`;
}
