import { type Document, isMap, isScalar, isSeq, type Node } from "yaml";
import {
  change,
  isSame,
  parse,
  rootMap,
  type ShortForms,
  spelledOut,
  type Values,
  write,
} from "./yaml-fields.ts";

/** How the CMS reads and writes a kind of file. */
export interface Format {
  /** @throws Error where the file is wrong */
  fromFile(text: string): Record<string, unknown>;
  toFile(values: Values): string;
}

/**
 * The field in which the text of a file goes through the CMS and back, so that only what an editor
 * has changed is written anew. No file holds it.
 */
export const ORIGINAL = "_original";

const ITEM_FORMS = { lists: ["topics"], groups: { source: "name" }, defaults: {} };

const ARTICLE_FORMS: ShortForms = {
  lists: ["topics", "authors", "aliases", "corrections"],
  groups: { source: "name", image: "file" },
  defaults: { draft: false, pinned: false },
};

const SETTINGS_FORMS: ShortForms = {
  lists: ["social"],
  groups: { logo: "light", accent: "light" },
  defaults: { offline: true, feeds: "full", allowBrokenLinks: false },
};

/** The fields between two fences, and the text after them. */
const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)?---[ \t]*(?:\r?\n|$)([\s\S]*)$/;

export const articleFormat: Format = {
  fromFile(text) {
    const found = FRONT_MATTER.exec(text);
    if (found === null) throw new Error("the file does not begin with fields between «---»");
    const [, yaml = "", body = ""] = found;
    const fields = spelledOut(parse(yaml).toJS(), ARTICLE_FORMS);
    return { ...fields, body: trimmed(body), [ORIGINAL]: text };
  },
  toFile({ body, ...values }) {
    const { original, fields } = apart(values);
    const [, yaml = "", oldBody = ""] = FRONT_MATTER.exec(original) ?? [];
    const document = parse(yaml);
    change(document, rootMap(document), fields, ARTICLE_FORMS);
    const text = String(body ?? "");
    const isOld = original !== "" && trimmed(oldBody) === trimmed(text);
    return `---\n${write(document, yaml)}---\n${isOld ? oldBody : `\n${trimmed(text)}\n`}`;
  },
};

/** The list stands at the top of its file; a headline without fields is a text alone. */
export const headlinesFormat: Format = {
  fromFile(text) {
    const value: unknown = parse(text).toJS() ?? [];
    if (!Array.isArray(value)) throw new Error("the file is no list");
    return { items: value.map(headlineOf), [ORIGINAL]: text };
  },
  toFile({ items, ...values }) {
    const { original } = apart(values);
    const document = parse(original);
    const headlines = (Array.isArray(items) ? items : []).map(headlineOf);
    const old = isSeq(document.contents) ? (document.contents.items as Node[]) : [];
    const list = document.createNode([]);
    list.commentBefore = takeHeading(document, old);
    list.items = paired(document, old, headlines) as typeof list.items;
    list.flow = headlines.length === 0;
    document.contents = list as typeof document.contents;
    return write(document, original);
  },
};

/** A comment at the top speaks of the file, though YAML counts it to the first headline. */
function takeHeading(document: Document, [first]: readonly Node[]): string | null | undefined {
  const heading = document.contents?.commentBefore ?? first?.commentBefore;
  if (first !== undefined && heading === first.commentBefore) first.commentBefore = null;
  return heading;
}

function headlineOf(item: unknown): Values {
  return spelledOut(typeof item === "string" ? { text: item } : item, ITEM_FORMS);
}

/**
 * Each headline as it was written where it is unchanged, wherever it stands now. What changed takes
 * the place of what is no longer there, in order, where there are as many of both.
 */
function paired(document: Document, old: readonly Node[], headlines: readonly Values[]): Node[] {
  const left = old.map((node) => ({ node, headline: headlineOf(node.toJS(document)) }));
  const found = headlines.map((headline) => {
    const index = left.findIndex((one) => isSame(one.headline, headline));
    return index === -1 ? undefined : left.splice(index, 1)[0]?.node;
  });
  const changed = found.filter((node) => node === undefined).length;
  const replaced = changed === left.length ? left.map(({ node }) => node) : [];
  return found.map(
    (node, index) => node ?? rewritten(document, replaced.shift(), headlines[index]),
  );
}

function rewritten(document: Document, node: Node | undefined, headline: Values = {}): Node {
  const isBare = Object.keys(headline).join() === "text";
  if (isMap(node)) {
    change(document, node, headline, ITEM_FORMS);
    return node;
  }
  if (!isBare) return document.createNode(headline);
  if (!isScalar(node)) return document.createNode(headline.text) as Node;
  node.value = headline.text;
  return node;
}

export const settingsFormat: Format = {
  fromFile(text) {
    return { ...spelledOut(parse(text).toJS(), SETTINGS_FORMS), [ORIGINAL]: text };
  },
  toFile(values) {
    const { original, fields } = apart(values);
    const document = parse(original);
    change(document, rootMap(document), fields, SETTINGS_FORMS);
    return write(document, original);
  },
};

/** Text without fields. */
export const textFormat: Format = {
  fromFile: (text) => ({ body: text.trim() }),
  toFile: ({ body }) => `${trimmed(String(body ?? ""))}\n`,
};

function apart({ [ORIGINAL]: original, ...fields }: Values) {
  return { original: typeof original === "string" ? original : "", fields };
}

function trimmed(text: string): string {
  return text.replace(/^\s*\n/, "").trimEnd();
}
