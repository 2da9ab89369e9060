import {
  asLatinLayout,
  asRussianLayout,
  isStopWord,
  wordParts,
  words,
} from "../../language/index.ts";
import type { Shelf } from "./shelf.ts";

/** A piece of a query that was typed on the wrong keyboard layout. */
export interface LayoutCorrection {
  readonly from: string;
  readonly to: string;
  readonly kind: "layout";
}

export interface Retyped {
  /** The query as it was meant. */
  readonly text: string;
  readonly corrections: readonly LayoutCorrection[];
}

/**
 * Puts right what was typed on the wrong keyboard layout, piece by piece between spaces, for on
 * the other layout letters may be punctuation. A piece that the archive holds as typed stays.
 *
 * @param text what a searcher typed
 */
export async function retype(text: string, shelf: Shelf): Promise<Retyped> {
  const corrections: LayoutCorrection[] = [];
  const pieces = await Promise.all(
    text.split(/(\s+)/).map(async (piece) => {
      const meant = otherLayout(piece);
      const keep = meant === undefined || (await isKnown(piece, shelf));
      if (keep || !(await isKnown(meant, shelf))) return piece;
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
async function isKnown(piece: string, shelf: Shelf): Promise<boolean> {
  const parts = words(piece.toLowerCase()).flatMap(wordParts);
  const known = await Promise.all(
    parts.map(async (part) => isStopWord(part) || (await shelf.lookUp(part)).length > 0),
  );
  return parts.length > 0 && known.every(Boolean);
}
