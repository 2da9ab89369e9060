import type { ChildProcess } from "node:child_process";
import { availableParallelism, freemem } from "node:os";
import { fileURLToPath } from "node:url";
import type { Problem } from "../content/index.ts";
import { causesOf } from "./causes.ts";
import { type Job, runJob } from "./jobs.ts";
import { startProcess } from "./process.ts";

/** What a worker answers. */
type Answer = { readonly problems: readonly Problem[] } | { readonly fault: string };

/**
 * Processes that do jobs, one after the other, as many as there are cores and memory at hand. They
 * are started when they are needed, for a start takes half a second, and end with `close`.
 */
export class Workers {
  #most: number;
  readonly #idle: ChildProcess[] = [];
  readonly #all = new Set<ChildProcess>();
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  #isClosed = false;

  /** @param most how many at once */
  constructor(most: number) {
    this.#most = most;
  }

  /** From now on this process does all jobs itself: for a few, starting others takes longer. */
  stayHere(): void {
    this.#most = 1;
  }

  /**
   * Does a job as soon as a process is free.
   *
   * @returns what an editor has to mend
   * @throws Error with what went wrong where it is no fault of the content
   */
  async run(job: Job): Promise<readonly Problem[]> {
    while (this.#running >= this.#most) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    this.#running++;
    try {
      if (this.#isClosed) throw new Error("The build has ended");
      // Pagefind makes one index at a time in a process.
      return await (this.#most === 1 ? runJob(job) : this.#runApart(job));
    } finally {
      this.#running--;
      this.#waiting.shift()?.();
    }
  }

  async #runApart(job: Job): Promise<readonly Problem[]> {
    const worker = this.#idle.pop() ?? this.#start();
    try {
      const answer = await ask(worker, job);
      if ("fault" in answer) throw new Error(answer.fault);
      this.#idle.push(worker);
      return answer.problems;
    } catch (error) {
      worker.kill();
      throw error;
    }
  }

  #start(): ChildProcess {
    const worker = startProcess(import.meta.url);
    this.#all.add(worker);
    worker.once("exit", () => this.#all.delete(worker));
    return worker;
  }

  /** Ends all processes, even those that are at work: nobody waits for it where a build has failed. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const ended = [...this.#all].map((worker) => new Promise((done) => worker.once("exit", done)));
    for (const worker of this.#all) worker.kill();
    await Promise.all(ended);
  }
}

function ask(worker: ChildProcess, job: Job): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null, signal: string | null): void =>
      reject(new Error(`A worker ended at a ${job.kind} with ${signal ?? code}`));
    worker.once("exit", ended);
    worker.once("message", (answer: Answer) => {
      worker.off("exit", ended);
      resolve(answer);
    });
    worker.send(job);
  });
}

/** What Pagefind and we take for an article while it is indexed, and for a process; in bytes. */
const MEMORY_PER_ITEM = 250_000;
const MEMORY_PER_PROCESS = 300_000_000;

/** What all of them may take together, where more is free: a build shares its machine. In bytes. */
const MOST_MEMORY = 2_700_000_000;

/**
 * As many as there are cores, and as fit into half of the free memory and into MOST_MEMORY.
 *
 * @param items how many articles and headlines the largest job is about
 */
export function parallelism(items: number): number {
  const memory = Math.min(freemem() / 2, MOST_MEMORY);
  const fitting = memory / (items * MEMORY_PER_ITEM + MEMORY_PER_PROCESS);
  return Math.max(1, Math.min(availableParallelism(), Math.floor(fitting)));
}

function told(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

if (process.send !== undefined && process.argv[1] === fileURLToPath(import.meta.url)) {
  process.on("message", async (job: Job) => {
    const answer: Answer = await runJob(job).then(
      (problems) => ({ problems }),
      (error) => ({ fault: causesOf(error).map(told).join("\n") }),
    );
    process.send?.(answer);
  });
}
