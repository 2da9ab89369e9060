/** What a quotation mark does. What one may do is a sum of these. */
export const OPENS = 1;
export const CLOSES = 2;
/** It is none: it stands for inches or seconds of arc. */
export const IS_NONE = 4;
/** It may open, but inside of another quotation that is the less likely reading. */
export const HARDLY_OPENS = OPENS | 8;

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

/** @returns what each mark does, where there is one likeliest way to make pairs of all of them */
export function certainRoles(marks: readonly PairedMark[]): number[] | undefined {
  const ways = new Ways(marks);
  if (ways.from(0, START).ways !== 1) return undefined;
  let state: State = START;
  return marks.map((_mark, number) => {
    const [role = IS_NONE] = ways.rolesAt(number, state);
    state = after(role, state);
    return role;
  });
}

/** @param marks that cannot be paired, or in several ways as well */
export function spoilerOf(marks: readonly PairedMark[]): Spoiler | undefined {
  const ways = new Ways(marks);
  return ways.from(0, START).ways === 0 ? firstFault(marks) : firstChoice(marks, ways);
}

/** How the marks from one on make pairs best: how unlikely that is, and in how many ways, up to 2. */
interface Best {
  readonly cost: number;
  readonly ways: number;
}

const IN_NO_WAY: Best = { cost: Number.POSITIVE_INFINITY, ways: 0 };

class Ways {
  readonly #marks: readonly PairedMark[];
  readonly #best: Best[];

  constructor(marks: readonly PairedMark[]) {
    this.#marks = marks;
    this.#best = new Array(placeOf(marks.length + 1, START)).fill(IN_NO_WAY);
    this.#best[placeOf(marks.length, START)] = { cost: 0, ways: 1 };
    for (let number = marks.length - 1; number >= 0; number--) {
      for (let depth = 0; depth <= DEEPEST; depth++) {
        for (const isOpened of [false, true]) this.#find(number, { depth, isOpened });
      }
    }
  }

  #find(number: number, state: State): void {
    const all = ROLES.map((role) => this.#with(number, role, state));
    const cost = Math.min(...all.map((one) => one.cost));
    const ways = all.reduce((sum, one) => sum + (one.cost === cost ? one.ways : 0), 0);
    this.#best[placeOf(number, state)] = { cost, ways: Math.min(2, ways) };
  }

  #with(number: number, role: number, state: State): Best {
    const mark = this.#marks[number];
    if (mark === undefined || !can(mark, role, state)) return IN_NO_WAY;
    const { cost, ways } = this.from(number + 1, after(role, state));
    const isUnlikely = role === OPENS && state.depth > 0 && isFlagged(mark.roles, HARDLY_OPENS);
    return { cost: cost + Number(isUnlikely), ways };
  }

  from(number: number, state: State): Best {
    return this.#best[placeOf(number, state)] ?? IN_NO_WAY;
  }

  /** @returns what a mark does where all make pairs best */
  rolesAt(number: number, state: State): number[] {
    const { cost } = this.from(number, state);
    return ROLES.filter((role) => {
      const own = this.#with(number, role, state);
      return own.ways > 0 && own.cost === cost;
    });
  }
}

function isFlagged(roles: number, flag: number): boolean {
  return (roles & flag) === flag;
}

function placeOf(number: number, { depth, isOpened }: State): number {
  return (number * (DEEPEST + 1) + depth) * 2 + Number(isOpened);
}

function can(mark: PairedMark, role: number, state: State): boolean {
  if (!isFlagged(mark.roles, role)) return false;
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
  return isOpened && isBehindMark && isFlagged(roles, CLOSES);
}

/** The first mark that can do one thing as well as another. */
function firstChoice(marks: readonly PairedMark[], ways: Ways): Spoiler | undefined {
  let state: State = START;
  for (const [number, { roles }] of marks.entries()) {
    const [role = IS_NONE, other] = ways.rolesAt(number, state);
    const why = isFlagged(roles, IS_NONE) ? "measure" : "direction";
    if (other !== undefined) return { number, why };
    state = after(role, state);
  }
  return undefined;
}
