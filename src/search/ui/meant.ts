import { replaceWord } from "../../language/index.ts";
import type { SearchAnswer } from "./load-engine.ts";

/**
 * The query with everything that was taken for something else replaced by it.
 *
 * @param corrections of the answer, in the order in which they were made; where a word was taken for
 *   several, the likeliest is first
 */
export function meantQuery(
  query: string,
  corrections: NonNullable<SearchAnswer["corrections"]>,
): string {
  const first = new Map<string, string>();
  for (const { from, to } of corrections) if (!first.has(from)) first.set(from, to);
  return [...first].reduce((text, [from, to]) => replaceWord(text, from, to), query);
}
