import { nearestWord } from "../../language/index.ts";
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

/** @returns a name that is not known, with the nearest one that is */
export function unknownName(name: string, known: readonly string[]): string {
  const nearest = nearestWord(name, known);
  return nearest === undefined ? `«${name}»` : `«${name}» (возможно, «${nearest}»)`;
}

/** @returns a sentence about the known name that is nearest; nothing where none is near */
export function perhaps(name: string, known: readonly string[]): string {
  const nearest = nearestWord(name, known);
  return nearest === undefined ? "" : ` Возможно, это «${nearest}».`;
}
