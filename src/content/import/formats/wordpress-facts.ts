import type { Note } from "../imported-item.ts";
import { plainText } from "./plain-text.ts";
import { childrenOf, childText, textOf, type XmlElement } from "./xml-element.ts";

/** Taxonomies that are imported, or only say how a post looks. */
const KNOWN_TERMS = new Set(["category", "post_tag", "author", "post_format", "nav_menu"]);

/** Fields of posts that are imported, or are the software's own. */
const KNOWN_META =
  /^(?:_.*|footnotes|enclosure|classic-editor-remember|rank_math.*|.*(?:_views|views)|wp_last_modified.*)$/;

/** @returns the names of the terms of a post in one taxonomy */
export function termNames(element: XmlElement, domain: string): string[] {
  return childrenOf(element, "category")
    .filter(({ attributes }) => (attributes.get("domain") ?? "category") === domain)
    .filter(
      ({ attributes }) => !/^(?:uncategorized|bez-rubriki)$/.test(attributes.get("nicename") ?? ""),
    )
    .map((term) => plainText(textOf(term)))
    .filter((name) => name !== undefined && name !== "Без рубрики")
    .map(String);
}

/** @returns notes on fields of themes and plugins that no article has */
export function unknownParts(element: XmlElement): Note[] {
  const terms = childrenOf(element, "category").flatMap((one): Note[] => {
    const domain = one.attributes.get("domain") ?? "category";
    if (KNOWN_TERMS.has(domain)) return [];
    return [{ what: "рубрикатор не перенесён", part: domain, detail: plainText(textOf(one)) }];
  });
  const metas = childrenOf(element, "wp:postmeta").flatMap((one): Note[] => {
    const key = childText(one, "wp:meta_key") ?? "";
    const value = childText(one, "wp:meta_value");
    if (value === undefined || KNOWN_META.test(key)) return [];
    return [{ what: "поле не перенесено", part: key, detail: value.slice(0, 100), field: key }];
  });
  return [...terms, ...metas];
}
