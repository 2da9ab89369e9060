import type { Word } from "./lines.ts";

/** What lines are cut to: how many there are, how wide they may be and a space is, in pixels. */
interface Measure {
  readonly count: number;
  readonly width: number;
  readonly space: number;
}

/** The best way to set the words up to some place in some lines. */
interface Setting {
  /** The less, the better. */
  readonly cost: number;
  /** Where the last of these lines begins. */
  readonly from: number;
}

/**
 * A word that belongs to the next one looks lost at the end of a line: «и», «в», «на». So does a line of it cost
 * what one costs that lacks a third.
 */
const SHORT = /^[\p{Letter}]{1,2}$/u;
const LOST_WORD = 1 / 3;

/**
 * Cuts words into lines that are as even as they can be: the sum of the squares of what lines lack is least.
 *
 * @param words each of which fits in a line; they all fit in `count` lines
 */
export function evenLines(words: readonly Word[], measure: Measure): (readonly Word[])[] {
  const rows = settingsOf(words, measure);
  const lines: (readonly Word[])[] = [];
  let end = words.length;
  for (let row = measure.count; row > 0; row--) {
    const from = rows[row]?.[end]?.from ?? 0;
    lines.unshift(words.slice(from, end));
    end = from;
  }
  return lines;
}

/** By how many lines there are, then by how many words stand in them. */
function settingsOf(
  words: readonly Word[],
  measure: Measure,
): (readonly (Setting | undefined)[])[] {
  const rows: (Setting | undefined)[][] = [[{ cost: 0, from: 0 }]];
  for (let row = 1; row <= measure.count; row++) {
    const before = rows[row - 1] ?? [];
    rows.push(
      Array.from({ length: words.length + 1 }, (_, end) => bestLine(words, end, before, measure)),
    );
  }
  return rows;
}

/** @param before the settings of one line less */
function bestLine(
  words: readonly Word[],
  end: number,
  before: readonly (Setting | undefined)[],
  { width, space }: Measure,
): Setting | undefined {
  let best: Setting | undefined;
  let taken = -space;
  for (let from = end - 1; from >= 0; from--) {
    taken += space + (words[from]?.width ?? 0);
    if (taken > width) break;
    const known = before[from];
    if (known === undefined) continue;
    const cost = known.cost + costOf(words, end, (width - taken) / width);
    if (best === undefined || cost < best.cost) best = { cost, from };
  }
  return best;
}

/** @param lack what the line lacks of the whole width, as a share */
function costOf(words: readonly Word[], end: number, lack: number): number {
  const isLost = end < words.length && SHORT.test(words[end - 1]?.signs.join("") ?? "");
  return lack ** 2 + (isLost ? LOST_WORD ** 2 : 0);
}
