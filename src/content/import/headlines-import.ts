import { comparisonKey } from "../../language/index.ts";
import { readHeadlines } from "./archive/headline-list.ts";
import { withEntries } from "./yaml-list.ts";

/** What an import does to the headlines. */
export interface HeadlinesPlan {
  readonly file: string;
  readonly added: readonly string[];
  /** Those that the file, or the text itself, already holds. */
  readonly known: readonly string[];
  /** The whole new file; absent where it stays as it is. */
  readonly content?: string;
}

/**
 * Decides which headlines are new. A headline is known by its words, whatever its day is.
 *
 * @param headlines plain texts in their order
 * @param file headlines.yaml
 * @throws ContentError where the file that is there is no list
 */
export function planHeadlines(headlines: readonly string[], file: string): HeadlinesPlan {
  const { text, entries } = readHeadlines(file);
  const seen = new Set(entries.map((entry) => comparisonKey(String(entry.text ?? ""))));
  const added: string[] = [];
  const known: string[] = [];
  for (const headline of headlines) {
    const key = comparisonKey(headline);
    (seen.has(key) ? known : added).push(headline);
    seen.add(key);
  }
  if (added.length === 0) return { file, added, known };
  return {
    file,
    added,
    known,
    content: withEntries(
      text,
      added.map((one) => ({ text: one })),
    ),
  };
}
