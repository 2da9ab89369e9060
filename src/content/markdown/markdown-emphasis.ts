import type { MarkdownIt } from "markdown-it";

/** Whether a run of `*`, `_` or `~` may open or close emphasis. */
interface Scanned {
  readonly can_open: boolean;
  readonly can_close: boolean;
  readonly length: number;
}

/** A run of delimiters with the signs at its sides; the ends of a text are spaces. */
interface Run extends Scanned {
  readonly before: string;
  readonly after: string;
  /** The text behind the run, as far as it is looked at. */
  readonly rest: string;
}

const SPACE = /^\s$/u;
const DIGIT = /^\d$/;
const PUNCTUATION = /^[\p{P}\p{S}]$/u;
/** A text begins behind these and never ends there. */
const BEGINS = /^[\p{Ps}«‹]$/u;
/** A quotation or a bracket may begin here: “ and straight ones stand at both ends of quotations. */
const OPENS = /^[\p{Ps}\p{Pi}"']$/u;
/** What follows here belongs to what stands before; an ellipsis may begin something. */
export const FOLLOWS = /^(?:[\p{Pe}\p{Pf},:;!?%]|\.(?!\.))/u;
/** «*«Заря»*»: it ends as it has begun, unlike «Meta*(запрещена) и Instagram*(запрещена)». */
const QUOTED = /^[^*\n]{1,200}[\p{Pe}\p{Pf}“"']\*/u;
/** From the middle of a word to that of another one, as in «х**м и г**м». */
const SPREAD = /^[^*]{0,200}?\s[^*]{0,200}[\p{L}\p{N}]\*+[\p{L}\p{N}]/u;
/** As far as these look. */
const LONGEST_LOOK = 420;

/**
 * A markdown-it plugin: emphasis beside quotation marks and inside of words. CommonMark takes `**`
 * between a letter and a quotation mark or a colon for the wrong end, because it looks only at which
 * side is punctuation: «**Важно:**потом», «**«Луч»**овский». Here it counts too whether that sign
 * begins or ends something. Asterisks that are no marks stay: between digits they multiply, behind
 * quotation marks they are footnotes, and in words they stand for letters: «5*3*2», «„Meta“*, „X“*»,
 * «х***».
 */
export function markdownEmphasis(md: MarkdownIt): void {
  md.inline.State = class extends md.inline.State {
    override scanDelims(start: number, canSplitWord: boolean): Scanned {
      const scanned = super.scanDelims(start, canSplitWord);
      const end = start + scanned.length;
      const before = [...this.src.slice(Math.max(0, start - 2), start)].at(-1) ?? " ";
      const rest = this.src.slice(end, Math.min(this.posMax, end + LONGEST_LOOK));
      const after = [...rest.slice(0, 2)][0] ?? " ";
      // An underscore inside of a word is a part of a name.
      if (!canSplitWord || SPACE.test(before) || SPACE.test(after)) return scanned;
      const run = { ...widened({ ...scanned, before, after, rest }), before, after, rest };
      return this.src[start] === "*" ? withoutStrays(run) : run;
    }
  };
}

function widened({ before, after, rest, ...scanned }: Run): Scanned {
  const isWordBefore = !PUNCTUATION.test(before);
  const isWordAfter = !PUNCTUATION.test(after);
  const opens = isWordBefore && OPENS.test(after) && (scanned.length > 1 || QUOTED.test(rest));
  const closes = isWordAfter && !isWordBefore && !BEGINS.test(before);
  return {
    ...scanned,
    can_open: scanned.can_open || opens,
    can_close: scanned.can_close || closes,
  };
}

function withoutStrays({ before, after, rest, ...scanned }: Run): Scanned {
  const isInside = !PUNCTUATION.test(before) && !PUNCTUATION.test(after);
  const isProduct = DIGIT.test(before) && DIGIT.test(after);
  if (isProduct || (isInside && scanned.length > 2)) {
    return { ...scanned, can_open: false, can_close: false };
  }
  const isFootnote = PUNCTUATION.test(before) && !BEGINS.test(before) && FOLLOWS.test(rest);
  const isStray = isFootnote || (isInside && SPREAD.test(rest));
  return isStray ? { ...scanned, can_open: false } : scanned;
}
