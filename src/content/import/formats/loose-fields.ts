import type { ImportedImage, ImportedItem } from "../imported-item.ts";
import { isRecord, type LooseRecord, listIn, textIn } from "./loose-record.ts";

/** @returns a list of names; a single text may hold several, divided by commas or semicolons */
export function namesIn(record: LooseRecord, ...names: readonly string[]): string[] {
  const found = listIn(record, ...names);
  const [only] = found;
  if (found.length !== 1 || only === undefined) return found;
  return only.split(/\s*[,;]\s*/).filter((name) => name !== "");
}

/** A name, or a name with an address. */
export function sourceIn(record: LooseRecord, name: string): ImportedItem["source"] {
  const [found] = listIn(record, name);
  if (found === undefined) return undefined;
  const value = record[name];
  return { name: found, url: isRecord(value) ? textIn(value, "url", "link", "href") : undefined };
}

/** A file or an address, a list of them of which the first counts, or an object that holds one. */
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
