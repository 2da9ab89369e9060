import { asLatinLayout, asRussianLayout, searchedWords } from "../../language/index.ts";
import { completions, mayGoOn } from "./completions.ts";
import type { Query } from "./query.ts";
import type { SearchIndex } from "./search-index.ts";

/** A piece of a query that was typed on the wrong keyboard layout. */
export interface LayoutCorrection {
  readonly from: string;
  readonly to: string;
  readonly kind: "layout";
}

/** Fewer letters are the beginning of some word on any layout. */
const SHORTEST_BEGINNING = 3;

export interface Retyped {
  /** The query as it was meant. */
  readonly text: string;
  readonly corrections: readonly LayoutCorrection[];
}

/** A piece between spaces, or the spaces. */
interface Piece {
  readonly text: string;
  /** The piece on the other layout, where only that is in the archive. */
  readonly meant?: string;
  /** Whether the typed piece is a word of the language all the same. */
  readonly isDoubtful?: boolean;
}

/**
 * Corrects pieces that were typed on the wrong keyboard layout, between spaces, for letters may be
 * punctuation on the other one. A piece that the archive holds stays; of the last, unfinished one a beginning
 * is enough. A word of the dictionary stays, unless all others are of the other layout.
 *
 * @param text what a searcher typed
 * @param typing whether somebody is still typing
 */
export async function retype(text: string, typing: boolean, index: SearchIndex): Promise<Retyped> {
  const parts = text.split(/(\s+)/);
  const found = parts.map((part, at) => {
    return pieceOf(part, at === parts.length - 1 ? { typing } : undefined, index);
  });
  const pieces = await Promise.all(found);
  const isSure = areAllMeant(pieces);
  const corrections: LayoutCorrection[] = [];
  const read = pieces.map(({ text: from, meant, isDoubtful }) => {
    if (meant === undefined || (isDoubtful && !isSure)) return from;
    corrections.push({ from, to: meant, kind: "layout" });
    return meant;
  });
  return { text: read.join(""), corrections };
}

/** Whether all of a query is of the other layout, and some of it cannot be anything else. */
function areAllMeant(pieces: readonly Piece[]): boolean {
  const isCertain = pieces.some(({ meant, isDoubtful }) => meant !== undefined && !isDoubtful);
  return (
    isCertain &&
    pieces.every(({ text, meant }) => meant !== undefined || searchedWords(text).length === 0)
  );
}

/** @param last how the last piece of a query may go on */
async function pieceOf(
  text: string,
  last: Pick<Query, "typing"> | undefined,
  index: SearchIndex,
): Promise<Piece> {
  const meant = otherLayout(text);
  if (meant === undefined) return { text };
  const fits = (piece: string): Promise<boolean> =>
    last === undefined ? isKnown(piece, index) : isKnownBeginning(piece, last, index);
  if ((await fits(text)) || !/\p{L}/u.test(meant) || hasLatinLetter(meant) || !(await fits(meant)))
    return { text };
  const parts = searchedWords(text);
  const isWord = await Promise.all(parts.map((part) => index.isWord(part)));
  return { text, meant, isDoubtful: parts.length > 0 && isWord.every(Boolean) };
}

/** A single Latin letter says nothing, and every archive holds some. */
function hasLatinLetter(piece: string): boolean {
  return searchedWords(piece).some((part) => /^[a-z]$/.test(part));
}

/** @returns nothing for a piece in which both alphabets or none of them stand */
function otherLayout(piece: string): string | undefined {
  const isLatin = /[a-z]/i.test(piece);
  const isRussian = /[а-яё]/i.test(piece);
  if (isLatin === isRussian) return undefined;
  return isLatin ? asRussianLayout(piece) : asLatinLayout(piece);
}

/** Whether the archive holds all words of a piece, stop words aside. */
async function isKnown(piece: string, index: SearchIndex): Promise<boolean> {
  const parts = searchedWords(piece);
  const known = await Promise.all(parts.map((part) => index.knows(part)));
  return parts.length > 0 && known.every(Boolean);
}

/** Whether the archive holds all words of a piece, of the last one perhaps a longer form. */
async function isKnownBeginning(
  piece: string,
  way: Pick<Query, "typing">,
  index: SearchIndex,
): Promise<boolean> {
  if (await isKnown(piece, index)) return true;
  const last = searchedWords(piece).at(-1) ?? "";
  if (last.length < SHORTEST_BEGINNING || !(await mayGoOn(last, way, index))) return false;
  const rest = piece.slice(0, piece.toLowerCase().lastIndexOf(last));
  const isRestKnown = searchedWords(rest).length === 0 || (await isKnown(rest, index));
  return isRestKnown && (await completions(last, index)).length > 0;
}
