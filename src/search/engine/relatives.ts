import { compare, fold, kindOf, relativesOf, stem } from "../../language/index.ts";
import { SUGGESTION_KEY_LENGTH } from "../format/index.ts";
import { formsOf } from "./lexicon.ts";
import { commonness, type IndexEntry, type SearchIndex } from "./search-index.ts";

/** A word of the archive that has the root of one which the archive does not hold. */
export interface FoundRelative {
  /** A form that the archive holds, folded. */
  readonly word: string;
  readonly entries: readonly IndexEntry[];
}

/** More would make the query mean everything. */
const MOST_RELATIVES = 3;

/**
 * The relatives of a word that the archive does not hold in any form, the commonest first: who asks for
 * «румынский» is helped by pages about Румыния.
 *
 * @param term in lower case
 */
export async function findRelatives(term: string, index: SearchIndex): Promise<FoundRelative[]> {
  const relatives = relativesOf(term);
  const wanted = new Set(relatives.map(({ stem: root, kind }) => `${kind} ${root}`));
  const starts = new Set(relatives.map(({ stem: root }) => root));
  const shards = await Promise.all([...starts].map((start) => index.near(start)));
  const found = new Map<string, Set<IndexEntry>>();
  for (const entry of new Set(shards.flat())) {
    const word = entry.words.find((own) =>
      wanted.has(`${kindOf(formsOf(entry))} ${fold(stem(own))}`),
    );
    if (word === undefined) continue;
    found.set(word, (found.get(word) ?? new Set()).add(entry));
  }
  const all = [...found].map(([word, entries]) => ({ word, entries: [...entries] }));
  all.sort((a, b) => commonness(b.entries) - commonness(a.entries) || compare(a.word, b.word));
  return all.slice(0, MOST_RELATIVES);
}

/**
 * How a relative is called: as the words have it that are offered while typing, for these are lemmas.
 *
 * @returns the form of the archive where they do not know it, or do not arrive: it is only for show
 */
export async function nameOf(
  { word, entries }: FoundRelative,
  index: SearchIndex,
): Promise<string> {
  if (word.length < SUGGESTION_KEY_LENGTH) return word;
  const forms = new Set(entries.flatMap(formsOf));
  const words = await index.suggestions(word).catch(() => []);
  return words.find((one) => forms.has(fold(one))) ?? word;
}
