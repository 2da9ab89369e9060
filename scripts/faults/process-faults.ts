import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { factsOf, processTree } from "../../src/build/index.ts";

/** One thing that may happen to the processes of a build. */
export interface ProcessFault {
  readonly name: string;
  /** Which of its processes it happens to: that whose command line holds this; the build itself by default. */
  readonly victim?: RegExp;
  readonly signal: NodeJS.Signals;
  /** What an editor is told. */
  readonly told: RegExp;
  /** Whether enough has changed that processes are started for it. */
  readonly isLarge: boolean;
}

const WORKER = /build\/processes\/workers\.[jt]s/;
const PAGEFIND = /pagefind_extended/;

const ENDED_WORKER = /Рабочий процесс сборки прервался .*не хватило памяти[\s\S]*--workers 1/;
const ENDED_PAGEFIND = /Pagefind.* прервался .*не хватило памяти[\s\S]*--workers 1/;
const STOPPED = /Рабочий процесс сборки остановлен/;

/** What happens, and what has to come of it; the site stays, nothing lives on, the next build succeeds. */
export const PROCESS_FAULTS: readonly ProcessFault[] = [
  fault("a worker is killed", WORKER, "SIGKILL", ENDED_WORKER, true),
  fault("the build is ended", undefined, "SIGTERM", /Сборка прервана \(SIGTERM\)/, true),
  fault("a worker is ended", WORKER, "SIGTERM", ENDED_WORKER, true),
  fault("a worker is stopped", WORKER, "SIGSTOP", STOPPED, true),
  fault("Pagefind is killed, in a worker", PAGEFIND, "SIGKILL", ENDED_PAGEFIND, true),
  fault("Pagefind is killed", PAGEFIND, "SIGKILL", ENDED_PAGEFIND, false),
  fault("Pagefind is stopped, in a worker", PAGEFIND, "SIGSTOP", STOPPED, true),
  fault("Pagefind is stopped", PAGEFIND, "SIGSTOP", STOPPED, false),
  fault("Ctrl+C", undefined, "SIGINT", /Сборка прервана \(SIGINT\)/, true),
  fault("its terminal is closed", undefined, "SIGHUP", /Сборка прервана \(SIGHUP\)/, true),
  fault("the build alone is killed", undefined, "SIGKILL", /^/, true),
];

function fault(
  name: string,
  victim: RegExp | undefined,
  signal: NodeJS.Signals,
  told: RegExp,
  isLarge: boolean,
): ProcessFault {
  return { name, signal, told, isLarge, ...(victim === undefined ? {} : { victim }) };
}

/** A process as long as it is the same one. */
interface SeenProcess {
  readonly pid: number;
  readonly started: string;
}

/** Lets a fault happen to a build as soon as there is who it happens to. */
export class FaultOnce {
  readonly #fault: ProcessFault;
  /** Whether it happened before the build was over. */
  hasHappened = false;
  #seen: SeenProcess[] = [];

  constructor(fault: ProcessFault) {
    this.#fault = fault;
  }

  async act(build: number, isOver: AbortSignal): Promise<void> {
    for (; !isOver.aborted; await wait(2)) {
      const tree = processTree(build);
      // A worker at work has one; what is to happen to the build happens in the midst of its work.
      const isReady =
        this.#fault.isLarge === tree.some(isNamed(WORKER)) && tree.some(isNamed(PAGEFIND));
      const victim =
        this.#fault.victim === undefined ? build : tree.find(isNamed(this.#fault.victim));
      if (!isReady || victim === undefined) continue;
      this.#seen = tree.flatMap((pid) => seen(pid));
      process.kill(victim, this.#fault.signal);
      this.hasHappened = true;
      return;
    }
  }

  /** @returns the processes that live on, after they had the time of two looks at their parents */
  async livingOn(): Promise<number> {
    const living = (): SeenProcess[] =>
      this.#seen.filter(({ pid, started }) => seen(pid).some((one) => one.started === started));
    for (let look = 0; look < LOOKS && living().length > 0; look++) await wait(LOOK_MS);
    return living().length;
  }
}

/** A worker looks at its parent each second; a busy machine lets it do so later. */
const LOOK_MS = 100;
const LOOKS = 1200;

function seen(pid: number): SeenProcess[] {
  const facts = factsOf(pid);
  return facts === undefined || facts.isEnded ? [] : [{ pid, started: facts.started }];
}

function isNamed(pattern: RegExp): (pid: number) => boolean {
  return (pid) => {
    try {
      return pattern.test(readFileSync(`/proc/${pid}/cmdline`, "utf8"));
    } catch {
      return false;
    }
  };
}
