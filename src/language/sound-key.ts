import { type EditCosts, editDistance } from "./edit-distance.ts";

/** Signs of a skeleton that are mixed up, by the ear or from one spelling to the other, go by one of them. */
const MERGED: Readonly<Record<string, string>> = {
  b: "p",
  v: "f",
  g: "k",
  d: "t",
  z: "s",
  c: "s",
  j: "w",
  q: "w",
};

/**
 * What is left of a word when all is put aside that people hear or write in several ways: its consonants,
 * voiced and voiceless alike, each of two once, and whether it begins with a vowel. «Шумахер» and
 * «шумохерр» have one key.
 *
 * @param sounds a skeleton
 */
export function soundKey(sounds: string): string {
  const [first = "", ...rest] = sounds;
  const start = isVowel(first) ? "a" : first;
  const consonants = rest.filter((sign) => !isVowel(sign));
  const merged = [start, ...consonants].map((sign) => MERGED[sign] ?? sign).join("");
  return merged.replace(/(.)\1+/g, "$1");
}

/** Vowels are spelled in the most ways; of consonants those that MERGED puts together, and c for к. */
const VOWEL_COST = 0.4;
const ALIKE_COST = 0.5;
const ALIKE = new Set(["ck", "kc", "hk", "kh", "hq", "qh", "sw", "ws"]);

const COSTS: EditCosts = {
  replacing(a, row, b, column) {
    const [one = "", other = ""] = [a[row], b[column]];
    if (isVowel(one) && isVowel(other)) return VOWEL_COST;
    const isAlike = ALIKE.has(one + other) || (MERGED[one] ?? one) === (MERGED[other] ?? other);
    return isAlike ? ALIKE_COST : 1;
  },
  gap: (word, at) => (isVowel(word[at] ?? "") ? VOWEL_COST : 1),
  swap: () => 1,
};

function isVowel(sign: string): boolean {
  return sign !== "" && "aeiou".includes(sign);
}

/**
 * @param a a skeleton
 * @param b a skeleton
 * @returns 0 for equal ones, below 1 for words that sound alike
 */
export function soundDistance(a: string, b: string): number {
  return editDistance(a, b, COSTS);
}
