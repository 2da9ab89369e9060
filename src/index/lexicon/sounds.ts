import { skeleton, soundKey } from "../../language/index.ts";
import { type Group, wordsByStem } from "./groups.ts";

/** A shorter stem has too many neighbours to tell which one was meant. */
const SHORTEST_STEM = 3;

/**
 * The stems of all words by how they sound: a word that was written by the ear, or in another alphabet, is
 * found by its consonants.
 *
 * @returns lines of the sounds of a stem, a tab, the stem, a tab, and what makes a word of the archive of
 *   it; sorted
 */
export function toSounds(groups: readonly Group[]): string[] {
  const lines = new Set<string>();
  for (const [root, word] of groups.flatMap((group) => [...wordsByStem(group)])) {
    if (root.length < SHORTEST_STEM || /\d/.test(root)) continue;
    lines.add([soundKey(skeleton(root)), root, word.slice(root.length)].join("\t"));
  }
  return [...lines].sort();
}
