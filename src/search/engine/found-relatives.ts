import {
  compare,
  fold,
  kindOf,
  type RelativeKind,
  relativesOf,
  stem,
} from "../../language/index.ts";
import { SUGGESTION_KEY_LENGTH } from "../format/index.ts";
import { formsOf } from "./lexicon.ts";
import { commonness, type IndexEntry, type SearchIndex } from "./search-index.ts";

/** A word of the archive that has the root of one which the archive does not hold. */
export interface FoundRelative {
  /** A form that the archive holds, folded. */
  readonly word: string;
  readonly entries: readonly IndexEntry[];
  /** Whether it is the place that an adjective comes from: others may mean something else by now. */
  readonly isPlace: boolean;
}

/** More would make the query mean everything. */
const MOST_RELATIVES = 3;

/**
 * The relatives of a word that the archive does not hold, the commonest first: pages about Румыния help a
 * query for «румынский». A place has only its own: «морозовский» is of Морозовск, not of «мороз».
 *
 * @param term in lower case
 */
export async function findRelatives(term: string, index: SearchIndex): Promise<FoundRelative[]> {
  const relatives = relativesOf(term);
  const wanted = new Set(relatives.map(({ stem: root, kind }) => `${kind} ${root}`));
  const starts = new Set(relatives.map(({ stem: root }) => root));
  const shards = await Promise.all([...starts].map((start) => index.near(start)));
  const entries = [...new Set(shards.flat())];
  const places = gather(entries.filter(isPlace), () => "place", wanted);
  if (places.length > 0) return places.map((one) => ({ ...one, isPlace: true }));
  const others = gather(entries, (entry) => kindOf(formsOf(entry)), wanted);
  return others.map((one) => ({ ...one, isPlace: false }));
}

/** A noun that no dictionary knows is a name. */
function isPlace(entry: IndexEntry): boolean {
  return entry.isPlace === true || (entry.isStem && kindOf(formsOf(entry)) === "noun");
}

/** @param wanted kinds with stems */
function gather(
  entries: readonly IndexEntry[],
  kind: (entry: IndexEntry) => RelativeKind,
  wanted: ReadonlySet<string>,
): Omit<FoundRelative, "isPlace">[] {
  const found = new Map<string, IndexEntry[]>();
  for (const entry of entries) {
    const own = kind(entry);
    const isWanted = (root: string): boolean => wanted.has(`${own} ${root}`);
    // Snowball takes the end off «Абакан»: what its forms have in common is its stem, too.
    const isNamed = own === "place" && isWanted(entry.beginning);
    const word = entry.words.find((one) => isNamed || isWanted(fold(stem(one))));
    if (word !== undefined) found.set(word, [...(found.get(word) ?? []), entry]);
  }
  const all = [...found].map(([word, its]) => ({ word, entries: its }));
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
