import {
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  html,
  parseFragment,
  serialize,
} from "parse5";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** What says something without our styles and scripts; ids of one item would be those of the next. */
const KEPT = new Set([
  ...["href", "src", "alt", "title", "width", "height", "cite", "datetime", "lang", "dir"],
  ...["start", "reversed", "value", "colspan", "rowspan", "scope", "headers", "controls"],
]);

const ADDRESSES = new Set(["href", "src", "cite"]);

/** Elements that act or embed: readers of feeds strip them or warn of them. */
const DROPPED = new Set([
  ...["script", "style", "template", "noscript", "iframe", "object", "embed"],
  ...["form", "input", "button", "select", "textarea"],
]);

/** Many readers know only the elements that texts had before HTML5, and drop others with all they hold. */
const PLAIN: Readonly<Record<string, string>> = { aside: "div", section: "div" };

/** As wide as readers show pictures, twice as dense; a photo as it came may have megabytes. In pixels. */
const WIDEST = 1200;

/**
 * Makes HTML of a page fit to be read elsewhere: all addresses are whole, pictures have one file, and what only
 * our page understands is gone. A mark of a footnote leads to the footnote on our page, for ids are the reader's.
 *
 * @param text HTML without what it lies in
 * @param address of its page
 */
export function portableHtml(text: string, address: string): string {
  const fragment = parseFragment(text);
  fragment.childNodes = childrenOf(fragment, address);
  return serialize(fragment).trim();
}

function childrenOf({ childNodes }: { childNodes: Node[] }, address: string): Node[] {
  return childNodes.flatMap((node) => {
    if (defaultTreeAdapter.isTextNode(node)) return [node];
    return defaultTreeAdapter.isElementNode(node) ? portable(node, address) : [];
  });
}

/** @returns nothing for what does not belong into a feed */
function portable(element: Element, address: string): Node[] {
  const { tagName } = element;
  if (DROPPED.has(tagName) || attributeOf(element, "role") === "doc-backlink") return [];
  if (tagName === "picture") return pictureIn(element, address);
  const isTitle = attributeOf(element, "class") === "note-title";
  element.attrs = attributesOf(element, address);
  element.childNodes = childrenOf(element, address);
  element.tagName = PLAIN[tagName] ?? tagName;
  if (isTitle) element.childNodes = [strong(element.childNodes)];
  return [element];
}

function attributesOf({ attrs }: Element, address: string): Element["attrs"] {
  return attrs.flatMap(({ name, value }) => {
    if (!KEPT.has(name)) return [];
    if (!ADDRESSES.has(name)) return [{ name, value }];
    return URL.canParse(value, address) ? [{ name, value: new URL(value, address).href }] : [];
  });
}

/** The image of a picture; in a size that is enough, where there is one. */
function pictureIn(element: Element, address: string): Node[] {
  const elements = element.childNodes.filter((node) => defaultTreeAdapter.isElementNode(node));
  const image = elements.find(({ tagName }) => tagName === "img");
  if (image === undefined) return [];
  const webp = elements.find((one) => attributeOf(one, "type") === "image/webp");
  const light = webp && widestIn(attributeOf(webp, "srcset") ?? "");
  if (light !== undefined) shrink(image, light);
  return portable(image, address);
}

interface Candidate {
  readonly src: string;
  readonly width: number;
}

/** @param srcset as ours are: addresses without spaces and commas, each with a width */
function widestIn(srcset: string): Candidate | undefined {
  const candidates = srcset.split(", ").map((one): Candidate => {
    const [src = "", width = ""] = one.split(" ");
    return { src, width: Number.parseInt(width, 10) };
  });
  return candidates.filter(({ width }) => width <= WIDEST).at(-1);
}

function shrink(image: Element, { src, width }: Candidate): void {
  const own = Number(attributeOf(image, "width"));
  const height = Math.round((Number(attributeOf(image, "height")) * width) / own);
  const values: Readonly<Record<string, string>> = { src, width: `${width}`, height: `${height}` };
  image.attrs = image.attrs.map(({ name, value }) => ({ name, value: values[name] ?? value }));
}

function attributeOf({ attrs }: Element, name: string): string | undefined {
  return attrs.find((one) => one.name === name)?.value;
}

function strong(children: Node[]): Element {
  const element = defaultTreeAdapter.createElement("strong", html.NS.HTML, []);
  element.childNodes = children;
  return element;
}
