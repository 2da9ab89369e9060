import { BOUNDARY } from "./typography-kept.ts";
import {
  CLOSES,
  certainRoles,
  HARDLY_OPENS,
  IS_NONE,
  OPENS,
  type PairedMark,
  type Spoiler,
  spoilerOf,
} from "./typography-pairs.ts";

/**
 * Sets the quotation marks of a paragraph. A straight mark does not say whether it opens or closes, and
 * behind a number it may be inches; its neighbours leave it some roles. Marks are set only where exactly one
 * choice of roles pairs all of them.
 */

/** The third level has the marks of the first, for others are hardly known. */
const LEVELS = ["«»", "„“", "«»"];

const ANY_MARK = /["“”‟«»„]/;
/** Marks with nothing but markup between them have the same neighbours. */
const RUN = new RegExp(`["“”‟«»„${BOUNDARY}]+`, "g");

/** What these say themselves; the other marks are used for both. */
const SAYING: Readonly<Record<string, number>> = { "«": OPENS, "„": OPENS, "»": CLOSES };

/** Kinds of neighbours: a space or an end, a word or a part of one, what opens, what closes. */
const KINDS: readonly RegExp[] = [
  /^\s?$/,
  /^[\p{L}\p{N}\p{M}\p{Co}№§#@$€₽£]$/u,
  /^[([{]$/,
  /^[)\]}.,;:!?…%‰°]$/,
];

const EITHER = OPENS | CLOSES;
const CLOSES_OR = CLOSES | HARDLY_OPENS;
/** By the kinds of the signs before a mark and behind it, in that order, and any other, as a dash. */
const ROLES: readonly (readonly number[])[] = [
  [EITHER, OPENS, OPENS, CLOSES_OR, CLOSES_OR],
  [CLOSES, CLOSES_OR, CLOSES, CLOSES, CLOSES],
  [OPENS, OPENS, OPENS, CLOSES_OR, OPENS],
  [CLOSES, CLOSES_OR, CLOSES_OR, CLOSES, CLOSES],
  [CLOSES, OPENS, OPENS, CLOSES, CLOSES_OR],
];

const FRACTIONS = "½¼¾⅓⅔⅛⅜⅝⅞";
/** A number that may be one of inches or seconds of arc: of no word («Ту-154»), and no year. */
const MEASURE = new RegExp(
  `(?:(?<=\\d["”]?[xх])|(?<![\\p{L}№#\\d${FRACTIONS}]|[\\p{L}\\d][.,/×–-]))(?!\\d{4})[\\d${FRACTIONS}](?:[\\d.,/×${FRACTIONS}-]*[\\d${FRACTIONS}])?$`,
  "u",
);
/** Behind minutes or feet there are seconds or inches. */
const SMALLER_MEASURE = /\d['′’][ \u00a0]?\d+(?:[.,]\d+)?$/;
/** Signs before a mark in which a number is looked for. */
const LONGEST_MEASURE = 16;

interface Mark extends PairedMark {
  readonly index: number;
  readonly sign: string;
}

/** Why a paragraph's marks stay as typed. */
export interface Unclear {
  /** Where the mark stands that spoils it. */
  readonly index: number;
  readonly why: Spoiler["why"] | "doubled";
}

/**
 * Sets the quotation marks of a paragraph: «ёлочки», „лапки“ inside of them.
 *
 * @param text of the whole paragraph, with stand-ins
 * @returns a text of the same length; as typed where the marks do not certainly make pairs
 */
export function setQuotationMarks(text: string): string {
  if (!ANY_MARK.test(text)) return text;
  const marks = marksOf(text);
  const roles = certainRoles(marks);
  if (roles === undefined || doubled(marks, roles) !== undefined) return text;
  let [done, at, depth] = ["", 0, 0];
  for (const [number, { index, sign }] of marks.entries()) {
    const role = roles[number];
    if (role === CLOSES) depth--;
    const put = role === IS_NONE ? sign : LEVELS[depth]?.[role === OPENS ? 0 : 1];
    if (role === OPENS) depth++;
    done += text.slice(at, index) + put;
    at = index + 1;
  }
  return done + text.slice(at);
}

/**
 * @param text as for setQuotationMarks
 * @returns the mark for which they stay as typed; nothing where they are set, or where each says
 *   itself what it does: a quotation may go on in the next paragraph
 */
export function unclearMark(text: string): Unclear | undefined {
  if (!ANY_MARK.test(text)) return undefined;
  const marks = marksOf(text);
  const roles = certainRoles(marks);
  if (roles !== undefined) return doubled(marks, roles);
  const saysAll = !/["“”‟]/.test(text.replace(/„[^"“”‟«»„]*“/g, ""));
  const spoiler = saysAll ? undefined : spoilerOf(marks);
  const index = marks[spoiler?.number ?? -1]?.index;
  return spoiler === undefined || index === undefined ? undefined : { index, why: spoiler.why };
}

function marksOf(text: string): Mark[] {
  const marks: Mark[] = [];
  for (const { 0: run, index: start } of text.matchAll(RUN)) {
    const roles = rolesBetween(text[start - 1] ?? "", text[start + run.length] ?? "");
    let own = withMeasure(roles, text, start);
    for (let index = start; index < start + run.length; index++) {
      const sign = text[index] ?? "";
      if (sign === BOUNDARY) continue;
      marks.push({
        index,
        sign,
        roles: SAYING[sign] ?? own,
        isBehindMark: isNext(text, index, marks),
      });
      // Of a run, only the first mark may belong to a number.
      own = roles;
    }
  }
  return marks;
}

function isNext(text: string, index: number, marks: readonly Mark[]): boolean {
  const last = marks.at(-1);
  const between = last === undefined ? "а" : text.slice(last.index + 1, index);
  return between.replaceAll(BOUNDARY, "").trim() === "";
}

function rolesBetween(before: string, behind: string): number {
  return ROLES[kindOf(before)]?.[kindOf(behind)] ?? EITHER;
}

function kindOf(sign: string): number {
  const kind = KINDS.findIndex((one) => one.test(sign));
  return kind === -1 ? KINDS.length : kind;
}

function withMeasure(roles: number, text: string, start: number): number {
  const before = text.slice(Math.max(0, start - LONGEST_MEASURE), start);
  if (SMALLER_MEASURE.test(before)) return IS_NONE;
  return MEASURE.test(before) ? (roles & CLOSES) | IS_NONE : roles;
}

/** ««Мост»», or the same with straight marks: it may be a slip, and is no quotation in another. */
function doubled(marks: readonly Mark[], roles: readonly number[]): Unclear | undefined {
  const open: number[] = [];
  for (const [number, role] of roles.entries()) {
    if (role === OPENS) open.push(number);
    const start = role === CLOSES ? (open.pop() ?? 0) : 0;
    const isInside = role === CLOSES && open.at(-1) === start - 1 && roles[number + 1] === CLOSES;
    if (!isInside || !isRepeated(marks, start) || !isRepeated(marks, number + 1)) continue;
    return { index: marks[start - 1]?.index ?? 0, why: "doubled" };
  }
  return undefined;
}

function isRepeated(marks: readonly Mark[], number: number): boolean {
  const mark = marks[number];
  return mark?.isBehindMark === true && mark.sign === marks[number - 1]?.sign;
}
