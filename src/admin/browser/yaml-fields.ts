import {
  Document,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import type { Kind, Shape } from "./shapes.ts";
import {
  isRecord,
  isSame,
  meantBySilence,
  shortened,
  spell,
  spelledOut,
  type Values,
} from "./values.ts";

/**
 * Reads YAML as the build does.
 *
 * @throws Error with what is wrong, so that the CMS does not write over a file that it cannot read
 */
export function parse(text: string): Document {
  const document = parseDocument(text);
  const [fault] = [...document.errors, ...document.warnings];
  if (fault !== undefined) throw fault;
  return document;
}

/** @returns the document as it is to be written: lists and groups set as they were in the source */
export function write(document: Document, source: string): string {
  return document.toString({
    lineWidth: 0,
    flowCollectionPadding: /[[{] \S/.test(source),
    indentSeq: !/^[^\s#-][^\n]*:[ \t]*\n- /m.test(source),
  });
}

/** Writes changed values into a document, and leaves all others as they are, with their comments. */
export class Rewriting {
  readonly document: Document;
  readonly #zone: string;

  /** @param zone the site's, in which dates are shown */
  constructor(document: Document, zone: string) {
    this.document = document;
    this.#zone = zone;
  }

  /**
   * @param map is changed; fields that no form shows stay
   * @param values all other fields as they are to be
   */
  fields(map: YAMLMap<unknown, unknown>, values: Values, shape: Shape): void {
    const before = spelledOut(map.toJS(this.document), shape, this.#zone);
    const after = spelledOut(values, shape, this.#zone);
    for (const [name, kind] of shape) {
      const value = after[name];
      if (isSame(before[name] ?? meantBySilence(name), value)) continue;
      if (value === undefined) map.delete(name);
      else map.set(name, this.#changed(map.get(name, true) as Node | undefined, value, kind));
    }
  }

  /**
   * Each item as it was written where it is unchanged, wherever it stands now. What changed takes
   * the place of what is no longer there, in order, where there are as many of both.
   */
  items(list: YAMLSeq, values: readonly unknown[], kind: Kind): void {
    const spelled = (value: unknown): unknown => spell(value, kind, this.#zone);
    const left = (list.items as Node[]).map((node) => {
      return { node, value: spelled(node.toJS(this.document)) };
    });
    const found = values.map((value) => {
      const index = left.findIndex((one) => isSame(one.value, value));
      return index === -1 ? undefined : left.splice(index, 1)[0]?.node;
    });
    const changed = found.filter((node) => node === undefined).length;
    const replaced = changed === left.length ? left.map(({ node }) => node) : [];
    list.items = found.map(
      (node, index) => node ?? this.#changed(replaced.shift(), values[index], kind),
    );
  }

  #changed(node: Node | undefined, value: unknown, kind: Kind): Node {
    const short = shortened(value, kind);
    if (kind.name === "group" && isMap(node) && isRecord(value)) {
      this.fields(node, value, kind.shape);
      return node;
    }
    const holdsGroups = kind.name === "list" && kind.item.name === "group";
    if (holdsGroups && isSeq(node) && Array.isArray(value)) {
      this.items(node, value, kind.item);
      return node;
    }
    if (!isScalar(node) || typeof short !== "string") return this.document.createNode(short);
    node.value = short;
    return node;
  }
}

/** @returns the map at the root, made where the document is empty */
export function rootMap(document: Document): YAMLMap<unknown, unknown> {
  if (isMap(document.contents)) return document.contents;
  const map = new Document({}).contents as YAMLMap<unknown, unknown>;
  map.flow = false;
  document.contents = map as typeof document.contents;
  return map;
}
