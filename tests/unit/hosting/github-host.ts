import { parse } from "yaml";
import { type Done, Machine, type Run } from "./github-machine.ts";
import { evaluate, type Job, type Workflow } from "./github-text.ts";
import type { Files, Variables } from "./shell.ts";

interface Cache {
  readonly key: string;
  readonly branch: string;
  readonly files: Files;
}

/**
 * GitHub as far as a workflow can tell: one run of a group goes, one waits, and the next that comes takes
 * the place of that; caches are written once, found by prefix, the newest first, and those of main by
 * all; artifacts belong to a run and stay when it is repeated.
 */
export class GitHub {
  head = "";
  now = 1_900_000_000;
  /** What readers see. */
  live = "";
  /** How many deployments are to fail from now on. */
  failing = 0;
  readonly runs: Run[] = [];
  running: Run | undefined;
  waiting: Run | undefined;
  readonly #workflow: Workflow;
  readonly #caches: Cache[] = [];

  constructor(text: string) {
    this.#workflow = parse(text) as Workflow;
  }

  push(commit: string): void {
    this.head = commit;
    this.start("push");
  }

  start(event: string): void {
    const run = { id: this.runs.length + 1, event, sha: this.head, attempt: 1 };
    this.#queue({ ...run, done: new Map(), artifacts: new Map() });
  }

  /** @param jobs that are done again: all, or one that had failed */
  repeat(run: Run, jobs = Object.keys(this.#workflow.jobs)): void {
    run.attempt += 1;
    for (const name of jobs) run.done.delete(name);
    this.#queue(run);
  }

  #queue(run: Run): void {
    if (!this.runs.includes(run)) this.runs.push(run);
    if (this.running === undefined) this.running = run;
    else this.waiting = run;
  }

  /** Somebody ends the run that goes. */
  cancel(): void {
    this.running = this.waiting;
    this.waiting = undefined;
  }

  /** Does so many jobs of the run that goes, and of those that wait for it. */
  proceed(jobs: number): void {
    for (let count = 0; count < jobs && this.running !== undefined; count++) {
      this.#nextJob(this.running);
      if (this.running.done.size === Object.keys(this.#workflow.jobs).length) this.cancel();
    }
  }

  finish(): void {
    this.proceed(Number.POSITIVE_INFINITY);
  }

  #nextJob(run: Run): void {
    const jobs = Object.entries(this.#workflow.jobs);
    const next = jobs.find(([name, { needs = [] }]) => {
      return !run.done.has(name) && [needs].flat().every((one) => run.done.has(one));
    });
    if (next === undefined) throw new Error("The jobs wait for one another.");
    run.done.set(next[0], this.doJob(next[1], run, "main"));
  }

  /** @param branch whose caches it may read, beside those of main, and which it writes to */
  doJob(job: Job, run: Run, branch: string): Done {
    const needs = [job.needs ?? []].flat().map((name) => [name, run.done.get(name)] as const);
    const context = { needs: Object.fromEntries(needs), github: this.#about(run), vars: {} };
    const succeeded = needs.every(([, done]) => done?.result === "success");
    const wanted = job.if === undefined || evaluate(job.if, context) === true;
    if (!succeeded || !wanted) return { result: "skipped", outputs: {} };
    const matrix = Object.entries(job.strategy?.matrix ?? { "": [""] })[0] ?? ["", [""]];
    const values = typeof matrix[1] === "string" ? evaluate(matrix[1], context) : matrix[1];
    const { env = {} } = this.#workflow;
    let done: Done = { result: "failure", outputs: {} };
    for (const value of values as readonly string[]) {
      const one = { ...context, matrix: { [matrix[0]]: value } };
      done = new Machine({ host: this, job, run, branch, context: one, env }).work();
      if (done.result !== "success") return done;
    }
    return done;
  }

  #about({ id, attempt, event, sha }: Run): Variables {
    const numbers = { run_id: String(id), run_attempt: String(attempt) };
    return { ...numbers, event_name: event, sha, token: "token", workspace: "." };
  }

  restore(key: string, prefixes: readonly string[], branch: string): Files {
    for (const scope of new Set([branch, "main"])) {
      const mine = this.#caches.filter((cache) => cache.branch === scope).toReversed();
      for (const prefix of [key, ...prefixes]) {
        const found = mine.find((cache) => cache.key.startsWith(prefix));
        if (found !== undefined) return found.files;
      }
    }
    return new Map();
  }

  save(key: string, files: Files, branch: string): void {
    const isTaken = this.#caches.some((cache) => cache.key === key && cache.branch === branch);
    if (!isTaken && files.size > 0) this.#caches.push({ key, files, branch });
  }
}
