/** Roles of a quotation mark, as bits. */
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
  /** The roles that its neighbours allow. */
  readonly roles: number;
  /** Whether nothing that is read stands between it and the mark before. */
  readonly isBehindMark: boolean;
}

/** Which mark keeps the others from being paired, and why. */
export interface Spoiler {
  readonly number: number;
  readonly why: "unopened" | "unclosed" | "empty" | "deep" | "direction" | "measure";
}

/**
 * How far pairing has come: twice the number of quotations that are open, and one more where the last
 * mark opened one. A number, for there are as many states as marks times these.
 */
type State = number;

const START: State = 0;
const STATES = 2 * (DEEPEST + 1);

/** @returns what each mark does, where there is one likeliest way to make pairs of all of them */
export function certainRoles(marks: readonly PairedMark[]): number[] | undefined {
  const ways = new Ways(marks);
  if (ways.count !== 1) return undefined;
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
  return ways.count === 0 ? firstFault(marks) : firstChoice(marks, ways);
}

/** More than any unlikely readings of a paragraph. */
const NEVER = 1_000_000;

/** How the marks from one on make pairs best, by the state there: how unlikely that is, in how many ways. */
class Ways {
  readonly #marks: readonly PairedMark[];
  readonly #costs: Int32Array;
  /** None, one, or 2 for more. */
  readonly #counts: Uint8Array;

  constructor(marks: readonly PairedMark[]) {
    this.#marks = marks;
    this.#costs = new Int32Array((marks.length + 1) * STATES).fill(NEVER);
    this.#counts = new Uint8Array((marks.length + 1) * STATES);
    this.#costs[marks.length * STATES + START] = 0;
    this.#counts[marks.length * STATES + START] = 1;
    for (let number = marks.length - 1; number >= 0; number--) {
      for (let state = 0; state < STATES; state++) this.#find(number, state);
    }
  }

  /** In how many ways all marks make pairs, up to 2. */
  get count(): number {
    return this.#counts[START] ?? 0;
  }

  #find(number: number, state: State): void {
    let [least, count] = [NEVER, 0];
    for (const role of ROLES) {
      const cost = this.#costWith(number, role, state);
      if (cost > least || cost >= NEVER) continue;
      const ways = this.#counts[(number + 1) * STATES + after(role, state)] ?? 0;
      count = cost < least ? ways : Math.min(2, count + ways);
      least = cost;
    }
    this.#costs[number * STATES + state] = least;
    this.#counts[number * STATES + state] = count;
  }

  #costWith(number: number, role: number, state: State): number {
    const mark = this.#marks[number];
    if (mark === undefined || !can(mark, role, state)) return NEVER;
    const isUnlikely = role === OPENS && state > 1 && isFlagged(mark.roles, HARDLY_OPENS);
    return (this.#costs[(number + 1) * STATES + after(role, state)] ?? NEVER) + Number(isUnlikely);
  }

  /** @returns what a mark does where all make pairs best */
  rolesAt(number: number, state: State): number[] {
    const least = this.#costs[number * STATES + state] ?? NEVER;
    return ROLES.filter((role) => least < NEVER && this.#costWith(number, role, state) === least);
  }
}

function isFlagged(roles: number, flag: number): boolean {
  return (roles & flag) === flag;
}

function can(mark: PairedMark, role: number, state: State): boolean {
  if (!isFlagged(mark.roles, role)) return false;
  if (role === OPENS) return state < 2 * DEEPEST;
  return role === IS_NONE || (state > 1 && !isOfNothing(mark, state));
}

/** Whether a mark would close a quotation in which nothing stands. */
function isOfNothing({ roles, isBehindMark }: PairedMark, state: State): boolean {
  return state % 2 === 1 && isBehindMark && isFlagged(roles, CLOSES);
}

function after(role: number, state: State): State {
  const open = state - (state % 2);
  if (role === IS_NONE) return open;
  return role === OPENS ? open + 3 : open - 2;
}

/** The mark at which pairing from the beginning comes to an end, or the one that is left open. */
function firstFault(marks: readonly PairedMark[]): Spoiler | undefined {
  const open: number[] = [];
  let state: State = START;
  for (const [number, mark] of marks.entries()) {
    if (isOfNothing(mark, state)) return { number, why: "empty" };
    const role = [CLOSES, IS_NONE, OPENS].find((one) => can(mark, one, state));
    if (role === undefined) return { number, why: open.length === 0 ? "unopened" : "deep" };
    if (role === OPENS) open.push(number);
    if (role === CLOSES) open.pop();
    state = after(role, state);
  }
  const [first] = open;
  return first === undefined ? undefined : { number: first, why: "unclosed" };
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
