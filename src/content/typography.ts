import Typograf from "typograf";

/**
 * Only rules that change how a sign looks, never what is said: quotation marks, dashes, the
 * ellipsis, the apostrophe and non-breaking spaces. The library's other rules rewrite dates,
 * fractions, telephone numbers and words, and stay off.
 */
const RULES = [
  "common/punctuation/apostrophe",
  "common/punctuation/hellip",
  "common/nbsp/afterNumber",
  "common/nbsp/afterParagraphMark",
  "common/nbsp/afterSectionMark",
  "common/nbsp/afterShortWord",
  "common/nbsp/beforeShortLastNumber",
  "common/nbsp/beforeShortLastWord",
  "ru/dash/centuries",
  "ru/dash/daysMonth",
  "ru/dash/decade",
  "ru/dash/main",
  "ru/dash/month",
  "ru/dash/time",
  "ru/dash/years",
  "ru/nbsp/abbr",
  "ru/nbsp/afterNumberSign",
  "ru/nbsp/beforeParticle",
  "ru/nbsp/centuries",
  "ru/nbsp/dayMonth",
  "ru/nbsp/initials",
  "ru/nbsp/mln",
  "ru/nbsp/rubleKopek",
  "ru/nbsp/year",
  "ru/nbsp/years",
];

const QUOTES = "common/punctuation/quote";

const withQuotes = createTypograf([...RULES, QUOTES]);
const withoutQuotes = createTypograf(RULES);

function createTypograf(enableRule: string[]): Typograf {
  return new Typograf({ locale: ["ru", "en-US"], disableRule: "*", enableRule });
}

/** «А. Тозик»: the library binds initials to a surname only where there are two of them. */
const INITIAL = /(?<!\p{L})(\p{Lu}\.) (?=\p{Lu}\p{Ll})/gu;

/**
 * Sets a text by Russian typography: «ёлочки» and nested „лапки“, dashes, the ellipsis,
 * non-breaking spaces.
 *
 * @param text plain text, not HTML; what looks like a tag or an address in it is left alone
 * @returns the text with the same words; its straight quotation marks stay where their number
 *   is odd, for then one of them may be an inch or a slip
 */
export function typography(text: string): string {
  const straight = text.split('"').length - 1;
  const typograf = straight % 2 === 0 ? withQuotes : withoutQuotes;
  return typograf.execute(text).replace(INITIAL, "$1\u00a0");
}
