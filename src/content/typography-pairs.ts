/** What a quotation mark does. What one may do is a sum of these. */
export const OPENS = 1;
export const CLOSES = 2;
/** It is none: it stands for inches or seconds of arc. */
export const IS_NONE = 4;

const ROLES = [CLOSES, OPENS, IS_NONE] as const;

/** So deep quotations stand in each other at most. */
const DEEPEST = 3;

/** A mark in the order of a paragraph. */
export interface PairedMark {
  /** What it may do, by what stands beside it. */
  readonly roles: number;
  /** Whether nothing that is read stands between it and the mark before. */
  readonly isBehindMark: boolean;
}

/** Which mark keeps the others from being paired, and why. */
export interface Spoiler {
  readonly number: number;
  readonly why: "unopened" | "unclosed" | "empty" | "deep" | "direction" | "measure";
}

/** How far pairing has come: how many quotations are open, and whether the last mark opened one. */
interface State {
  readonly depth: number;
  readonly isOpened: boolean;
}

const START: State = { depth: 0, isOpened: false };

/** @returns what each mark does, where there is one way only to make pairs of all of them */
export function certainRoles(marks: readonly PairedMark[]): number[] | undefined {
  const ways = new Ways(marks);
  if (ways.from(0, START) !== 1) return undefined;
  let state: State = START;
  return marks.map((_mark, number) => {
    const [role = IS_NONE] = ways.rolesAt(number, state);
    state = after(role, state);
    return role;
  });
}

/** @param marks that cannot be paired, or not in one way only */
export function spoilerOf(marks: readonly PairedMark[]): Spoiler | undefined {
  const ways = new Ways(marks);
  return ways.from(0, START) === 0 ? firstFault(marks) : firstChoice(marks, ways);
}

/** In how many ways the marks from one on make pairs: none, one, or 2 for more. */
class Ways {
  readonly #marks: readonly PairedMark[];
  readonly #counts: Uint8Array;

  constructor(marks: readonly PairedMark[]) {
    this.#marks = marks;
    this.#counts = new Uint8Array(placeOf(marks.length + 1, START));
    this.#counts[placeOf(marks.length, START)] = 1;
    for (let number = marks.length - 1; number >= 0; number--) {
      for (let depth = 0; depth <= DEEPEST; depth++) {
        for (const isOpened of [false, true]) this.#count(number, { depth, isOpened });
      }
    }
  }

  #count(number: number, state: State): void {
    const roles = this.rolesAt(number, state);
    const ways = roles.reduce((sum, role) => sum + this.from(number + 1, after(role, state)), 0);
    this.#counts[placeOf(number, state)] = Math.min(2, ways);
  }

  from(number: number, state: State): number {
    return this.#counts[placeOf(number, state)] ?? 0;
  }

  /** @returns what a mark can do so that the others make pairs */
  rolesAt(number: number, state: State): number[] {
    const mark = this.#marks[number];
    return ROLES.filter((role) => {
      return (
        mark !== undefined && can(mark, role, state) && this.from(number + 1, after(role, state))
      );
    });
  }
}

function placeOf(number: number, { depth, isOpened }: State): number {
  return (number * (DEEPEST + 1) + depth) * 2 + Number(isOpened);
}

function can(mark: PairedMark, role: number, state: State): boolean {
  if ((mark.roles & role) === 0) return false;
  if (role === OPENS) return state.depth < DEEPEST;
  return role === IS_NONE || (state.depth > 0 && !isOfNothing(mark, state));
}

function after(role: number, { depth }: State): State {
  if (role === IS_NONE) return { depth, isOpened: false };
  return { depth: depth + (role === OPENS ? 1 : -1), isOpened: role === OPENS };
}

/** The mark at which pairing from the beginning comes to an end, or the one that is left open. */
function firstFault(marks: readonly PairedMark[]): Spoiler | undefined {
  const open: number[] = [];
  let isOpened = false;
  for (const [number, mark] of marks.entries()) {
    const state: State = { depth: open.length, isOpened };
    if (isOfNothing(mark, state)) return { number, why: "empty" };
    const role = [CLOSES, IS_NONE, OPENS].find((one) => can(mark, one, state));
    if (role === undefined) return { number, why: open.length === 0 ? "unopened" : "deep" };
    if (role === OPENS) open.push(number);
    if (role === CLOSES) open.pop();
    isOpened = role === OPENS;
  }
  const [first] = open;
  return first === undefined ? undefined : { number: first, why: "unclosed" };
}

/** Whether a mark would close a quotation in which nothing stands. */
function isOfNothing({ roles, isBehindMark }: PairedMark, { isOpened }: State): boolean {
  return isOpened && isBehindMark && (roles & CLOSES) !== 0;
}

/** The first mark that can do one thing as well as another. */
function firstChoice(marks: readonly PairedMark[], ways: Ways): Spoiler | undefined {
  let state: State = START;
  for (const [number, { roles }] of marks.entries()) {
    const [role = IS_NONE, other] = ways.rolesAt(number, state);
    const why = (roles & IS_NONE) === 0 ? "direction" : "measure";
    if (other !== undefined) return { number, why };
    state = after(role, state);
  }
  return undefined;
}
