/** The keys of the Russian and the US layout, from the same places of the keyboard. */
const RUSSIAN = "йцукенгшщзхъфывапролджэячсмитьбюё";
const LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";

const toRussian = new Map([...LATIN].map((key, index) => [key, RUSSIAN[index] ?? key]));
const toLatin = new Map([...RUSSIAN].map((key, index) => [key, LATIN[index] ?? key]));
for (const [key, plain] of [...'{}:"<>~'].map((key, i) => [key, "хъжэбюё"[i] ?? key] as const)) {
  toRussian.set(key, plain);
}

/** Signs of the digits' row with Shift, and of the keys beside it: @ is " on the Russian layout. */
const US_SIGNS = "@#$^&|/?";
const RUSSIAN_SIGNS = '"№;:?/.,';
for (const [at, key] of [...US_SIGNS].entries()) {
  toRussian.set(key, RUSSIAN_SIGNS[at] ?? key);
  toLatin.set(RUSSIAN_SIGNS[at] ?? key, key);
}

/** @returns what was meant by a text typed on the US layout: «ufpghjv» is «газпром» */
export function asRussianLayout(text: string): string {
  return Array.from(text.toLowerCase(), (key) => toRussian.get(key) ?? key).join("");
}

/** @returns what was meant by a text typed on the Russian layout: «сщмшв» is «covid» */
export function asLatinLayout(text: string): string {
  return Array.from(text.toLowerCase(), (key) => toLatin.get(key) ?? key).join("");
}
