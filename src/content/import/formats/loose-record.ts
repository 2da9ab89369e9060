import { parse } from "yaml";
import type { ImportedImage, ImportedItem } from "../imported-item.ts";

/** Fields of a JSON object or of a front matter, of any types. */
export type LooseRecord = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is LooseRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @returns the fields of a text in YAML; none where it cannot be read, which others report */
export function fieldsOfYaml(text: string): LooseRecord {
  try {
    const value: unknown = parse(text, { logLevel: "silent" });
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

/** @returns the first of the fields that holds a text or a number, trimmed */
export function textIn(record: LooseRecord, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const text = Object.hasOwn(record, name) ? asText(record[name]) : undefined;
    if (text !== undefined) return text;
  }
  return undefined;
}

/** @returns the texts of all these fields, each once; objects give their name or title */
export function listIn(record: LooseRecord, ...names: readonly string[]): string[] {
  const values = names.flatMap((name) => (Object.hasOwn(record, name) ? [record[name]] : []));
  const texts = values.flat(3).map((value) => {
    return isRecord(value) ? textIn(value, "name", "title", "label", "slug") : asText(value);
  });
  return [...new Set(texts.filter((text) => text !== undefined))];
}

/** @returns whether one of the fields says yes */
export function flagIn(record: LooseRecord, ...names: readonly string[]): boolean {
  return names.some((name) => record[name] === true || record[name] === "true");
}

function asText(value: unknown): string | undefined {
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  return typeof value === "string" ? value.trim() || undefined : undefined;
}

/** @returns the names of the fields that are filled in and are not among the known ones */
export function unknownIn(record: LooseRecord, known: ReadonlySet<string>): string[] {
  const isFilled = (value: unknown): boolean =>
    value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);
  return Object.keys(record).filter((name) => !known.has(name) && isFilled(record[name]));
}

/** @returns a list of names; a single text may hold several, divided by commas or semicolons */
export function namesIn(record: LooseRecord, ...names: readonly string[]): string[] {
  const found = listIn(record, ...names);
  const [only] = found;
  if (found.length !== 1 || only === undefined) return found;
  return only.split(/\s*[,;]\s*/).filter((name) => name !== "");
}

/** @returns a name, or a name with an address */
export function sourceIn(record: LooseRecord, name: string): ImportedItem["source"] {
  const [found] = listIn(record, name);
  if (found === undefined) return undefined;
  const value = record[name];
  return { name: found, url: isRecord(value) ? textIn(value, "url", "link", "href") : undefined };
}

/** @returns the first picture: a file, an address, or an object with one of them */
export function imageIn(
  record: LooseRecord,
  ...names: readonly string[]
): ImportedImage | undefined {
  for (const name of names) {
    const value = Object.hasOwn(record, name) ? [record[name]].flat()[0] : undefined;
    const src = isRecord(value)
      ? textIn(value, "src", "url", "file", "path", "image", "feature", "teaser")
      : textIn({ value }, "value");
    if (src === undefined) continue;
    if (!isRecord(value)) return { src };
    return { src, alt: textIn(value, "alt"), caption: textIn(value, "caption", "title") };
  }
  return undefined;
}
