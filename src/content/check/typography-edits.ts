import type { Edit } from "./edits.ts";

/** The longest piece that rules of typography replace at once, and what it is replaced by: «" --- "». */
const LONGEST = 8;
/** So many signs have to agree behind a change for it to be over. */
const AGREEMENT = 3;

/**
 * The changes of typography to a text, except kinds of spaces: those are set in a build, and would be
 * invisible in a source.
 *
 * @param before as written
 * @param after as set
 * @returns the changes by their offsets in `before`; nothing where they cannot be told apart
 */
export function typographyEdits(before: string, after: string): Edit[] | undefined {
  const edits: Edit[] = [];
  let [at, to] = [0, 0];
  while (at < before.length || to < after.length) {
    if (isSame(before[at], after[to])) {
      at++;
      to++;
      continue;
    }
    const [cut, put] = changeAt(before, at, after, to) ?? [];
    if (cut === undefined || put === undefined) return undefined;
    const text = withSpacesOf(before.slice(at, at + cut), after.slice(to, to + put));
    edits.push({ start: at, end: at + cut, text });
    at += cut;
    to += put;
  }
  return edits;
}

function isSame(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a === b || (isSpace(a) && isSpace(b));
}

function isSpace(sign: string): boolean {
  return sign === " " || sign === "\u00a0" || sign === "\u202f";
}

/** Spaces within a change stay as they were; only inserted ones are new. */
function withSpacesOf(cut: string, put: string): string {
  const spaces = [...cut].filter(isSpace);
  const isAsMany = spaces.length === [...put].filter(isSpace).length;
  const own = (sign: string): string => (isAsMany ? (spaces.shift() ?? sign) : " ");
  return [...put].map((sign) => (isSpace(sign) ? own(sign) : sign)).join("");
}

/** The shortest change behind which both texts go on alike. */
function changeAt(before: string, at: number, after: string, to: number) {
  for (let size = 1; size <= 2 * LONGEST; size++) {
    for (let cut = Math.min(size, LONGEST); cut >= 0; cut--) {
      const put = size - cut;
      if (put <= LONGEST && goOnAlike(before, at + cut, after, to + put)) {
        return [cut, put] as const;
      }
    }
  }
  return undefined;
}

function goOnAlike(before: string, at: number, after: string, to: number): boolean {
  if (at > before.length || to > after.length) return false;
  for (let step = 0; step < AGREEMENT; step++) {
    if (!isSame(before[at + step], after[to + step])) return false;
    if (before[at + step] === undefined) return true;
  }
  return true;
}
