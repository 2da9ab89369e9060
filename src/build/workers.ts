import type { ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import { ContentError, type Problem, throwIfAny } from "../content/index.ts";
import { PagefindEnded } from "../index/index.ts";
import { causesOf } from "./causes.ts";
import { type SlicePlan, sizeOf } from "./cut.ts";
import { endStopped, endTree, endWithParent, startProcess } from "./process.ts";
import { type Patience, type Standstill, StandstillWatch, watchStandstill } from "./standstill.ts";
import { type Job, runTask, type TaskName } from "./tasks.ts";
import { endedProcess, type ProcessEnd, standingProcess } from "./worker-end.ts";

/** What a worker answers. */
type Answer =
  | { readonly problems: readonly Problem[] }
  | { readonly fault: string }
  | { readonly pagefindEnd: ProcessEnd };

/** So many articles and headlines are made in the time in which another process starts. */
const FEW_ITEMS = 20;

const INDEXING: ReadonlySet<TaskName> = new Set(["leaf", "segment"]);

/** Stopped for five seconds, or idle for two minutes while it has a job: nothing will come of it. */
const PATIENCE: Patience = { lookMs: 1000, stoppedLooks: 5, idleLooks: 120 };

/** Who is waited for may do nothing, for that waits too: for Pagefind, which may be stopped. */
const OWN_PATIENCE: Patience = { ...PATIENCE, idleLooks: Number.POSITIVE_INFINITY };

/**
 * Processes that do jobs, one after the other, as many as there are cores and memory at hand. They
 * are started when they are needed, for a start takes half a second, and end with `close`.
 */
export class Workers {
  readonly #most: number;
  #atOnce: number;
  readonly #place: string;
  readonly #idle: ChildProcess[] = [];
  readonly #all = new Set<ChildProcess>();
  readonly #waiting: (() => void)[] = [];
  readonly #lanes: Record<"index" | "rest", Promise<unknown>> = {
    index: Promise.resolve(),
    rest: Promise.resolve(),
  };
  #running = 0;
  #isClosed = false;

  /**
   * @param most how many at once
   * @param place the folder that is to be built: what is told of a process that ends is told of it
   */
  constructor(most: number, place: string) {
    this.#most = most;
    this.#atOnce = most;
    this.#place = place;
  }

  /**
   * What is to be done next: where it is little, this process does it itself, for starting others takes
   * longer.
   */
  expect(slices: readonly SlicePlan[]): void {
    const items = slices.reduce((sum, slice) => sum + sizeOf(slice), 0);
    this.#atOnce = slices.length <= 1 || items <= FEW_ITEMS ? 1 : this.#most;
  }

  /**
   * Does a job as soon as a process is free.
   *
   * @returns what an editor has to mend
   * @throws ContentError where a process ends or stands still; Error with what went wrong where it is
   *   no fault of the content
   */
  async run(job: Job): Promise<readonly Problem[]> {
    if (this.#atOnce === 1) return this.#problemsOf(await this.#runInLane(job));
    while (this.#running >= this.#atOnce) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    this.#running++;
    try {
      if (this.#isClosed) throw new Error("The build has ended");
      return this.#problemsOf(await this.#runApart(job));
    } finally {
      this.#running--;
      this.#waiting.shift()?.();
    }
  }

  /** @returns what a Maker runs tasks by */
  runner(): (job: Job, isHere: boolean) => Promise<void> {
    return async (job, isHere) => {
      if (isHere) await runTask(job);
      else throwIfAny(await this.run(job));
    };
  }

  #problemsOf(answer: Answer): readonly Problem[] {
    if ("problems" in answer) return answer.problems;
    if ("fault" in answer) throw new Error(answer.fault);
    throw endedProcess(
      this.#place,
      "Pagefind, который строит указатель поиска,",
      answer.pagefindEnd,
    );
  }

  /**
   * In this process one index is made at a time, for that is what Pagefind can, and beside it one of
   * everything else, for much of the making of an index is waiting for Pagefind.
   */
  #runInLane(job: Job): Promise<Answer> {
    const lane = INDEXING.has(job.task) ? "index" : "rest";
    const before = this.#lanes[lane];
    const answer = before.then(() => this.#runHere(job));
    this.#lanes[lane] = answer.catch(() => {});
    return answer;
  }

  async #runHere(job: Job): Promise<Answer> {
    const watch = new StandstillWatch(process.pid, OWN_PATIENCE);
    if (this.#isClosed) throw new Error("The build has ended");
    return new Promise<Answer>((resolve, reject) => {
      const stands = (found: Standstill): void => {
        reject(standingProcess(this.#place, found));
        endStopped();
      };
      const unwatch = watchStandstill(watch, OWN_PATIENCE.lookMs, stands);
      answerTo(job).then(resolve, reject).finally(unwatch);
    });
  }

  async #runApart(job: Job): Promise<Answer> {
    const worker = this.#idle.pop() ?? this.#start();
    try {
      const answer = await ask(worker, job, this.#place);
      if ("problems" in answer) this.#idle.push(worker);
      else endTree(worker);
      return answer;
    } catch (error) {
      endTree(worker);
      throw error;
    }
  }

  #start(): ChildProcess {
    const worker = startProcess("build/workers");
    this.#all.add(worker);
    for (const event of ["exit", "error"]) worker.once(event, () => this.#forget(worker));
    return worker;
  }

  #forget(worker: ChildProcess): void {
    this.#all.delete(worker);
    const index = this.#idle.indexOf(worker);
    if (index !== -1) this.#idle.splice(index, 1);
  }

  /** Ends all processes, even those that are at work: nobody waits for it where a build has failed. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const ended = [...this.#all].map((worker) => new Promise((done) => worker.once("exit", done)));
    for (const worker of this.#all) endTree(worker);
    await Promise.all(ended);
  }
}

function ask(worker: ChildProcess, job: Job, place: string): Promise<Answer> {
  return new Promise<Answer>((resolve, reject) => {
    const watch = new StandstillWatch(worker.pid ?? 0, PATIENCE);
    const unwatch = watchStandstill(watch, PATIENCE.lookMs, (found) => {
      settle(() => reject(standingProcess(place, found)));
    });
    const ended = (code: number | null, signal: string | null): void =>
      settle(() => reject(endedProcess(place, "Рабочий процесс сборки", signal ?? code)));
    const answered = (answer: Answer): void => settle(() => resolve(answer));
    const settle = (act: () => void): void => {
      unwatch();
      worker.off("exit", ended).off("message", answered).off("error", reject);
      act();
    };
    worker.on("exit", ended).on("message", answered).on("error", reject);
    // Where it has ended just now, its exit says so.
    worker.send(job, () => {});
  });
}

async function answerTo(job: Job): Promise<Answer> {
  try {
    await runTask(job);
    return { problems: [] };
  } catch (error) {
    if (error instanceof ContentError) return { problems: error.problems };
    const ended = causesOf(error).find((cause) => cause instanceof PagefindEnded);
    if (ended !== undefined) return { pagefindEnd: ended.end };
    throw error;
  }
}

function told(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

if (process.send !== undefined && process.argv[1] === fileURLToPath(import.meta.url)) {
  endWithParent();
  process.on("message", async (job: Job) => {
    const answer: Answer = await answerTo(job).catch((error) => {
      return { fault: causesOf(error).map(told).join("\n") };
    });
    process.send?.(answer);
  });
}
