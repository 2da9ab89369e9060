import { BOUNDARY } from "./typography-kept.ts";

/**
 * Spaces at which a line must not break. A rule matches both sides of a space, bound or not, so that no rule
 * depends on another.
 */

/** Markup may stand beside a space: «г. **Минск**». */
const M = `${BOUNDARY}*`;
const S = "[ \\u00a0\\u202f]";
const WORD = "\\p{L}\\p{N}";
/** Where a word begins: not behind a letter, nor behind a hyphen. */
const START = `(?<![${WORD}-])`;
const END = "(?!\\p{L})";
/** Where a short word or a number stands alone. */
const ALONE = `(?<![^\\s(«»„“”"${BOUNDARY}])`;

/** What any number is bound to; other words are bound to whole numbers only. */
const UNITS =
  "тыс|млн|млрд|трлн|руб|коп|долл|кг|гг?|мг|т|ц|км|дм|см|мм|м|га|л|мл|час\\p{Ll}*|ч|мин\\p{Ll}*|сек\\p{Ll}*|с|[кМГ]?(?:Вт|Гц)|кВ|В|чел|шт|экз|стр|вв?|год\\p{Ll}*|лет|раза?|процент\\p{Ll}*|январ\\p{Ll}|феврал\\p{Ll}|март\\p{Ll}?|апрел\\p{Ll}|ма[яйе]|июн\\p{Ll}|июл\\p{Ll}|август\\p{Ll}?|сентябр\\p{Ll}|октябр\\p{Ll}|ноябр\\p{Ll}|декабр\\p{Ll}";

/** Abbreviations that stand before a name or a number: of places, parts of books, titles. */
const BEFORE_NAMES =
  "гор|дер|пос|хут|ст|аг|оз|ул|просп|пр|пер|пл|наб|бул|туп|ш|мкр|кв|корп|вл|эт|оф|каб|ауд|им|св|гл|разд|подп|пп|п|ч|тт|т|кн|вып|рис|илл|ил|табл|прил|стр|сс|с|л|см|ср|напр|изд|акад|проф|доц|инж|ген|полк|подполк|лейт|гр|тов|тел|доб|г|д|о|р";
/** Some are two: a town, one who stands in for another. */
const PAIRED = `[Гг]\\.${S}п|[ИиВв]\\.${S}о`;
const HYPHENED = "(?:пр-[дкт]|б-р|м-н|мкр-н|р-н|г-н|г-ж[аеиу])(?:[аеу]|ом)?";
const INITIAL = "(?:\\p{Lu}|Дж)";

/** What stands before a space and behind it. */
const RULES: readonly (readonly [before: string, behind: string])[] = [
  // Before a dash, and behind the one with which talk begins.
  ["", `—(?:${S}|\\n)`],
  ["(?:^|[\\n«„])—", ""],
  // A short word goes with the next one; at the end of a sentence, and if it is a particle, with the one before.
  [`${ALONE}\\p{L}{1,2}`, ""],
  ["[\\p{Ll}\\d]", `(?!\\p{Lu}\\.)\\p{L}{1,3}[.!?…](?:${S}\\p{Lu}|$)`],
  ["\\p{L}", '(?:ли|ль|же?|бы?)[\\s,;:?!"“»]'],
  // Numbers and what they count.
  ["\\p{L}", `\\d{1,2}[-+−%'"»“)]?(?:[.!?…](?:${S}\\p{Lu}|\\n|$)|\\n|$)`],
  [`${ALONE}\\d{1,5}`, "\\p{L}"],
  [`(?<![\\d.,])\\d{1,3}(?:${S}\\d{3}){0,5}`, "\\d{3}(?!\\d)"],
  ["[\\d½¼¾]", `(?:[%‰°$€₽£¥]|(?:${UNITS})${END})`],
  ["(?:тыс\\.|млн|млрд|трлн)", `(?:[$€₽£¥]|(?:руб|долл|евро)\\p{Ll}*${END})`],
  ["[№§$€₽£¥]", "\\d"],
  ["(?<![\\p{L}\\d])[IVXLC]+", `(?:вв?|век\\p{Ll}*)${END}`],
  [`${START}(?:кв|куб)\\.`, `[кдс]?м${END}`],
  // «и т. д.», «до н. э.»
  [`(?<![${WORD}])(?:[а-яё]{1,3}|[А-ЯЁ])\\.`, "[а-яё]{1,3}\\."],
  // «г. Минск», but not «в 2010 г. Минск» nor «и т. д. Минск».
  [
    `${START}(?<!\\d${S}|(?<!\\p{L})\\p{Ll}\\.${S})(?:${anyCase(BEFORE_NAMES)}|${PAIRED})\\.`,
    `[${WORD}«„"№]`,
  ],
  [`${START}обл\\.`, "\\p{Ll}"],
  ["\\p{L}", `(?:обл\\.|р-н(?:[аеу]|ом)?${END})`],
  [`${START}${HYPHENED}`, `[\\p{Lu}\\d«„"№]`],
  // «И. И. Иванов», «Иванов И. И.»; of «Министр И. И. Иванов» the first space is free.
  [`(?<!\\p{L})${INITIAL}\\.`, `${INITIAL}(?:\\.|\\p{Ll})`],
  [
    "\\p{Lu}\\p{Ll}+",
    `${INITIAL}\\.(?:${S}?${M}${INITIAL}\\.|(?!${S}?${INITIAL}\\.))(?!${S}?${M}\\p{Lu}\\p{Ll})`,
  ],
];

const UNBREAKABLE = new RegExp(
  ` (?:${RULES.map(([before, behind]) => `(?=${M}${behind})(?<=${before}${M} )`).join("|")})`,
  "gu",
);

/** A name may begin with a capital: «Ул. Ленина». */
function anyCase(words: string): string {
  const either = (word: string): string => `[${word[0]?.toUpperCase()}${word[0]}]${word.slice(1)}`;
  return words.split("|").map(either).join("|");
}

/**
 * @param text of a whole paragraph, with stand-ins
 * @returns the same with non-breaking spaces
 */
export function bindWords(text: string): string {
  return text.replace(UNBREAKABLE, "\u00a0");
}
