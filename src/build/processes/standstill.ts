import { setInterval } from "node:timers/promises";
import { factsOf, processTree } from "./process-facts.ts";

/** Why nothing is to be expected of a process any more. */
export type Standstill = "stopped" | "idle" | "endless";

/** How long a process is waited for. Looks and processor time are counted, so that a busy machine is no fault. */
export interface Patience {
  /** How often it is looked at, in milliseconds. */
  readonly lookMs: number;
  /** Consecutive looks that find it, or a process that it started, stopped by a signal. */
  readonly stoppedLooks: number;
  /** So many find that nothing of it has run, or wants to. */
  readonly idleLooks: number;
  /**
   * Of one that gives signs of life: so much of the processor it may use between two of them, in
   * milliseconds. Where a system tells nothing of processes, their lack is counted.
   */
  readonly processorMs?: number;
}

const TICK_MS = 10;

/**
 * @param silenceMs so much of the processor a process may use without a sign of life, and so long it may
 *   use none of it, in milliseconds
 */
export function patienceOf(silenceMs: number): Patience {
  const lookMs = 100;
  const looks = Math.ceil(silenceMs / lookMs);
  return { lookMs, stoppedLooks: looks, idleLooks: looks, processorMs: silenceMs };
}

/** Looks at a process, and at all that it has started, from outside. */
export class StandstillWatch {
  readonly #root: number;
  readonly #patience: Patience;
  #stopped = 0;
  #idle = 0;
  #ticks = 0;
  /** At the last sign of life. */
  #ticksBefore: number | undefined;

  /** @param root the id of the process */
  constructor(root: number, patience: Patience) {
    this.#root = root;
    this.#patience = patience;
  }

  /** It has given a sign of life. */
  alive(): void {
    this.#idle = 0;
    this.#ticksBefore = undefined;
  }

  /** @returns nothing while there is something to be expected of it */
  look(): Standstill | undefined {
    const { stoppedLooks, idleLooks, processorMs } = this.#patience;
    const facts = processTree(this.#root).flatMap((pid) => factsOf(pid) ?? []);
    const ticks = facts.reduce((sum, one) => sum + one.ticks, 0);
    const isStopped = facts.some(({ state }) => state === "T");
    // What waits for a disk, or for its turn on the processor, is at work.
    const isWaiting = facts.every(({ state }) => state === "S" || state === "Z");
    const isUnseen = facts.length === 0;
    const isIdle = isUnseen ? processorMs !== undefined : isWaiting && ticks === this.#ticks;
    this.#ticks = ticks;
    this.#ticksBefore ??= ticks;
    this.#stopped = isStopped ? this.#stopped + 1 : 0;
    this.#idle = isIdle ? this.#idle + 1 : 0;
    if (this.#stopped >= stoppedLooks) return "stopped";
    if (this.#idle >= idleLooks) return "idle";
    const used = (ticks - this.#ticksBefore) * TICK_MS;
    return processorMs !== undefined && used > processorMs ? "endless" : undefined;
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
