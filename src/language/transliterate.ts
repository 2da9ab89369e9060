/**
 * Cyrillic to Latin letters by ICAO Doc 9303, part 3, section 6 B: the table of
 * Russian passports, with the Ukrainian and Belarusian letters of the same table.
 * It is chosen for addresses because it yields plain ASCII letters without
 * apostrophes. It is not reversible: ё and э both become e, ь disappears.
 */
const LETTERS: Readonly<Record<string, string>> = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  д: "d",
  е: "e",
  ё: "e",
  ж: "zh",
  з: "z",
  и: "i",
  й: "i",
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
  х: "kh",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "shch",
  ъ: "ie",
  ы: "y",
  ь: "",
  э: "e",
  ю: "iu",
  я: "ia",
  і: "i",
  ї: "i",
  є: "ie",
  ґ: "g",
  ў: "u",
};

const KNOWN = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");

/** No normal form and no table changes these: most file names are slugs already. */
const ASCII = /^[ -~]*$/;

/**
 * Writes a text in lower-case ASCII letters where its letters are Cyrillic or
 * Latin with diacritics; every other character stays as it is.
 *
 * @param text any text, in any Unicode normal form
 * @returns the same text in lower case, Cyrillic by ICAO Doc 9303, Latin without diacritics
 */
export function transliterate(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  const lower = text.normalize("NFKC").toLowerCase().normalize("NFKC");
  // Twice: й and ё have letters of their own in the table, ӥ and ѐ only without their marks.
  return toLatin(toLatin(lower).normalize("NFKD").replace(/\p{M}/gu, ""));
}

function toLatin(text: string): string {
  return text.replace(KNOWN, (letter) => LETTERS[letter] ?? letter);
}
