import { Document, isMap, parseDocument, type YAMLMap } from "yaml";

/** Fields with their values, as the CMS edits them. */
export type Values = Readonly<Record<string, unknown>>;

/** In what a file may say a value shorter than a form shows it, and what it says by silence. */
export interface ShortForms {
  /** One value stands for a list of it. */
  readonly lists: readonly string[];
  /** A text stands for a group of fields: its field of this name. */
  readonly groups: Readonly<Record<string, string>>;
  /** What a field that is left out means. */
  readonly defaults: Values;
}

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

/** The values of a map in the one form that the CMS edits; what is left empty is left out. */
export function spelledOut(value: unknown, forms: ShortForms): Values {
  if (!isRecord(value)) return {};
  const full = Object.entries(value).map(([name, one]) => [name, spellOut(name, one, forms)]);
  return Object.fromEntries(full.filter(([, one]) => one !== undefined));
}

function spellOut(name: string, value: unknown, { lists, groups }: ShortForms): unknown {
  const cleaned = clean(value);
  if (cleaned === undefined) return undefined;
  if (lists.includes(name) && !Array.isArray(cleaned)) return [cleaned];
  const key = groups[name];
  return key !== undefined && typeof cleaned === "string" ? { [key]: cleaned } : cleaned;
}

/** Takes away what is empty: null, "", lists and groups of nothing. */
function clean(value: unknown): unknown {
  if (value === null || value === undefined || value === "") return undefined;
  if (Array.isArray(value)) {
    const full = value.map(clean).filter((one) => one !== undefined);
    return full.length === 0 ? undefined : full;
  }
  if (!isRecord(value)) return value;
  const full = Object.entries(value).map(([name, one]) => [name, clean(one)] as const);
  const rest = full.filter(([, one]) => one !== undefined);
  return rest.length === 0 ? undefined : Object.fromEntries(rest);
}

/**
 * Puts changed values into a map and leaves all others as they are written, with their comments.
 *
 * @param map is changed
 * @param values all fields as they are to be
 */
export function change(
  document: Document,
  map: YAMLMap<unknown, unknown>,
  values: Values,
  forms: ShortForms,
): void {
  const before = spelledOut(map.toJS(document), forms);
  const after = spelledOut(values, forms);
  for (const name of Object.keys(before)) if (!(name in after)) map.delete(name);
  for (const [name, value] of Object.entries(after)) {
    const isSaid = name in before;
    if (isSame(isSaid ? before[name] : forms.defaults[name], value)) continue;
    map.set(name, document.createNode(value));
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

/** @returns whether two plain values say the same */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).map(([name, one]) => [name, sorted(one)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
