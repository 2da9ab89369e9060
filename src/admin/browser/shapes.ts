import type { Field } from "@sveltia/cms";
import { FOLD } from "../names.ts";

/** The kind of a value, where a file may write it in another form than the editor shows. */
export type Kind =
  | { readonly name: "plain" }
  | { readonly name: "date" }
  | { readonly name: "list"; readonly item: Kind }
  | { readonly name: "group"; readonly shape: Shape };

/** The fields of a group or of a file by their names, in their order. */
export type Shape = ReadonlyMap<string, Kind>;

const PLAIN: Kind = { name: "plain" };

/** @returns the fields as a file holds them: without the fold */
export function shapeOf(fields: readonly Field[]): Shape {
  const flat = fields.flatMap((field) => (field.name === FOLD ? within(field) : [field]));
  return new Map(flat.map((field) => [field.name, kindOf(field)]));
}

/** @returns the names of the fields that are folded */
export function foldedNames(fields: readonly Field[]): ReadonlySet<string> {
  const fold = fields.find(({ name }) => name === FOLD);
  return new Set(fold === undefined ? [] : within(fold).map(({ name }) => name));
}

function kindOf(field: Field): Kind {
  if (field.widget === "datetime") return { name: "date" };
  const own = within(field);
  const group: Kind = own.length === 0 ? PLAIN : { name: "group", shape: shapeOf(own) };
  return field.widget === "list" ? { name: "list", item: group } : group;
}

function within(field: Field): readonly Field[] {
  return "fields" in field ? ((field.fields ?? []) as readonly Field[]) : [];
}

/** @returns the field of a group that a text alone stands for: a menu's entry has two of them */
export function fieldOfText(shape: Shape, text: string): string {
  if (!shape.has("topic") || !shape.has("address")) return [...shape.keys()][0] ?? "";
  return /^\s*(?:\/|[a-z][a-z0-9+.-]*:)/i.test(text) ? "address" : "topic";
}
