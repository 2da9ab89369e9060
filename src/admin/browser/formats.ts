import type { Field } from "@sveltia/cms";
import { type Document, isSeq, type Node, type YAMLSeq } from "yaml";
import { FOLD, ITEMS } from "../names.ts";
import { foldedNames, type Kind, shapeOf } from "./shapes.ts";
import { explicit, spell, spelledOut, type Values } from "./values.ts";
import { parse, Rewriting, rootMap, write } from "./yaml-fields.ts";

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

/** The fields between two fences, and the text after them. */
const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)?---[ \t]*(?:\r?\n|$)([\s\S]*)$/;

/**
 * Fields and a text, as of articles.
 *
 * @param fields of the form; the fold is of the form alone
 * @param zone the site's, in which dates are shown
 */
export function markdownFormat(fields: readonly Field[], zone: string): Format {
  const all = shapeOf(fields);
  const shape = new Map([...all].filter(([name]) => name !== "body"));
  const folded = foldedNames(fields);
  return {
    fromFile(text) {
      const found = FRONT_MATTER.exec(text);
      if (found === null) throw new Error("the file does not begin with fields between «---»");
      const [, yaml = "", body = ""] = found;
      const values = explicit(spelledOut(parse(yaml).toJS(), shape, zone), shape);
      return { ...fold(values, folded), body: trimmed(body), [ORIGINAL]: text };
    },
    toFile({ body, ...values }) {
      const { original, fields: own } = apart(values);
      const [, yaml = "", oldBody = ""] = FRONT_MATTER.exec(original) ?? [];
      const document = parse(yaml);
      new Rewriting(document, zone).fields(rootMap(document), unfold(own), shape);
      const text = String(body ?? "");
      const isOld = original !== "" && trimmed(oldBody) === trimmed(text);
      return `---\n${write(document, yaml)}---\n${isOld ? oldBody : `\n${trimmed(text)}\n`}`;
    },
  };
}

function fold(values: Values, folded: ReadonlySet<string>): Values {
  const split = (isFolded: boolean): Values =>
    Object.fromEntries(Object.entries(values).filter(([name]) => folded.has(name) === isFolded));
  return folded.size === 0 ? values : { ...split(false), [FOLD]: split(true) };
}

function unfold({ [FOLD]: folded, ...values }: Values): Values {
  return { ...values, ...(folded as Values | undefined) };
}

/** A list at the top of its file; an item without other fields is a text alone. */
export function listFormat([list]: readonly Field[], zone: string): Format {
  const kind = (list === undefined ? undefined : shapeOf([list]).get(ITEMS)) as Kind | undefined;
  if (kind?.name !== "list") throw new Error(`the form of a list has no list «${ITEMS}»`);
  const spelled = (value: unknown): readonly unknown[] =>
    (spell(value ?? [], kind, zone) as readonly unknown[] | undefined) ?? [];
  return {
    fromFile(text) {
      const value: unknown = parse(text).toJS() ?? [];
      if (!Array.isArray(value)) throw new Error("the file is no list");
      const items = { [ITEMS]: spelled(value) };
      return { ...explicit(items, new Map([[ITEMS, kind]])), [ORIGINAL]: text };
    },
    toFile({ [ITEMS]: items, ...values }) {
      const { original } = apart(values);
      const document = parse(original);
      const old = isSeq(document.contents) ? (document.contents as YAMLSeq) : undefined;
      const next = document.createNode([]) as unknown as YAMLSeq;
      next.commentBefore = takeHeading(document, old);
      next.items = old?.items ?? [];
      new Rewriting(document, zone).items(next, spelled(items), kind.item);
      next.flow = next.items.length === 0;
      document.contents = next as unknown as typeof document.contents;
      return write(document, original);
    },
  };
}

/** A comment at the top speaks of the file, though YAML counts it to the first item. */
function takeHeading(document: Document, list: YAMLSeq | undefined): string | null | undefined {
  const first = list?.items[0] as Node | undefined;
  const heading = document.contents?.commentBefore ?? first?.commentBefore;
  if (first !== undefined && heading === first.commentBefore) first.commentBefore = null;
  return heading;
}

/** @param zone the site's, in which dates are shown */
export function settingsFormat(fields: readonly Field[], zone: string): Format {
  const shape = shapeOf(fields);
  return {
    fromFile(text) {
      const values = spelledOut(parse(text).toJS(), shape, zone);
      return { ...explicit(values, shape), [ORIGINAL]: text };
    },
    toFile(values) {
      const { original, fields: own } = apart(values);
      const document = parse(original);
      new Rewriting(document, zone).fields(rootMap(document), own, shape);
      return write(document, original);
    },
  };
}

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
