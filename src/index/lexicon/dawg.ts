import Az, { type Dawg, type DawgFormat } from "az";

export type { Dawg } from "az";

/** A text of an automaton, as the automaton spells it. */
export interface Spelling {
  readonly text: string;
  /** The lists of numbers that are kept with it. */
  readonly values: readonly (readonly number[])[];
}

/** Divides a text from its value. */
const SEPARATOR = 1;
const MISSING = -1;
const ROOT = 0;
/** In windows-1251, in which the dictionary spells words. */
const YO = 0xb8;
const FIRST_LETTER = 0xe0;

/** Loads an automaton of the dictionary. */
export function loadDawg(file: string, format: DawgFormat): Promise<Dawg> {
  return new Promise((resolve, reject) => {
    Az.DAWG.load(file, format, (error, dawg) => (error ? reject(error) : resolve(dawg)));
  });
}

/**
 * Looks a text up, reading every е as ё too.
 *
 * @param text lower-case Russian letters
 */
export function lookUp(dawg: Dawg, text: string): Spelling[] {
  const found: Spelling[] = [];
  walk(dawg, text, 0, ROOT, "", found);
  return found;
}

function walk(
  dawg: Dawg,
  text: string,
  at: number,
  node: number,
  spelled: string,
  found: Spelling[],
): void {
  if (at === text.length) {
    const end = dawg.followByte(SEPARATOR, node);
    if (end !== MISSING) found.push({ text: spelled, values: dawg.iterateAll(end) });
    return;
  }
  const letter = text.charAt(at);
  const next = dawg.followByte(byteOf(letter), node);
  if (next !== MISSING) walk(dawg, text, at + 1, next, spelled + letter, found);
  if (letter !== "е") return;
  const other = dawg.followByte(YO, node);
  if (other !== MISSING) walk(dawg, text, at + 1, other, `${spelled}ё`, found);
}

function byteOf(letter: string): number {
  return letter === "ё" ? YO : FIRST_LETTER + letter.charCodeAt(0) - "а".charCodeAt(0);
}

const LETTERS = [..."абвгдеёжзийклмнопрстуфхцчшщъыьэюя"];

/** Walks all texts of an automaton, in no order that means anything. */
export function* allSpellings(dawg: Dawg, node = ROOT, text = ""): Generator<Spelling> {
  const end = dawg.followByte(SEPARATOR, node);
  if (end !== MISSING) yield { text, values: dawg.iterateAll(end) };
  for (const letter of LETTERS) {
    const next = dawg.followByte(byteOf(letter), node);
    if (next !== MISSING) yield* allSpellings(dawg, next, text + letter);
  }
}
