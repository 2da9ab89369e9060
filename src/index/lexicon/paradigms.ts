import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A form of a paradigm: its prefix, its ending, and its grammemes. */
export interface FormPattern {
  readonly prefix: string;
  readonly suffix: string;
  readonly tag: string;
}

/** How the forms of a lemma are made, the lemma first. */
type Paradigm = readonly FormPattern[];

/** A form, by the numbers of its paradigm and of its place there. */
export interface Place {
  readonly paradigm: number;
  readonly form: number;
}

/** Prefixes of forms: superlatives and comparatives. */
export const FORM_PREFIXES = ["", "по", "наи"] as const;

/** All paradigms, and where forms stand that were parted from the dictionary's own. */
interface Parted {
  /** Those of the dictionary by its own numbers, then the new ones. */
  readonly paradigms: readonly Paradigm[];
  /** By the number of a paradigm of the dictionary, where each of its forms stands now. */
  readonly parted: ReadonlyMap<number, readonly Place[]>;
}

/**
 * The dictionary makes ordinal numbers forms of the cardinal ones, and patronymics of the names that
 * they come from. Who looks for «второй» or «Иванович» wants no «два» and no «Иван»: each is a word of
 * its own here.
 *
 * @param own the paradigms of the dictionary
 */
export function partParadigms(own: readonly Paradigm[]): Parted {
  const paradigms = [...own];
  const parted = new Map<number, readonly Place[]>();
  for (const [number, patterns] of own.entries()) {
    const words = patterns.map(({ tag }) => wordOf(tag));
    const [first, ...others] = new Set(words);
    if (others.length === 0) continue;
    const numbers = new Map([[first, number]]);
    for (const [at, other] of others.entries()) numbers.set(other, paradigms.length + at);
    for (const [word, at] of numbers) {
      paradigms[at] = patterns.filter((_, form) => words[form] === word);
    }
    parted.set(number, placesOf(words, numbers));
  }
  return { paradigms, parted };
}

/** @returns where each form of a paradigm stands once it is parted */
function placesOf(words: readonly string[], numbers: ReadonlyMap<string | undefined, number>) {
  return words.map((word, at): Place => {
    const form = words.slice(0, at).filter((other) => other === word).length;
    return { paradigm: numbers.get(word) ?? 0, form };
  });
}

/** @returns which of the words that the dictionary puts together a form is of */
function wordOf(tag: string): string {
  if (/\bAnum\b/.test(tag)) return "ordinal";
  return /\bPatr\b/.test(tag) ? `patronymic ${/\bfemn\b/.test(tag)}` : "";
}

/**
 * A list of lists of 16-bit numbers: n suffixes, then n tags, then n prefixes of each paradigm.
 *
 * @param folder where the dictionary lies
 */
export function readParadigms(folder: string): FormPattern[][] {
  const suffixes = readJson(folder, "suffixes.json");
  const tags = readJson(folder, "gramtab-opencorpora-int.json");
  const file = readFileSync(join(folder, "paradigms.array"));
  const numbers = new Uint16Array(file.buffer, file.byteOffset, file.byteLength / 2);
  const paradigms: FormPattern[][] = [];
  for (let start = 1; start < numbers.length; start += (numbers[start] ?? 0) + 1) {
    const count = (numbers[start] ?? 0) / 3;
    const at = (index: number): number => numbers[start + 1 + index] ?? 0;
    paradigms.push(
      Array.from({ length: count }, (_, form) => ({
        suffix: suffixes[at(form)] ?? "",
        tag: tags[at(count + form)] ?? "",
        prefix: FORM_PREFIXES[at(2 * count + form)] ?? "",
      })),
    );
  }
  return paradigms;
}

function readJson(folder: string, name: string): string[] {
  return JSON.parse(readFileSync(join(folder, name), "utf8")) as string[];
}
