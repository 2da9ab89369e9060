import type { ValuePath } from "./yaml/yaml.ts";

/** @returns what a path is called in a message: «topics», запись 2 */
export function fieldName(path: ValuePath): string {
  const names = path.map((part) => (typeof part === "number" ? `запись ${part + 1}` : `«${part}»`));
  return names.length === 0 ? "Файл" : names.join(", ");
}

/** In characters: enough to be known again. */
const LONGEST_SHOWN = 60;

/** @returns a text as a message quotes it */
export function shortened(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}
