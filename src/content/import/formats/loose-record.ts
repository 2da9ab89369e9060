/** Fields of a JSON object or of a front matter, whose types nobody promises. */
export type LooseRecord = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is LooseRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
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
