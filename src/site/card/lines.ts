import { REPLACEMENT, type Typeface } from "./glyphs.ts";
import { evenLines } from "./line-ends.ts";

/** Signs of a face. */
export type Line = readonly string[];

/** A title as it is set. */
export interface SetTitle {
  readonly face: Typeface;
  readonly lines: readonly Line[];
}

/** Room for a title: the width in pixels, and how many lines fit in each size. */
export interface TitleRoom {
  readonly width: number;
  readonly linesOf: (face: Typeface) => number;
}

/** Signs with how far the pen moves over them, in pixels. */
export interface Word {
  readonly signs: Line;
  readonly width: number;
}

const ELLIPSIS = "…";
const SPACE = " ";

/** Spaces where a line may end; those that do not break are not among them. */
const BREAKS = /[ \t\r\n]+/;
/** Spaces that the fonts lack, and the hyphen that does not break. */
const LIKE: Readonly<Record<string, string>> = {
  "\u202f": "\u00a0",
  "\u2009": "\u00a0",
  "\u2011": "\u2010",
};

/**
 * The glyphs of a text in a face. A missing letter with a mark is drawn as both; a missing letter as the
 * replacement. Invisible characters, such as the soft hyphen, are left out.
 */
export function signsOf(text: string, face: Typeface): string[] {
  const visible = text.normalize("NFC").replace(/\p{Default_Ignorable_Code_Point}/gu, "");
  return [...visible].flatMap((sign) => drawable(LIKE[sign] ?? sign, face));
}

function drawable(sign: string, face: Typeface): readonly string[] {
  if (face.has(sign)) return [sign];
  const parts = [...sign.normalize("NFKD")];
  const letters = parts.filter((part) => !/\p{Mark}/u.test(part));
  if (letters.every((letter) => face.has(letter))) return parts.filter((part) => face.has(part));
  return [REPLACEMENT];
}

/**
 * Sets a title in the largest face in which it fits, its lines as even as they can be; in the
 * smallest it is cut short where it does not fit.
 *
 * @param faces from the largest
 */
export function setTitle(text: string, faces: readonly Typeface[], room: TitleRoom): SetTitle {
  for (const face of faces) {
    const words = wordsOf(text, face);
    const count = wrap(words, face, room.width).length;
    if (count <= room.linesOf(face) && words.every(({ width }) => width <= room.width)) {
      const space = face.widthOf([SPACE]);
      return { face, lines: evenLines(words, { count, space, width: room.width }).map(join) };
    }
  }
  const face = faces.at(-1);
  if (face === undefined) throw new Error("no face to set a title in");
  return { face, lines: cutLines(text, face, room) };
}

function wordsOf(text: string, face: Typeface): Word[] {
  const words = text.split(BREAKS).filter((word) => word !== "");
  return words.map((word) => measured(signsOf(word, face), face));
}

const measured = (signs: Line, face: Typeface): Word => ({ signs, width: face.widthOf(signs) });

/** Fills line after line. A word that is wider than a line has a line of its own. */
function wrap(words: readonly Word[], face: Typeface, width: number): Word[][] {
  const lines: Word[][] = [];
  const space = face.widthOf([SPACE]);
  let left = 0;
  for (const word of words) {
    const line = lines.at(-1);
    if (line !== undefined && space + word.width <= left) {
      line.push(word);
      left -= space + word.width;
    } else {
      lines.push([word]);
      left = width - word.width;
    }
  }
  return lines;
}

const join = (words: readonly Word[]): Line =>
  words.flatMap(({ signs }, index) => (index === 0 ? signs : [SPACE, ...signs]));

function cutLines(text: string, face: Typeface, room: TitleRoom): Line[] {
  const pieces = wordsOf(text, face).flatMap(({ signs }) => broken(signs, face, room.width));
  const words = pieces.map((signs) => measured(signs, face));
  const lines = wrap(words, face, room.width).map(join);
  const most = room.linesOf(face);
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  const last = [...(kept.pop() ?? []), SPACE, ...(lines[most] ?? [])];
  return [...kept, cutLine(last, face, room.width)];
}

/** A word in pieces that each fit into a line. */
function broken(word: Line, face: Typeface, width: number): Line[] {
  const pieces: string[][] = [[]];
  for (const sign of word) {
    const piece = pieces.at(-1) ?? [];
    if (piece.length > 0 && face.widthOf([...piece, sign]) > width) pieces.push([sign]);
    else piece.push(sign);
  }
  return pieces;
}

/** A line as it is where it fits, or as much of it as fits before an ellipsis. */
export function cutLine(signs: Line, face: Typeface, width: number): Line {
  if (face.widthOf(signs) <= width) return signs;
  const short = [...signs];
  while (short.length > 0 && face.widthOf([...short, ELLIPSIS]) > width) short.pop();
  return [...withoutTail(short), ELLIPSIS];
}

/** No half of a word, where there are whole ones, and no punctuation before the ellipsis. */
function withoutTail(signs: readonly string[]): Line {
  const end = signs.lastIndexOf(SPACE);
  const whole = end > signs.length / 2 ? signs.slice(0, end) : [...signs];
  while (/^[\s,.:;«„(—–-]$/u.test(whole.at(-1) ?? "")) whole.pop();
  return whole;
}
