import { plainSpelling } from "../../language/index.ts";
import { retype } from "./layout.ts";
import type { SearchOptions } from "./pagefind.ts";
import { LONGEST_QUERY, parseQuery, type Query } from "./query.ts";
import type { SearchResponse } from "./response.ts";
import type { SearchIndex } from "./search-index.ts";
import { respace } from "./spacing.ts";

/** A parsed query, with the corrections of its text. */
export interface ReadQuery {
  readonly query: Query;
  readonly text: string;
  readonly corrections: SearchResponse["corrections"];
}

/**
 * Reads a query as it was meant, whatever keyboard layout it was typed on, and wherever its spaces are.
 *
 * @param options say whether nothing is put right, and whether somebody is still typing
 */
export async function readQuery(
  text: string,
  index: SearchIndex,
  { asTyped = false, typing = false }: Pick<SearchOptions, "asTyped" | "typing"> = {},
): Promise<ReadQuery> {
  const cut = plainSpelling(text.slice(0, LONGEST_QUERY));
  if (asTyped)
    return { query: { ...parseQuery(cut), asTyped, typing }, text: cut, corrections: [] };
  const retyped = await retype(cut, typing, index);
  const respaced = await respace(retyped.text, typing, index);
  const corrections = [...retyped.corrections, ...respaced.corrections];
  const query = { ...parseQuery(respaced.text), asTyped, typing };
  return { query, text: respaced.text, corrections };
}
