import { asLatinLayout, asRussianLayout, searchedWords } from "../../language/index.ts";
import { completions } from "./completions.ts";
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

/**
 * Puts right what was typed on the wrong keyboard layout, piece by piece between spaces, for on
 * the other layout letters may be punctuation. A piece that the archive holds as typed stays; of the
 * last one, which may go on, the beginning is enough.
 *
 * @param text what a searcher typed
 */
export async function retype(text: string, index: SearchIndex): Promise<Retyped> {
  const corrections: LayoutCorrection[] = [];
  const pieces = await Promise.all(
    text.split(/(\s+)/).map(async (piece, at, pieces) => {
      const meant = otherLayout(piece);
      if (meant === undefined) return piece;
      const isLast = at === pieces.length - 1;
      const fits = isLast ? isKnownBeginning : isKnown;
      if ((await fits(piece, index)) || !(await fits(meant, index))) return piece;
      corrections.push({ from: piece, to: meant, kind: "layout" });
      return meant;
    }),
  );
  return { text: pieces.join(""), corrections };
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
async function isKnownBeginning(piece: string, index: SearchIndex): Promise<boolean> {
  if (await isKnown(piece, index)) return true;
  const parts = searchedWords(piece);
  const last = parts.at(-1) ?? "";
  if (last.length < SHORTEST_BEGINNING) return false;
  const rest = piece.slice(0, piece.toLowerCase().lastIndexOf(last));
  const isRestKnown = parts.length === 1 || (await isKnown(rest, index));
  return isRestKnown && (await completions(last, index)).length > 0;
}
