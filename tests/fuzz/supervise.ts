import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { factsOf } from "../../src/build/processes/process-facts.ts";
import { StandstillWatch } from "../../src/build/processes/standstill.ts";

/** What a child says: that it is alive, or its answer. */
type Said = "alive" | object;

/** The child gave no sign of life, or ended. */
export class ChildLost extends Error {}

const LOOK_MS = 100;
/** @see ProcessFacts.ticks */
const TICK_MS = 10;

/** A process that does dangerous work and is ended where it is silent too long. */
export class Supervised {
  readonly #script: string;
  readonly #folder: string;
  #child: ChildProcess | undefined;
  #ready: Promise<void> = Promise.resolve();

  /** @param script a TypeScript file; @param folder its only argument */
  constructor(script: string, folder: string) {
    this.#script = script;
    this.#folder = folder;
  }

  /**
   * @param request is sent to the child, which is started where there is none
   * @param silenceMs so much of the processor it may use without a word, and so long use none of it, in
   *   milliseconds
   * @throws ChildLost where it says nothing for longer, or ends
   */
  async ask<Answer extends object>(request: object, silenceMs: number): Promise<Answer> {
    const child = this.#child ?? this.#start();
    // To start takes a busy machine longer than any case.
    await this.#ready;
    return new Promise<Answer>((resolve, reject) => {
      const pid = child.pid ?? 0;
      const looks = Math.ceil(silenceMs / LOOK_MS);
      const patience = { lookMs: LOOK_MS, stoppedLooks: looks, idleLooks: looks };
      const over = new AbortController();
      const silent = (): void => lost(`gave no sign of life for ${silenceMs} ms`);
      new StandstillWatch(pid, patience).found(over.signal).then(silent, () => {});
      let used = processorMs(pid);
      const computing = setInterval(() => {
        if (processorMs(pid) - used > silenceMs) silent();
      }, LOOK_MS);
      const lost = (why: string): void => {
        this.end();
        settle(() => reject(new ChildLost(why)));
      };
      const onMessage = (said: Said): void => {
        if (said === "alive") used = processorMs(pid);
        else settle(() => resolve(said as Answer));
      };
      const onExit = (code: number | null, signal: string | null): void =>
        lost(`ended with ${signal ?? code}`);
      const settle = (act: () => void): void => {
        over.abort();
        clearInterval(computing);
        child.off("message", onMessage).off("exit", onExit);
        act();
      };
      child.on("message", onMessage).on("exit", onExit);
      child.send(request);
    });
  }

  #start(): ChildProcess {
    const script = fileURLToPath(new URL(this.#script, import.meta.url));
    const child = fork(script, [this.#folder], {
      execArgv: ["--import", "tsx"],
      serialization: "advanced",
    });
    this.#child = child;
    this.#ready = new Promise((resolve, reject) => {
      child.once("message", () => resolve());
      child.once("exit", () => reject(new ChildLost("ended before it was ready")));
    });
    return child;
  }

  /** Ends the child, if there is one. */
  end(): void {
    this.#child?.kill("SIGKILL");
    this.#child = undefined;
  }
}

/** @returns what a process has used of the processor */
function processorMs(pid: number): number {
  return (factsOf(pid)?.ticks ?? 0) * TICK_MS;
}
