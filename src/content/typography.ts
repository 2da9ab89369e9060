import Typograf, { type TypografContext, type TypografRuleInternal } from "typograf";
import { textOnly } from "./signs.ts";

/**
 * Only rules that change how a sign looks, never what is said: quotation marks, dashes, the
 * ellipsis, the apostrophe and non-breaking spaces. The library's other rules rewrite dates,
 * fractions, telephone numbers and words, and stay off.
 *
 * These can match a text of Russian words and the plainest punctuation.
 */
const RULES_OF_WORDS = [
  "common/punctuation/hellip",
  "common/nbsp/afterShortWord",
  "common/nbsp/beforeShortLastWord",
  "ru/nbsp/abbr",
  "ru/nbsp/beforeParticle",
  "ru/nbsp/initials",
];

/** Each match of these holds a character that ORDINARY has not: a digit, a dash, a Roman I. */
const RULES_OF_SIGNS = [
  "common/punctuation/apostrophe",
  "common/nbsp/afterNumber",
  "common/nbsp/afterParagraphMark",
  "common/nbsp/afterSectionMark",
  "common/nbsp/beforeShortLastNumber",
  "ru/dash/centuries",
  "ru/dash/daysMonth",
  "ru/dash/decade",
  "ru/dash/main",
  "ru/dash/month",
  "ru/dash/time",
  "ru/dash/years",
  "ru/nbsp/afterNumberSign",
  "ru/nbsp/centuries",
  "ru/nbsp/dayMonth",
  "ru/nbsp/mln",
  "ru/nbsp/rubleKopek",
  "ru/nbsp/year",
  "ru/nbsp/years",
];

const RULES = [...RULES_OF_WORDS, ...RULES_OF_SIGNS];
const QUOTES = "common/punctuation/quote";

/** What the rules of words write, a non-breaking space and an ellipsis, is ordinary too. */
const ORDINARY = /^[а-яёА-ЯЁ \u00a0\n.,:;!?…()]*$/;

/** Costly rules, each with what every match of it holds: seldom there, and soon found. */
const SIGNS: Readonly<Record<string, RegExp>> = {
  "ru/dash/month": /[-‒–—]/,
  "ru/nbsp/abbr": /\. ?[а-яё]/,
  "ru/nbsp/beforeParticle": /[ \u00a0](?:л[иь]|же?|бы?)[ \u00a0,;:?!"‘“»]/,
  "ru/nbsp/centuries": /[VIX]/,
  "ru/nbsp/initials": /\.[ \u00a0\u202f]?[А-ЯЁ]\./,
};

/**
 * What the library treats before and after its rules: tags, entities, escapes, addresses, line
 * ends, and the private characters that it hides tags behind. Without these it only runs rules.
 */
const MARKUP = /[<&\\\r\uF000\uF001]|:\/\//;

/** A text that holds one of those itself would lose it. */
const HIDING = /[\uF000\uF001]/;

const withQuotes = createTypograf([...RULES, QUOTES]);
const withoutQuotes = createTypograf(RULES);

function createTypograf(enableRule: string[]): Typograf {
  return new Typograf({ locale: ["ru", "en-US"], disableRule: "*", enableRule });
}

type Rule = Pick<TypografRuleInternal, "handler" | "settings"> & { readonly sign?: RegExp };

/** The library's own rules in the library's own order. */
function rulesNamed(names: readonly string[]): Rule[] {
  const rules = Typograf.getRules().filter((rule) => names.includes(rule.name));
  return rules.map(({ name, handler, settings }) => ({ handler, settings, sign: SIGNS[name] }));
}

const allRules = rulesNamed([...RULES, QUOTES]);
const allButQuotes = rulesNamed(RULES);
const rulesOfWords = rulesNamed(RULES_OF_WORDS);

/** What the library hands to its rules: the locale's letters and quotation marks. */
const context = contextOf(withQuotes);

function contextOf(typograf: Typograf): TypografContext {
  let handed: TypografContext | undefined;
  typograf.onBeforeRule = (_name, given) => {
    handed = given;
  };
  typograf.execute("а");
  delete typograf.onBeforeRule;
  if (handed === undefined) throw new Error("typograf ran no rule");
  return handed;
}

/** «А. Тозик»: the library binds initials to a surname only where there are two of them. */
const INITIAL = /\. (?=\p{Lu}\p{Ll})(?<=(?<!\p{L})\p{Lu}\. )/gu;

/**
 * Sets a text by Russian typography: «ёлочки» and nested „лапки“, dashes, the ellipsis,
 * non-breaking spaces.
 *
 * @param text plain text, not HTML; what looks like a tag or an address in it is left alone
 * @returns the text with the same words; its straight quotation marks stay where their number
 *   is odd, for then one of them may be an inch or a slip
 */
export function typography(text: string): string {
  if (HIDING.test(text)) return text;
  const set = MARKUP.test(text) ? setByLibrary(text) : runRules(text);
  return set.replace(INITIAL, ".\u00a0");
}

/** The library's whole run. It is several times as long as runRules, with the same result. */
export function setByLibrary(text: string): string {
  const set = (isQuotationClosed(text) ? withQuotes : withoutQuotes).execute(text);
  // It reads entities, which may stand for signs that no text has.
  return textOnly(set);
}

/** Runs only those rules that can match: an archive has tens of thousands of paragraphs. */
function runRules(text: string): string {
  const run = { ...context, text };
  for (const { handler, settings, sign } of rulesFor(text)) {
    if (sign?.test(run.text) === false) continue;
    run.text = handler.call(withQuotes, run.text, settings, run);
  }
  return run.text;
}

function rulesFor(text: string): readonly Rule[] {
  if (ORDINARY.test(text)) return rulesOfWords;
  return isQuotationClosed(text) ? allRules : allButQuotes;
}

function isQuotationClosed(text: string): boolean {
  return text.split('"').length % 2 === 1;
}
