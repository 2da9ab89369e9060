import { setInterval } from "node:timers/promises";
import { factsOf, processTree } from "./process-facts.ts";

/** Why nothing is to be expected of a process any more. */
export type Standstill = "stopped" | "idle";

/** How long a process is waited for. Looks are counted, so that a busy machine is no fault. */
export interface Patience {
  /** How often it is looked at, in milliseconds. */
  readonly lookMs: number;
  /** Consecutive looks that find it, or a process that it started, stopped by a signal. */
  readonly stoppedLooks: number;
  /** So many find that nothing of it has run, or wants to. */
  readonly idleLooks: number;
}

/** Looks at a process, and at all that it has started, from outside. */
export class StandstillWatch {
  readonly #root: number;
  readonly #patience: Patience;
  #stopped = 0;
  #idle = 0;
  #ticks = 0;

  /** @param root the id of the process */
  constructor(root: number, patience: Patience) {
    this.#root = root;
    this.#patience = patience;
  }

  /** @returns nothing while there is something to be expected of it */
  look(): Standstill | undefined {
    const { stoppedLooks, idleLooks } = this.#patience;
    const facts = processTree(this.#root).flatMap((pid) => factsOf(pid) ?? []);
    const ticks = facts.reduce((sum, one) => sum + one.ticks, 0);
    const isStopped = facts.some(({ state }) => state === "T");
    // What waits for a disk, or for its turn on the processor, is at work.
    const isWaiting = facts.every(({ state }) => state === "S" || state === "Z");
    // Some systems tell nothing of processes.
    const isIdle = facts.length > 0 && isWaiting && ticks === this.#ticks;
    this.#ticks = ticks;
    this.#stopped = isStopped ? this.#stopped + 1 : 0;
    this.#idle = isIdle ? this.#idle + 1 : 0;
    if (this.#stopped >= stoppedLooks) return "stopped";
    return this.#idle >= idleLooks ? "idle" : undefined;
  }

  /**
   * Looks again and again.
   *
   * @throws AbortError where it is called off
   */
  async found(signal: AbortSignal): Promise<Standstill> {
    for await (const _ of setInterval(this.#patience.lookMs, undefined, { signal })) {
      const found = this.look();
      if (found !== undefined) return found;
    }
    throw signal.reason;
  }
}
