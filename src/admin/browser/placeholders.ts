import { isRecord, type Values } from "./values.ts";

/**
 * Lists of lines as the CMS keeps them once it has shown them: an empty list beside its items. Given
 * so from the beginning, an article that was only opened is not taken for one that was changed. Lists
 * in groups are shown only when those are unfolded.
 *
 * @param values of a file
 */
export function withPlaceholders(values: Values): Record<string, unknown> {
  const entries = Object.entries(values).flatMap(([name, value]): [string, unknown][] => {
    if (!Array.isArray(value) || value.some((one) => isRecord(one))) return [[name, value]];
    return [[name, []], ...value.map((one, index): [string, unknown] => [`${name}.${index}`, one])];
  });
  return Object.fromEntries(entries);
}
