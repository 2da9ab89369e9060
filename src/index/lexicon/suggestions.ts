import { compare, fold, isStopWord } from "../../language/index.ts";
import { groupBy } from "../../language/maps.ts";
import { SUGGESTION_KEY_LENGTH } from "../../search/format/index.ts";
import { type Group, type Grouping, isStemGroup } from "./groups.ts";

/** Only the commonest words with one beginning are useful as suggestions. */
const MOST_WORDS = 200;

interface Suggestion {
  readonly key: string;
  readonly word: string;
  readonly pages: number;
}

/**
 * Words that a beginning may become: lemmas of the dictionary, and names as they are written most.
 *
 * @param words the different words, by their numbers
 * @param counts in how many pages each of them stands
 * @returns lines of the first letters, a tab, a word, a tab, and in how many pages it stands; sorted
 *   by the letters, the commonest words first
 */
export function toSuggestions(
  { groups }: Grouping,
  words: readonly string[],
  counts: ArrayLike<number>,
): string[] {
  const all = groups.flatMap((group): Suggestion[] => {
    const word = wordFor(group, words, counts) ?? "";
    if (word.length <= SUGGESTION_KEY_LENGTH || isStopWord(word)) return [];
    return [{ key: fold(word).slice(0, SUGGESTION_KEY_LENGTH), word, pages: group.pages }];
  });
  const best = [...groupBy(all, ({ key }) => key)].sort(([a], [b]) => compare(a, b));
  return best.flatMap(([key, own]) => {
    const sorted = own.sort(byPages).slice(0, MOST_WORDS);
    return sorted.map(({ word, pages }) => [key, word, pages].join("\t"));
  });
}

function byPages(a: Suggestion, b: Suggestion): number {
  return b.pages - a.pages || (a.word < b.word ? -1 : 1);
}

/** A lemma that was only guessed may be no word at all, so that its stem speaks for it. */
function wordFor(
  group: Group,
  words: readonly string[],
  counts: ArrayLike<number>,
): string | undefined {
  if (!isStemGroup(group)) return group.known[0]?.lemma;
  const numbers = group.forms.flatMap((form) => form.words);
  const most = Math.max(...numbers.map((number) => counts[number] ?? 0));
  return words[numbers.find((number) => counts[number] === most) ?? -1];
}
