import { fold } from "./fold.ts";
import { stem } from "./stem.ts";

/** No stem ends so; addresses hold it as it is. */
const ALONE = "!";

/**
 * @param form folded
 * @returns what stands among stems for this form alone: other words have its stem too
 */
export function asItStands(form: string): string {
  return form + ALONE;
}

/**
 * @param stems of what is marked, and forms as asItStands writes them
 * @returns which of them a word has; nothing where it is not marked
 */
export function markOf(word: string, stems: ReadonlySet<string>): string | undefined {
  const form = fold(word);
  const own = stem(form);
  if (stems.has(own)) return own;
  return stems.has(asItStands(form)) ? asItStands(form) : undefined;
}
