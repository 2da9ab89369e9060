import type { ChildProcess } from "node:child_process";
import { availableParallelism, freemem } from "node:os";
import { fileURLToPath } from "node:url";
import type { BuildOptions } from "../project/options.ts";
import { type SlicePlan, sizeOf } from "../slices/slice-cuts.ts";
import { type Job, runTask, type TaskName } from "../tasks/tasks.ts";
import { answerTo, doHere, doIn, type Errand } from "./errands.ts";
import { endTree, endWithParent, startProcess } from "./process.ts";

/** What Pagefind and we take for an article while it is indexed, and for a process; in bytes. */
const MEMORY_PER_ITEM = 250_000;
const MEMORY_PER_PROCESS = 300_000_000;

/** What all of them may take together, where more is free: a build shares its machine. In bytes. */
const MOST_MEMORY = 2_700_000_000;

/** So many articles and headlines are made in the time in which another process starts. */
const FEW_ITEMS = 20;

const INDEXING: ReadonlySet<TaskName> = new Set(["leaf", "segment"]);

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
   * @param place the folder that is built, named in messages about an ended process
   */
  constructor(most: number, place: string) {
    this.#most = most;
    this.#atOnce = most;
    this.#place = place;
  }

  /**
   * As many as there are cores, and as fit into half of the memory that is free, and that a container is
   * allowed, and into MOST_MEMORY.
   *
   * @param slices what they are to make
   */
  static fitting(slices: readonly SlicePlan[], { workers, output }: BuildOptions): Workers {
    // Without a limit it is larger than any memory, or 0.
    const allowed = process.constrainedMemory() || Number.POSITIVE_INFINITY;
    const memory = Math.min(freemem() / 2, allowed / 2, MOST_MEMORY);
    const largest = Math.max(...slices.map(sizeOf)) * MEMORY_PER_ITEM + MEMORY_PER_PROCESS;
    const most = Math.min(availableParallelism(), workers ?? Number.POSITIVE_INFINITY);
    return new Workers(Math.max(1, Math.min(most, Math.floor(memory / largest))), output);
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
   * @throws ContentError with what an editor has to mend, also where a process ends or stands still;
   *   Error with what went wrong where it is no fault of the content
   */
  async run(job: Job): Promise<void> {
    if (this.#atOnce === 1) return this.#runInLane(job);
    while (this.#running >= this.#atOnce) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    this.#running++;
    try {
      if (this.#isClosed) throw new Error("The build has ended");
      await this.#runApart(job);
    } finally {
      this.#running--;
      this.#waiting.shift()?.();
    }
  }

  /** @returns what a Maker runs tasks by */
  runner(): (job: Job, isHere: boolean) => Promise<void> {
    return (job, isHere) => (isHere ? runTask(job) : this.run(job));
  }

  /**
   * In this process one index is made at a time, for that is what Pagefind can, and beside it one of
   * everything else, for much of the making of an index is waiting for Pagefind.
   */
  #runInLane(job: Job): Promise<void> {
    const lane = INDEXING.has(job.task) ? "index" : "rest";
    const done = this.#lanes[lane].then(() => this.#runHere(job));
    this.#lanes[lane] = done.catch(() => {});
    return done;
  }

  async #runHere(job: Job): Promise<void> {
    if (this.#isClosed) throw new Error("The build has ended");
    await doHere({ job, place: this.#place });
  }

  async #runApart(job: Job): Promise<void> {
    const worker = this.#idle.pop() ?? this.#start();
    try {
      await doIn(worker, { job, place: this.#place });
      this.#idle.push(worker);
    } catch (error) {
      endTree(worker);
      throw error;
    }
  }

  #start(): ChildProcess {
    const worker = startProcess("build/processes/workers");
    this.#all.add(worker);
    for (const event of ["exit", "error"]) worker.once(event, () => this.#forget(worker));
    return worker;
  }

  #forget(worker: ChildProcess): void {
    this.#all.delete(worker);
    const index = this.#idle.indexOf(worker);
    if (index !== -1) this.#idle.splice(index, 1);
  }

  /** Ends all processes, busy ones too: after a failure nobody waits for their results. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const ended = [...this.#all].map((worker) => new Promise((done) => worker.once("exit", done)));
    for (const worker of this.#all) endTree(worker);
    await Promise.all(ended);
  }
}

if (process.send !== undefined && process.argv[1] === fileURLToPath(import.meta.url)) {
  endWithParent();
  process.on("message", async (errand: Errand) => process.send?.(await answerTo(errand)));
}
