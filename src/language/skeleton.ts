import { fold } from "./fold.ts";

/**
 * People write Russian in Latin letters in many ways: kh, h or x for х, ya, ja or ia for я, sch or
 * shch for щ, an apostrophe or nothing for ь. A skeleton is what all these ways have in common:
 * two words with one skeleton may be the same word.
 */
const CYRILLIC: Readonly<Record<string, string>> = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  д: "d",
  е: "e",
  ж: "j",
  з: "z",
  и: "i",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ф: "f",
  х: "h",
  ц: "c",
  ч: "q",
  ш: "w",
  щ: "w",
  ъ: "",
  ы: "i",
  ь: "",
  э: "e",
  ю: "iu",
  я: "ia",
};

/** The longest spelling first; each becomes the sign that its Russian letter has above. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/shch|sch|shh/g, "w"],
  [/zh/g, "j"],
  [/kh/g, "h"],
  [/ch/g, "q"],
  [/sh/g, "w"],
  [/ts|tz|cz/g, "c"],
  [/ph/g, "f"],
  [/ck/g, "k"],
  [/['’`"]/g, ""],
  [/ya|ja/g, "ia"],
  [/yu|ju/g, "iu"],
  [/yo|jo/g, "e"],
  [/ye|je/g, "e"],
  [/x/g, "h"],
  [/y/g, "i"],
];

/**
 * @param word a word in Cyrillic or Latin letters
 * @returns its skeleton, in letters from a to z and digits
 */
export function skeleton(word: string): string {
  const latin = Array.from(fold(word), (letter) => CYRILLIC[letter] ?? letter);
  const isCyrillic = /\p{Script=Cyrillic}/u.test(word);
  const spelled = isCyrillic ? latin.join("") : respell(latin.join(""));
  return spelled.replace(/i+/g, "i").replace(/(.)\1/g, "$1");
}

function respell(text: string): string {
  return SPELLINGS.reduce((result, [spelling, sign]) => result.replace(spelling, sign), text);
}

/** The Russian letters that a Latin one may begin with, for a look into a list by its beginning. */
const BEGINNINGS: Readonly<Record<string, string>> = {
  a: "а",
  b: "б",
  v: "в",
  g: "г",
  d: "д",
  e: "еэ",
  j: "ж",
  z: "з",
  i: "иыюя",
  k: "к",
  l: "л",
  m: "м",
  n: "н",
  o: "о",
  p: "п",
  r: "р",
  s: "с",
  t: "т",
  u: "у",
  f: "ф",
  h: "х",
  c: "цк",
  q: "ч",
  w: "шщ",
};

/**
 * How a Russian word with this skeleton may begin.
 *
 * @param form a skeleton
 * @param length how many letters of the beginning are wanted
 * @returns Russian beginnings, at most sixteen
 */
export function russianBeginnings(form: string, length: number): string[] {
  let beginnings = [""];
  for (const sign of form.slice(0, length)) {
    const letters = BEGINNINGS[sign] ?? sign;
    beginnings = beginnings.flatMap((start) => Array.from(letters, (letter) => start + letter));
  }
  return beginnings.slice(0, 16);
}
