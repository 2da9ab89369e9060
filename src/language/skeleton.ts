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

/** Of scholars and of Slavic languages; other marks on letters say nothing to a reader of Russian. */
const HACEKS: Readonly<Record<string, string>> = { č: "ch", š: "sh", ž: "zh" };

/**
 * The longest spelling first, and what has a j before what becomes one; each becomes the sign that its
 * Russian letter has above.
 */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/w/g, "v"],
  [/you/g, "iu"],
  [/(?<=[aeiouy])j(?![aeiouy])/g, "i"],
  [/ya|ja/g, "ia"],
  [/yu|ju/g, "iu"],
  [/yo|jo/g, "e"],
  [/ye|je/g, "e"],
  [/shch|sch|shh/g, "w"],
  [/zh/g, "j"],
  [/kh/g, "h"],
  [/ch/g, "q"],
  [/sh/g, "w"],
  [/ck/g, "k"],
  [/ts|tz|cz/g, "c"],
  [/ph/g, "f"],
  [/['’`"]/g, ""],
  [/x/g, "h"],
  [/y/g, "i"],
];

/**
 * @param word a word in Cyrillic or Latin letters
 * @returns its skeleton, in letters from a to z and digits
 */
export function skeleton(word: string): string {
  const plain = word.toLowerCase().replace(/[čšž]/g, (letter) => HACEKS[letter] ?? letter);
  const latin = Array.from(fold(plain), (letter) => CYRILLIC[letter] ?? letter);
  const isCyrillic = /\p{Script=Cyrillic}/u.test(word);
  const spelled = isCyrillic ? latin.join("") : respell(latin.join(""));
  // «сч» is said as щ, and «sch» may be either; x is «кс» of «Linux» and х of «xleb».
  return spelled
    .replace(/[sz]q/g, "w")
    .replace(/ks/g, "h")
    .replace(/i+/g, "i")
    .replace(/(.)\1/g, "$1");
}

function respell(text: string): string {
  return SPELLINGS.reduce((result, [spelling, sign]) => result.replace(spelling, sign), text);
}
