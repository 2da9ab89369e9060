import { digest } from "../formats/source-id.ts";
import type { ImportedItem } from "../imported-item.ts";

/** The field sourceId: the id of an item, and the hash of what it was when it was imported. */
export interface SourceMark {
  readonly id: string;
  /** Twelve digits; an editor may have left them out. */
  readonly print?: string | undefined;
}

const MARK = /^(.*) #([0-9a-f]{12})$/s;

export function parseMark(field: string): SourceMark {
  const [, id, print] = MARK.exec(field.trim()) ?? [];
  return id === undefined ? { id: field.trim() } : { id, print };
}

/** @returns the value of the field sourceId */
export function formatMark({ id, print }: SourceMark): string {
  return print === undefined ? id : `${id} #${print}`;
}

/**
 * The hash of an item. It tells a change in the source from one that an editor made in the article, so
 * that places do not count, nor anything that is not written.
 */
export function printOf({
  place: _,
  notes: __,
  path: ___,
  addresses: ____,
  written: _____,
  ...item
}: ImportedItem) {
  return digest(stable(item), 12);
}

/** JSON with the keys in order, so that the order in which readers name them does not count. */
function stable(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stable).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${stable(one)}`).join(",")}}`;
}
