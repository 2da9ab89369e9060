import { fold, isStopWord, searchedWords, stem } from "../../language/index.ts";
import type { SynonymMatch } from "./asked-synonyms.ts";

/**
 * Finds abbreviations in a query, and names of which the archive knows an abbreviation. An abbreviation
 * must stand as it is, for many are forms of words («воз», «возы»). Where the query holds both,
 * neither stands for the other.
 *
 * @param terms the words of the query, stop words left out
 * @param lines an abbreviation, a tab, and its name
 */
export function findAbbreviations(
  terms: readonly string[],
  lines: readonly string[],
): SynonymMatch[] {
  const found = lines.flatMap((line): [key: string, match: SynonymMatch][] => {
    const [abbreviation = "", name = ""] = line.split("\t");
    const short = abbreviation.toLowerCase();
    const words = searchedWords(name).filter((word) => !isStopWord(word));
    const full = sequenceOf(terms, words);
    const isShort = terms.includes(short);
    if (isShort === (full !== undefined)) return [];
    // Segments may have a name in several cases of the grammar.
    const key = [short, ...words.map(rootOf)].join(" ");
    if (full !== undefined) return [[key, { terms: full, others: [[short]], name: abbreviation }]];
    return [[key, { terms: [short], others: [words], name }]];
  });
  return [...new Map(found.toReversed()).values()].toReversed();
}

/** @returns the terms that are the words in any form, one behind the other */
function sequenceOf(
  terms: readonly string[],
  words: readonly string[],
): readonly string[] | undefined {
  const start = terms.findIndex((_, at) =>
    words.every((word, next) => rootOf(terms[at + next] ?? "") === rootOf(word)),
  );
  return start === -1 ? undefined : terms.slice(start, start + words.length);
}

function rootOf(word: string): string {
  return fold(stem(word));
}
