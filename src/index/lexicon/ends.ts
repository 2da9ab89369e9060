import { type Group, wordsByStem } from "./groups.ts";

/** A shorter stem has too many neighbours to tell which one was meant. */
const SHORTEST_STEM = 3;

/**
 * The stems of all words, written backwards: a word with a slip near its beginning is found by its end.
 *
 * @returns lines of a reversed stem, a tab, and what makes a word of the archive of it; sorted
 */
export function toEnds(groups: readonly Group[]): string[] {
  const lines = new Set<string>();
  for (const [root, word] of groups.flatMap((group) => [...wordsByStem(group)])) {
    if (root.length < SHORTEST_STEM) continue;
    lines.add(`${[...root].reverse().join("")}\t${word.slice(root.length)}`);
  }
  return [...lines].sort();
}
