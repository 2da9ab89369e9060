import { isStopWord } from "../../language/index.ts";
import { completions, mayGoOn } from "./completions.ts";
import { type Correction, correct } from "./corrections.ts";
import type { SearchIndex } from "./search-index.ts";

/** A space, or a hyphen, that was left out or that is too many. */
type SpacingCorrection = Pick<Correction, "from" | "to" | "kind">;

export interface Respaced {
  /** The query as it was meant. */
  readonly text: string;
  readonly corrections: readonly SpacingCorrection[];
}

const WORD = /[\p{L}\p{N}]+/gu;

/** Two shorter words make up nearly anything. */
const SHORTEST_WHOLE = 6;
/** Nobody forgets a space in more. */
const LONGEST_WHOLE = 40;
const SHORTEST_LEFT = 4;
const SHORTEST_RIGHT = 4;

/** A shorter piece that no dictionary knows is the end of many a name: «хоти нова» is Хотинова. */
const SHORTEST_UNKNOWN = 6;

/** Shorter words of the language are seldom written as two by mistake. */
const SHORTEST_OF_WORDS = 8;

/** A word of a query. */
interface Piece {
  readonly word: string;
  /** The gap to the next word. */
  readonly gap: string;
  /** Whether the archive holds it, or every text does. */
  readonly isKnown: boolean;
  /** Whether it is known, or a word of the language. */
  readonly isWord: boolean;
}

/**
 * Joins one word that was typed as two («видео конференция», «Кунь-шань») and splits two that were typed as
 * one («научнотехнический»), where the archive holds only the result. A word of the dictionary is never
 * split.
 *
 * @param text what a searcher typed, on the right keyboard layout
 * @param typing whether somebody is still typing
 */
export async function respace(
  text: string,
  typing: boolean,
  index: SearchIndex,
): Promise<Respaced> {
  const pieces = await piecesOf(text, index);
  const corrections: SpacingCorrection[] = [];
  let meant = text.slice(0, text.search(WORD));
  for (let at = 0; at < pieces.length; at++) {
    const [piece, next] = pieces.slice(at, at + 2);
    if (piece === undefined) break;
    const joined = next && (await joinedWith(piece, next, index));
    const to = joined ?? (await splitOf(piece, next === undefined, typing, index));
    const from = joined === undefined ? piece.word : piece.word + piece.gap + next?.word;
    if (to !== undefined) corrections.push({ from, to, kind: "typo" });
    meant += (to ?? piece.word) + (joined === undefined ? piece.gap : next?.gap);
    if (joined !== undefined) at++;
  }
  return corrections.length === 0 ? { text, corrections } : { text: meant, corrections };
}

function piecesOf(text: string, index: SearchIndex): Promise<Piece[]> {
  const found = [...text.matchAll(WORD)];
  return Promise.all(
    found.map(async ({ 0: word, index: start }, at) => {
      const gap = text.slice(start + word.length, found[at + 1]?.index);
      const isKnown = await index.knows(word);
      return { word, gap, isKnown, isWord: isKnown || (await index.isWord(word)) };
    }),
  );
}

/** @returns both words as one, where the archive holds that and not both of them */
async function joinedWith(
  piece: Piece,
  next: Piece,
  index: SearchIndex,
): Promise<string | undefined> {
  if ((piece.isKnown && next.isKnown) || !/^[ -]$/.test(piece.gap)) return undefined;
  const joined = piece.word + next.word;
  const areWords = piece.isWord && next.isWord;
  if (areWords && (joined.length < SHORTEST_OF_WORDS || [piece, next].some(isStop)))
    return undefined;
  if (joined.length < SHORTEST_WHOLE || !/\p{L}/u.test(joined)) return undefined;
  return (await index.holds(joined)) ? joined : undefined;
}

function isStop({ word }: Piece): boolean {
  return isStopWord(word);
}

/** @returns a word as two, where it is none itself, nor the beginning of one, nor mistyped */
async function splitOf(
  { word, gap, isWord }: Piece,
  isLast: boolean,
  typing: boolean,
  index: SearchIndex,
): Promise<string | undefined> {
  const parts = isWord ? undefined : await partsOf(word, index);
  if (parts === undefined) return undefined;
  const isOpen = isLast && gap === "" && (await mayGoOn(word, { typing }, index));
  if (isOpen && (await completions(word, index)).length > 0) return undefined;
  return (await correct(word, index)).corrections.length > 0 ? undefined : parts;
}

async function partsOf(word: string, index: SearchIndex): Promise<string | undefined> {
  for (const [left, right] of waysToSplit(word)) {
    const areHeld = (await index.knows(left)) && (await index.holds(right));
    if (areHeld && (await isPart(left, index)) && (await isPart(right, index)))
      return `${left} ${right}`;
  }
  return undefined;
}

async function isPart(word: string, index: SearchIndex): Promise<boolean> {
  return word.length >= SHORTEST_UNKNOWN || isStopWord(word) || index.isWord(word);
}

/** The longest beginning first; only a stop word may be a short one. */
function waysToSplit(word: string): [left: string, right: string][] {
  // Letters and digits are looked for apart in any case (synonyms.ts).
  if (/\p{N}/u.test(word)) return [];
  if (word.length < SHORTEST_WHOLE || word.length > LONGEST_WHOLE) return [];
  const lengths = Array.from({ length: word.length - SHORTEST_RIGHT }, (_, at) => at + 1);
  return lengths
    .reverse()
    .map((length): [string, string] => [word.slice(0, length), word.slice(length)])
    .filter(([left]) => left.length >= SHORTEST_LEFT || isStopWord(left));
}
