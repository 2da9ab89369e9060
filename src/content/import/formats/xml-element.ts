import { XMLParser, XMLValidator } from "fast-xml-parser";
import { ContentError } from "../../model/problem.ts";
import type { Place } from "../imported-item.ts";

/** An element as a plain value. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
}

/** Deeper nesting is an attack. */
const DEEPEST = 200;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  // Of entities only those that XML itself knows are meant, and CDATA holds none.
  processEntities: false,
  cdataPropName: "#cdata",
  maxNestedTags: DEEPEST,
});

const MEND = "исправьте файл в этом месте или выгрузите его заново.";

/**
 * Parses a piece of XML with one root.
 *
 * @param place where it begins, for messages
 * @returns its root; `isMended` where ampersands stood bare in it
 * @throws ContentError with the place of the first error
 */
export function parseElement(
  xml: string,
  place: Place,
): { readonly root: XmlElement; readonly isMended: boolean } {
  const fault = XMLValidator.validate(xml, { allowBooleanAttributes: true });
  const mended = fault === true ? xml : escapeAmpersands(xml);
  const rest = mended === xml ? fault : XMLValidator.validate(mended);
  if (rest !== true) throw faultAt(place, rest.err);
  const [root] = toElements(parse(mended, place));
  if (root === undefined) throw faultAt(place, { code: "NoRoot", msg: "", line: 1, col: 1 });
  return { root, isMended: mended !== xml };
}

function parse(xml: string, place: Place): unknown {
  try {
    return parser.parse(xml);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const isTooDeep = /nested/i.test(reason);
    const meaning = isTooDeep ? `теги вложены глубже ${DEEPEST} уровней` : reason;
    const message = `XML не читается: ${meaning}.`;
    throw new ContentError([{ ...place, message, mend: MEND }]);
  }
}

/** In CDATA an ampersand is no entity. */
function escapeAmpersands(xml: string): string {
  const form = /<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|&(?!#?\w+;)/g;
  return xml.replace(form, (found) => (found === "&" ? "&amp;" : found));
}

interface Fault {
  readonly code: string;
  readonly msg: string;
  readonly line: number;
  readonly col: number;
}

function faultAt({ file, line = 1, column = 1 }: Place, given: Fault): ContentError {
  // The library does not know the column of every fault.
  const fault = { ...given, col: Number.isInteger(given.col) ? given.col : 1 };
  const at =
    fault.line === 1
      ? { line, column: column + fault.col - 1 }
      : { line: line + fault.line - 1, column: fault.col };
  const message = `Ошибка XML: ${meaningOf(fault)}`;
  return new ContentError([{ file, ...at, message, mend: MEND }]);
}

function meaningOf({ code, msg }: Fault): string {
  const names = [...msg.matchAll(/'([^']{1,60})'/g)].map(([, name]) => name);
  if (code === "InvalidTag" && names.length === 2) {
    return `открыт <${names[0]}>, а закрыт </${names[1]}>.`;
  }
  if (code === "InvalidTag") return `неверный или незакрытый тег <${names[0] ?? ""}>.`;
  if (code === "InvalidAttr") return `неверный атрибут «${names[0] ?? ""}».`;
  return code === "InvalidChar" ? `лишний знак «${names[0] ?? ""}».` : "файл оборван или не XML.";
}

/** The parser makes an object of each element; the name is its one key besides the attributes. */
function toElements(nodes: unknown): XmlElement[] {
  return toChildren(nodes).filter((child) => typeof child !== "string");
}

type ParsedNode = Readonly<Record<string, unknown>>;

function toChildren(nodes: unknown): (XmlElement | string)[] {
  if (!Array.isArray(nodes)) return [];
  return nodes.flatMap((node: ParsedNode): (XmlElement | string)[] => {
    const name = Object.keys(node).find((key) => key !== ":@") ?? "";
    const value = node[name];
    if (name === "#text") return [decodeEntities(String(value))];
    if (name === "#cdata") return [rawText(value)];
    if (name.startsWith("?")) return [];
    const attributes = Object.entries(node[":@"] ?? {}).map(
      ([key, text]) => [key, decodeEntities(String(text))] as const,
    );
    return [{ name, attributes: new Map(attributes), children: toChildren(value) }];
  });
}

function rawText(nodes: unknown): string {
  if (!Array.isArray(nodes)) return "";
  return nodes.map((node: ParsedNode) => String(node["#text"] ?? "")).join("");
}

const NAMED: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
};

/** Entities of HTML, such as &nbsp;, are left to the parser of HTML. */
function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/gi,
    (all, hex, dec, name) => {
      if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? all;
      const code = hex === undefined ? Number(dec) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );
}

/** @returns the children of a name, with its prefix */
export function childrenOf({ children }: XmlElement, name: string): XmlElement[] {
  return children.filter((child) => typeof child !== "string").filter((one) => one.name === name);
}

/** @returns the first child of a name */
export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return childrenOf(element, name)[0];
}

/** @returns all text inside, trimmed, if there is any */
export function textOf(element: XmlElement | undefined): string | undefined {
  if (element === undefined) return undefined;
  const inner = (node: XmlElement | string): string =>
    typeof node === "string" ? node : node.children.map(inner).join("");
  return inner(element).trim() || undefined;
}

/** @returns the trimmed text of the first child that has one of the names and is not empty */
export function childText(element: XmlElement, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const text = childrenOf(element, name)
      .map(textOf)
      .find((one) => one !== undefined);
    if (text !== undefined) return text;
  }
  return undefined;
}

const VOID = new Set([
  "br",
  "hr",
  "img",
  "input",
  "source",
  "wbr",
  "embed",
  "col",
  "area",
  "track",
]);

/** @returns the inside of an element of XHTML as HTML */
export function innerHtml({ children }: XmlElement): string {
  return children
    .map((child) => (typeof child === "string" ? escapeHtml(child) : outerHtml(child)))
    .join("");
}

function outerHtml(element: XmlElement): string {
  const name = element.name.replace(/^.*:/, "").toLowerCase();
  const attributes = [...element.attributes].map(
    ([key, value]) => ` ${key}="${escapeHtml(value)}"`,
  );
  const open = `<${name}${attributes.join("")}>`;
  return VOID.has(name) ? open : `${open}${innerHtml(element)}</${name}>`;
}

function escapeHtml(text: string): string {
  return text
    .replace(/&(?!#?\w+;)/g, "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
