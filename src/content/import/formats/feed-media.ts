import { escapeHtml } from "../../../language/index.ts";
import type { Note } from "../imported-item.ts";
import { childOf, childrenOf, type XmlElement } from "./xml-element.ts";

const MORE_PICTURES = "у материала больше одной картинки, взята первая";

interface Found {
  readonly url: string;
  readonly isImage: boolean;
}

/** @returns the first image as the picture; sounds and films as links in HTML under the text */
export function mediaOf(element: XmlElement) {
  const found = foundIn(element);
  const images = found.filter((one) => one.isImage).map(({ url }) => url);
  const others = [...new Set(found.filter((one) => !one.isImage).map(({ url }) => url))];
  const [src, ...more] = new Set(images);
  return {
    image: src === undefined ? undefined : { src },
    links: others.map(escapeHtml).map((url) => `<p><a href="${url}">${url}</a></p>`),
    notes: [
      ...others.map((url): Note => ({ what: "вложение стало ссылкой под текстом", detail: url })),
      ...more.map((detail): Note => ({ what: MORE_PICTURES, detail })),
    ],
  };
}

function foundIn(element: XmlElement): Found[] {
  const group = childOf(element, "media:group") ?? element;
  const named = [element, group].flatMap((one) =>
    ["enclosure", "media:content", "media:thumbnail"].flatMap((name) => childrenOf(one, name)),
  );
  const covers = childrenOf(element, "itunes:image");
  // Atom has links for enclosures.
  const linked = childrenOf(element, "link").filter(
    (one) => one.attributes.get("rel") === "enclosure",
  );
  return [...new Set([...named, ...linked, ...covers])].flatMap((one) => {
    const url = (one.attributes.get("url") ?? one.attributes.get("href"))?.trim();
    return url === undefined || url === "" ? [] : [{ url, isImage: isImage(one, url) }];
  });
}

function isImage(element: XmlElement, url: string): boolean {
  if (/^(?:media:thumbnail|itunes:image)$/.test(element.name)) return true;
  const type = element.attributes.get("type") ?? element.attributes.get("medium") ?? "";
  if (type !== "") return type.startsWith("image");
  return /\.(?:avif|gif|jpe?g|png|svg|webp)(?:$|\?)/i.test(url);
}
