import { skeleton, soundKey } from "../../language/index.ts";
import { type Group, wordsByStem } from "./groups.ts";

/** A shorter stem has too many neighbours to tell which one was meant. */
const SHORTEST_STEM = 3;

/**
 * The stems of all words, written backwards: a word with a slip near its beginning is found by its end.
 *
 * @returns lines of a reversed stem, a tab, and what makes a word of the archive of it; sorted
 */
export function toEnds(groups: readonly Group[]): string[] {
  return linesOfStems(groups, (stem, rest) => [[...stem].reverse().join(""), rest]);
}

/**
 * The stems of all words by how they sound: a word that was written by the ear, or in another alphabet, is
 * found by its consonants.
 *
 * @returns lines of the sounds of a stem, a tab, the stem, a tab, and what makes a word of the archive of
 *   it; sorted
 */
export function toSounds(groups: readonly Group[]): string[] {
  return linesOfStems(groups, (stem, rest) => {
    return /\d/.test(stem) ? undefined : [soundKey(skeleton(stem)), stem, rest];
  });
}

function linesOfStems(
  groups: readonly Group[],
  cellsOf: (stem: string, rest: string) => readonly string[] | undefined,
): string[] {
  const lines = new Set<string>();
  for (const [stem, word] of groups.flatMap((group) => [...wordsByStem(group)])) {
    const cells = stem.length < SHORTEST_STEM ? undefined : cellsOf(stem, word.slice(stem.length));
    if (cells !== undefined) lines.add(cells.join("\t"));
  }
  return [...lines].sort();
}
