import { asRussianLayout, fold } from "../../language/index.ts";
import { SUGGESTION_KEY_LENGTH } from "../format/index.ts";
import type { RawResponse } from "./pagefind.ts";
import type { SearchIndex } from "./search-index.ts";

/** Suggestions while a searcher types. */
export interface Suggestions {
  /** The query with its last word completed, the commonest word first. */
  readonly completions: readonly string[];
  /** Pages that the query finds as it stands, the best first. */
  readonly headlines: readonly { readonly title: string; readonly url: string }[];
}

/** More than fit under an input are not read. */
export const MOST_SUGGESTIONS = 5;

/** The last word, with signs that are letters on another keyboard layout, such as the comma for б. */
const LAST_WORD = /[^\s"«“(]+$/;

/**
 * Completes the last word of a query from the archive's own vocabulary, also where it was typed on
 * the wrong keyboard layout.
 *
 * @param text what was typed so far
 * @param most how many completions at most
 * @returns none where the text ends with a finished or a very short word
 */
export async function completeQuery(
  text: string,
  most: number,
  index: SearchIndex,
): Promise<string[]> {
  const typed = LAST_WORD.exec(text.normalize("NFC"))?.[0] ?? "";
  const before = text.slice(0, text.length - typed.length);
  const asTyped = await completeWord(typed, index);
  const words = asTyped.length > 0 ? asTyped : await completeWord(asRussianLayout(typed), index);
  return words.slice(0, most).map((word) => before + word);
}

async function completeWord(beginning: string, index: SearchIndex): Promise<string[]> {
  const start = fold(beginning);
  if (start.length < SUGGESTION_KEY_LENGTH) return [];
  const words = await index.suggestions(start);
  return words.filter((word) => fold(word).startsWith(start) && fold(word) !== start);
}

/** The titles of the first results. */
export async function headlinesOf(
  response: RawResponse,
  most: number,
): Promise<Suggestions["headlines"]> {
  const pages = await Promise.all(response.results.slice(0, most).map((result) => result.data()));
  return pages.map(({ url, meta }) => ({ title: meta.title ?? url, url }));
}
