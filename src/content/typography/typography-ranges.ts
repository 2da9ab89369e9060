/**
 * Ranges: «1941–1945», «10–11 мая», «XIX–XX вв.». They are set alike, with «–» and no spaces, however
 * their dash was typed; numbers that are none (telephones, dates, scores, «Ту-154») stay.
 */

const DASH = "[ \\u00a0]?(?:--?|[‒–—])[ \\u00a0]?";

/** Not a part of a longer chain of numbers, or of a name. */
const BEFORE = "(?<![\\p{L}\\p{N}+-]|[\\p{L}\\p{N}][.,:/‒–—])";
const BEHIND = "(?![\\p{L}\\p{N}-]|[.,:/‒–—][\\p{L}\\p{N}])";

const YEAR = "(?:1\\d|20)\\d\\d";
const TENS = "(?:\\d{3}|\\d)0";
const DAY = "[0-3]?\\d";
const TIME = "[0-2]?\\d:[0-5]\\d";
const ROMAN = "[IVX]+";
const MONTH =
  "(?:[Яя]нвар|[Фф]еврал|[Аа]прел|[Ии]ю[нл]|[Сс]ентябр|[Оо]ктябр|[Нн]оябр|[Дд]екабр)[ьяе]|(?:[Мм]арт|[Аа]вгуст)[ае]?|[Мм]а[йяе]";

/** Numbers behind these words are names: «ГОСТ Р 1050-2013», «тел. 2012-2013». */
const NUMBERED =
  /(?:№|(?<!\p{L})(?:ГОСТ|ОСТ|СТБ|ТКП|ТУ|СП|СНиП|СанПиН|ISO|ИСО|IEC|МЭК|EN|DIN|ISSN|ISBN|тел|факс|код|номер|артикул|арт|сч[её]т|приказ|индекс)\p{Ll}*)[.:]?(?:[ \u00a0\u202f]\p{Lu}+)?[ \u00a0\u202f]?\(?$/iu;
/** So long is what NUMBERED looks for, at most. */
const LONGEST_NAME = 32;

/** A range with its neighbours. */
interface Range {
  readonly from: string;
  readonly to: string;
  readonly hasSpaces: boolean;
  readonly before: string;
  readonly behind: string;
}

interface RangeRule {
  readonly pattern: RegExp;
  readonly isSure: (range: Range) => boolean;
}

const RULES: readonly RangeRule[] = [
  rule(YEAR, YEAR, areYears),
  rule(TENS, TENS, isTight, "(?=-е[ \\u00a0]г)"),
  rule(DAY, DAY, isTight, `(?=[ \\u00a0](?:${MONTH})(?!\\p{L}))`),
  rule(TIME, TIME, isTight),
  rule(ROMAN, ROMAN, areCenturies),
  rule(MONTH, MONTH, () => true),
];

/** All that a range may be made of: a dash beside a digit, a Roman number or the end of a month. */
const MAY_HOLD_RANGE = /[\dIVXа-я][ \u00a0]?[-‒–—]-?[ \u00a0]?[\dIVXа-яА-Я]/;

/** @param text of a whole paragraph */
export function setRanges(text: string): string {
  return MAY_HOLD_RANGE.test(text) ? RULES.reduce(apply, text) : text;
}

function rule(
  first: string,
  last: string,
  isSure: RangeRule["isSure"],
  behind = BEHIND,
): RangeRule {
  const pattern = new RegExp(`${BEFORE}(${first})(${DASH})(${last})${behind}`, "gu");
  return { pattern, isSure };
}

function apply(text: string, { pattern, isSure }: RangeRule): string {
  return text.replace(
    pattern,
    (all: string, from: string, dash: string, to: string, at: number) => {
      const hasSpaces = /[ \u00a0]/.test(dash);
      const [before, behind] = [text.slice(0, at), text.slice(at + all.length)];
      return isSure({ from, to, hasSpaces, before, behind }) ? `${from}–${to}` : all;
    },
  );
}

function isTight({ hasSpaces }: Range): boolean {
  return !hasSpaces;
}

/** With spaces, years are a range before «г.» and between brackets: «в 2019 — 2020 человек» is none. */
function areYears({ from, to, hasSpaces, before, behind }: Range): boolean {
  if (Number(from) >= Number(to) || NUMBERED.test(before.slice(-LONGEST_NAME))) return false;
  const isInBrackets = before.endsWith("(") && behind.startsWith(")");
  return !hasSpaces || isInBrackets || /^[ \u00a0]?г/.test(behind);
}

/** «X-V» may be a name, «XIX-XX» and «I-V классы» are none. */
function areCenturies({ from, to, hasSpaces, behind }: Range): boolean {
  const isNamed = /^[ \u00a0]\p{Ll}/u.test(behind);
  return isNamed || (!hasSpaces && from.length + to.length > 2);
}
