import type { Position } from "../model/position.ts";
import type { ParsedYaml, ValuePath } from "../model/yaml/yaml.ts";
import type { Lines } from "./edits.ts";

/** A field that is set typographically, as it is written. */
export interface ProseField {
  readonly value: string;
  /** Its place in the file. */
  readonly place: Position;
  /** Where its first sign stands in the file; nothing where it is written in another way than it is read. */
  readonly start: number | undefined;
}

/** The fields that are sentences, whatever they are fields of. */
const SENTENCES: ReadonlySet<unknown> = new Set([
  "title",
  "summary",
  "description",
  "alt",
  "caption",
  "text",
]);

/**
 * @param yaml of front matter, or of a list in which a text alone is a field too
 * @param source the file in which it stands
 */
export function proseFields(yaml: ParsedYaml, source: string, lines: Lines): ProseField[] {
  return sentencesIn(yaml).flatMap(([path, value]): ProseField[] => {
    if (value === "") return [];
    const place = yaml.locate(path);
    const offset = lines.offsetOf(place.line) + place.column - 1;
    const start = /["']/.test(source[offset] ?? "") ? offset + 1 : offset;
    return [{ value, place, start: source.startsWith(value, start) ? start : undefined }];
  });
}

/** @returns the fields that readers read as plain text, as YAML reads them */
export function sentencesIn({ value }: ParsedYaml): [ValuePath, string][] {
  const isList = Array.isArray(value);
  return textsIn(value, []).filter(([path]) => {
    return (isList && path.length === 1) || SENTENCES.has(path.at(-1));
  });
}

function textsIn(value: unknown, path: ValuePath): [ValuePath, string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  const fields = value as Readonly<Record<string | number, unknown>>;
  return keys.flatMap((key) => textsIn(fields[key], [...path, key]));
}
