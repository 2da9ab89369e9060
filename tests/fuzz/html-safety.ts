import domino, { type DomElement, type DomNode } from "@mixmark-io/domino";

/** Elements that articles have; everything else in their HTML would be a way in. */
const ARTICLE_ELEMENTS = new Set(
  "a abbr aside audio blockquote br code del details em figcaption figure h2 h3 h4 h5 h6 hr img kbd li mark ol p picture pre s section small source span strong sub summary sup table tbody td th thead time tr u ul video".split(
    " ",
  ),
);

const ARTICLE_ATTRIBUTES = new Set(
  "alt aria-label class data-pagefind-ignore datetime decoding height href id lang loading rel role scope sizes src srcset start tabindex title type value width".split(
    " ",
  ),
);

/** Elements that no page of ours has. */
const NEVER = "applet base embed frame frameset iframe math object portal style".split(" ");

const ADDRESSES = new Set(["action", "data", "formaction", "href", "poster", "src", "xlink:href"]);
const SCHEMES = new Set(["http", "https", "mailto", "tel", "ftp"]);

/**
 * @param html of an article
 * @returns what in it could run, load or lead astray; parsed as a browser does
 */
export function dangersOfArticle(html: string): string[] {
  return elementsOf(html).flatMap((element) => {
    const name = element.nodeName.toLowerCase();
    return [
      ...(ARTICLE_ELEMENTS.has(name) ? [] : [`<${name}>`]),
      ...attributesOf(element).flatMap(({ name: key, value }) =>
        ARTICLE_ATTRIBUTES.has(key) ? dangersOfAttribute(key, value) : [`${key}="${value}"`],
      ),
    ];
  });
}

/**
 * @param html a whole page
 * @param ownScripts the addresses of the site's own scripts
 */
export function dangersOfPage(html: string, ownScripts: ReadonlySet<string>): string[] {
  return elementsOf(html).flatMap((element) => {
    const name = element.nodeName.toLowerCase();
    return [
      ...(NEVER.includes(name) ? [`<${name}>`] : []),
      ...(name === "script" ? dangersOfScript(element, ownScripts) : []),
      ...(name === "meta" ? dangersOfMeta(element) : []),
      ...attributesOf(element).flatMap(({ name: key, value }) => dangersOfAttribute(key, value)),
    ];
  });
}

function dangersOfScript(script: DomElement, own: ReadonlySet<string>): string[] {
  const src = script.getAttribute("src");
  if (src !== null) return own.has(src) ? [] : [`script from ${src}`];
  if (script.getAttribute("type") !== "application/ld+json") return ["script in the page"];
  try {
    JSON.parse(script.textContent);
    return [];
  } catch {
    return ["structured data that are no JSON"];
  }
}

/** A redirect leads to the site itself only. */
function dangersOfMeta(meta: DomElement): string[] {
  const kind = meta.getAttribute("http-equiv")?.toLowerCase() ?? "content-security-policy";
  const content = meta.getAttribute("content") ?? "";
  if (kind === "content-security-policy") return [];
  return kind === "refresh" && /^0; url=\/(?![/\\])/.test(content) ? [] : [`meta ${kind}`];
}

function dangersOfAttribute(name: string, value: string): string[] {
  if (name.startsWith("on") || name === "style" || name === "srcdoc") return [`${name}="${value}"`];
  if (name === "srcset") return /["'<>]/.test(value) ? [`srcset="${value}"`] : [];
  return ADDRESSES.has(name) && !isHarmlessAddress(value) ? [`${name}="${value}"`] : [];
}

/** Browsers pass over control signs and spaces before and inside of a scheme. */
export function isHarmlessAddress(value: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop exactly these.
  const bare = value.replace(/[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028-\u202f\ufeff]/g, "");
  const [, scheme] = /^([a-z][a-z0-9+.-]*):/i.exec(bare) ?? [];
  if (scheme === undefined) return true;
  return SCHEMES.has(scheme.toLowerCase()) || /^data:image\/(?:gif|png|jpeg|webp);/i.test(bare);
}

function elementsOf(html: string): DomElement[] {
  const { documentElement } = domino.createDocument(html, true);
  // What the parser adds by itself holds nothing.
  const added = /<(?:html|head|body)\b/i.test(html) ? [] : ["HTML", "HEAD", "BODY"];
  const found: DomElement[] = [];
  for (const node of nodesIn(documentElement)) {
    if (isElement(node) && !added.includes(node.nodeName)) found.push(node);
  }
  return found;
}

function* nodesIn(root: DomNode): Generator<DomNode> {
  const left: DomNode[] = [root];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    yield node;
    for (let child = node.firstChild; child !== null; child = child.nextSibling) left.push(child);
  }
}

const ELEMENT = 1;

function isElement(node: DomNode): node is DomElement {
  return node.nodeType === ELEMENT;
}

function attributesOf(element: DomElement): { name: string; value: string }[] {
  return Array.from(element.attributes, ({ name, value }) => ({ name: name.toLowerCase(), value }));
}
