/**
 * Signs that keyboards lack: dashes, the ellipsis, the apostrophe, and spaces left out in «т.д.» and «20млн».
 * No rule adds or removes a letter or digit, and none matches the result of another.
 */

type SignRule = readonly [pattern: RegExp, put: string];

const [BIND, NARROW] = ["$&\u00a0", "\u202f"];

/** Those that a text may need in which there are only words. */
const OF_WORDS: readonly SignRule[] = [
  [/(?<!\.)\.{3,4}(?!\.)/g, "…"],
  // «т.д.», «и.о.»; not «ул.им.», which may as well be an address of a site.
  [/[а-яё]\.(?=[а-яё]\.)(?<![\p{L}\p{N}@/-]..)/gu, BIND],
  // «А.С. Пушкин», «А.С.Пушкин» and «Пушкин А.С.», but «С.С.С.Р.» stays.
  [/[А-ЯЁ]\.(?=[А-ЯЁ]\.[ \u00a0\u202f]?[А-ЯЁ][а-яё])(?<![\p{L}.]..)/gu, BIND],
  [/[А-ЯЁ]\.(?=[А-ЯЁ][а-яё])(?<=(?<![\p{L}.])[А-ЯЁ]\.[ \u00a0\u202f]?..)/gu, BIND],
  [/[А-ЯЁ]\.(?=[А-ЯЁ]\.(?![ \u00a0\u202f]?[А-ЯЁ]))(?<=[А-ЯЁ][а-яё]+[ \u00a0]..)/gu, BIND],
];

const HAS_SIGNS = /[-‒–'№§¶\d]/;

const OF_SIGNS: readonly SignRule[] = [
  [/(?<=\p{L})'(?=\p{L})/gu, "’"],
  [/(?<=[ \u00a0])---?(?=[ \u00a0\n])/g, "—"],
  // Between numbers it may be a minus, the sign of a score, or a range that was set by hand.
  [/[-‒–](?=[ \u00a0\n])(?<=[ \u00a0].)(?!(?<=\d..)[ \u00a0]\d)/g, "—"],
  // Talk begins with a dash.
  [/(?:---?|[‒–])(?=[ \u00a0])(?<=(?:^|[\n«„])(?:---?|.))/g, "—"],
  [/-(?=[ \u00a0])(?<=[«„].)/g, "—"],
  [/№[ \u00a0\u2009]?(?=\d|п\/п)/g, `№${NARROW}`],
  [/§[ \u00a0\u2009]?(?=[\dIVX])/g, `§${NARROW}`],
  [/¶ ?(?=\d)/g, "¶\u00a0"],
  [/\d(?=(?:тыс|млн|млрд|трлн)(?:[.\s]|$))/gi, BIND],
  [/\d(?=(?:руб|коп)\.)/g, BIND],
  [/\d(?=г(?:[ \u00a0,;.\n]|$))(?<=(?<!\d)\d{4})/g, BIND],
];

/** @param text of a whole paragraph, with stand-ins */
export function setSigns(text: string): string {
  // «2026г.с.ш.»: a space that is put in there begins a word here.
  return OF_WORDS.reduce(apply, HAS_SIGNS.test(text) ? OF_SIGNS.reduce(apply, text) : text);
}

function apply(text: string, [pattern, put]: SignRule): string {
  return text.replace(pattern, put);
}
