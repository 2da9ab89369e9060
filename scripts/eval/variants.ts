import {
  asLatinLayout,
  fold,
  stem,
  transliterate,
  wordParts,
  words,
} from "../../src/language/index.ts";
import { randomNumbers } from "../random.ts";
import type { Doc } from "./data.ts";

/** The ways in which a question may be typed. */
export const VARIANTS = ["question", "keywords", "typo", "layout", "latin"] as const;
export type Variant = (typeof VARIANTS)[number];

/** Turns a question into what is typed; the same for the same collection and questions. */
export type Typist = (question: string) => string;

const SEED = 20_261_123;

/**
 * @param variant which way; all but «question» start from the three rarest words
 * @param docs the collection that says what is rare
 */
export function typist(variant: Variant, docs: readonly Doc[]): Typist {
  if (variant === "question") return (question) => question;
  const frequency = documentFrequencies(docs);
  const random = randomNumbers(SEED);
  return (question) => {
    const keywords = rarestWords(question, frequency);
    if (variant === "typo") return withTypo(keywords, random).join(" ");
    const text = keywords.join(" ");
    if (variant === "layout") return asLatinLayout(text);
    return variant === "latin" ? transliterate(text) : text;
  };
}

/** What forms of a word have in common. */
export const stemOf = (word: string): string => fold(stem(word));

function documentFrequencies(docs: readonly Doc[]): Map<string, number> {
  const frequency = new Map<string, number>();
  for (const { text } of docs) {
    for (const key of new Set(wordsOf(text).map(stemOf))) {
      frequency.set(key, (frequency.get(key) ?? 0) + 1);
    }
  }
  return frequency;
}

/** @returns the words of a text in lower case, compounds in parts */
export function wordsOf(text: string): string[] {
  return words(text.toLowerCase()).flatMap(wordParts);
}

const LEAST_LETTERS = 3;
const KEYWORDS = 3;

/** In the order of the question. */
function rarestWords(question: string, frequency: ReadonlyMap<string, number>): string[] {
  const known = [...new Set(wordsOf(question))].filter(
    (word) => word.length >= LEAST_LETTERS && frequency.has(stemOf(word)),
  );
  const rarity = (word: string): number => frequency.get(stemOf(word)) ?? 0;
  const rarest = new Set(known.toSorted((a, b) => rarity(a) - rarity(b)).slice(0, KEYWORDS));
  return known.filter((word) => rarest.has(word));
}

const LEAST_FOR_TYPO = 5;
const ALPHABET = "абвгдежзийклмнопрстуфхцчшщъыьэюя";

/** One slip in the longest word, never in its first letter. */
function withTypo(keywords: readonly string[], random: () => number): string[] {
  const longest = keywords.toSorted((a, b) => b.length - a.length)[0] ?? "";
  if (longest.length < LEAST_FOR_TYPO) return [...keywords];
  const slipped = slip(longest, random);
  return keywords.map((word) => (word === longest ? slipped : word));
}

/** @returns the word with a letter dropped, added, replaced or swapped with its neighbour; never the first */
export function slip(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 1));
  const letter = ALPHABET[Math.floor(random() * ALPHABET.length)] ?? "а";
  const before = word.slice(0, at);
  const kinds = [
    () => before + word.slice(at + 1),
    () => before + letter + word.slice(at),
    () => before + letter + word.slice(at + 1),
    () => swapped(word, Math.min(at, word.length - 2)),
  ];
  const result = kinds[Math.floor(random() * kinds.length)]?.() ?? word;
  return result === word ? slip(word, random) : result;
}

function swapped(word: string, at: number): string {
  return word.slice(0, at) + (word[at + 1] ?? "") + (word[at] ?? "") + word.slice(at + 2);
}
