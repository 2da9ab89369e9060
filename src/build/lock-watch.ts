import { statSync } from "node:fs";
import { fateOf, readHolder, readLock } from "./lock-holder.ts";

/** How locks are watched. */
export interface LockPace {
  /** How often a build that waits looks again, in milliseconds. */
  readonly lookMs: number;
  /** How often a holder shows that it is alive, in milliseconds. */
  readonly beatMs: number;
  /**
   * So many looks without a change mean that a lock was left, where the system cannot say whether its
   * holder is at work. Looks are counted and not time: a computer that slept has looked no more often.
   */
  readonly silentLooks: number;
  /** How long a build waits, in milliseconds. */
  readonly patienceMs: number;
}

/** Looks at one lock again and again. */
export class LockWatch {
  readonly #file: string;
  readonly #pace: LockPace;
  readonly #isOwn: (text: string) => boolean;
  #seen = "";
  /** Of the looks since the lock has changed. */
  #looks = 0;

  /** @param isOwn whether a lock of such a text is held by this process */
  constructor(file: string, pace: LockPace, isOwn: (text: string) => boolean) {
    this.#file = file;
    this.#pace = pace;
    this.#isOwn = isOwn;
  }

  /** @returns whether the lock's holder is not at work any more, as far as can be known by now */
  isLeft(): boolean {
    this.#looks = this.isSame() ? this.#looks + 1 : 0;
    this.#seen = stampOf(this.#file);
    const text = readLock(this.#file);
    const holder = readHolder(text);
    const fate = holder && fateOf(holder, this.#isOwn(text));
    return fate === "gone" || (fate !== "at work" && this.#looks >= this.#pace.silentLooks);
  }

  /** @returns whether the lock is as it was at the last look */
  isSame(): boolean {
    return this.#seen !== "" && stampOf(this.#file) === this.#seen;
  }
}

/** @returns what changes with every beat and every holder; the clock of its disk is compared with itself */
function stampOf(file: string): string {
  // To open a file asks the disk of another machine how it is now; to ask for its times alone does not.
  const text = readLock(file);
  const found = statSync(file, { throwIfNoEntry: false });
  return found === undefined ? "" : `${found.mtimeMs} ${found.ino} ${text}`;
}
