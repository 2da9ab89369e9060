import type { MarkdownIt } from "markdown-it";

/** What a run of `*`, `_` or `~` may do. */
interface Scanned {
  readonly can_open: boolean;
  readonly can_close: boolean;
  readonly length: number;
}

/** A run of delimiters with the signs at its sides; the ends of a text are spaces. */
interface Run extends Scanned {
  readonly before: string;
  readonly after: string;
  /** The text from the run's end on. */
  readonly rest: string;
}

const PUNCTUATION = /^[\p{P}\p{S}]$/u;
const SPACE = /^\s$/u;
const DIGIT = /^\d$/;
/** A text begins behind these and never ends there. */
const BEGINS = /^[\p{Ps}«‹]$/u;
/** What follows here belongs to what stands before; an ellipsis may begin something. */
const FOLLOWS = /^(?:[\p{Pe}\p{Pf},:;!?%]|\.(?!\.))/u;
/** A quotation or a bracket may begin here: “ and straight ones stand at both ends of quotations. */
const OPENS = /^[\p{Ps}\p{Pi}"']$/u;
/** «х**м и г**м»: from the middle of a word to that of another one, letters are left out. */
const SPREAD = /^[^*]{0,200}?\s[^*]{0,200}\*+[\p{L}\p{N}]/u;
/** «*«Заря»*»: a short one that ends as it has begun, not «Meta*(запрещена) и Instagram*». */
const QUOTED = /^[^*\n]{1,200}[\p{Pe}\p{Pf}“"']\*/u;

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
      // An underscore inside of a word is a part of a name.
      if (!canSplitWord) return scanned;
      const end = start + scanned.length;
      const before = signBefore(this.src, start);
      const rest = this.src.slice(end, Math.min(this.posMax, end + LONGEST_LOOK));
      const after = signAfter(rest);
      const isProduct = this.src[start] === "*" && DIGIT.test(before) && DIGIT.test(after);
      if (isProduct) return { ...scanned, can_open: false, can_close: false };
      return ends({ ...scanned, before, after, rest });
    }
  };
}

/** As far as SPREAD and QUOTED look. */
const LONGEST_LOOK = 420;

function signBefore(src: string, start: number): string {
  return [...src.slice(Math.max(0, start - 2), start)].at(-1) ?? " ";
}

function signAfter(rest: string): string {
  return [...rest.slice(0, 2)][0] ?? " ";
}

function ends(run: Run): Scanned {
  const { before, after, rest, length } = run;
  if (SPACE.test(before) || SPACE.test(after)) return run;
  const isWordBefore = !PUNCTUATION.test(before);
  const isWordAfter = !PUNCTUATION.test(after);
  if (isWordBefore && isWordAfter) return insideWord(run);
  const opens = isWordBefore && OPENS.test(after) && (length > 1 || QUOTED.test(rest));
  const closes = isWordAfter && !isWordBefore && !BEGINS.test(before);
  return {
    can_open: (run.can_open || opens) && (BEGINS.test(before) || !FOLLOWS.test(rest)),
    can_close: (run.can_close || closes) && !BEGINS.test(before),
    length,
  };
}

function insideWord(run: Run): Scanned {
  if (run.length > 2) return { ...run, can_open: false, can_close: false };
  return { ...run, can_open: run.can_open && !SPREAD.test(run.rest) };
}
