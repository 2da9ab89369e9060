import { type DomElement, elementsIn, unwrap } from "./dom.ts";

/** Galleries that WordPress keeps as lists: pictures one after another are one on the site. */
export function unfoldGalleries(root: DomElement): void {
  for (const list of elementsIn(root, "ul")) {
    if (!/\b(?:blocks-gallery-grid|wp-block-gallery)\b/.test(list.className)) continue;
    for (const item of elementsIn(list, "li")) unwrap(item);
    unwrap(list);
  }
}
