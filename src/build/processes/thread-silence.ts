import type { Worker } from "node:worker_threads";

/** How often a thread is looked at, in milliseconds. */
const LOOK_MS = 100;

/**
 * Waits for a thread that should give signs of life. What this process uses of the processor is counted, and how
 * long the thread has nothing to do: neither grows where other programs keep the machine busy.
 */
export class SilenceWatch {
  readonly #thread: Worker;
  readonly #looks: NodeJS.Timeout;
  #processor = process.cpuUsage();
  #idle = 0;

  /**
   * @param silenceMs so much of the processor it may use between two signs of life, and so long it may have nothing
   *   to do, in milliseconds
   * @param late is called where it gives none, at each look until `stop`
   */
  constructor(thread: Worker, silenceMs: number, late: () => void) {
    this.#thread = thread;
    this.#looks = setInterval(() => {
      if (this.#used() > silenceMs || this.#idleNow() - this.#idle > silenceMs) late();
    }, LOOK_MS);
    this.alive();
  }

  /** It has given a sign of life. */
  alive(): void {
    this.#processor = process.cpuUsage();
    this.#idle = this.#idleNow();
  }

  stop(): void {
    clearInterval(this.#looks);
  }

  #used(): number {
    const { user, system } = process.cpuUsage(this.#processor);
    return (user + system) / 1000;
  }

  #idleNow(): number {
    return this.#thread.performance.eventLoopUtilization().idle;
  }
}
