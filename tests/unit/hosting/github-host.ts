import { parse } from "yaml";
import {
  actionOf,
  evaluate,
  type Inputs,
  type Job,
  type Step,
  type Workflow,
} from "./github-text.ts";
import { COMMIT, type Files, runShell, SITE, under, type Variables } from "./shell.ts";

export type Result = "success" | "failure" | "skipped";

interface Cache {
  readonly key: string;
  readonly branch: string;
  readonly files: Files;
}

interface Done {
  readonly result: Result;
  readonly outputs: Variables;
}

/** A run of a workflow, and what its jobs left. */
export interface Run {
  readonly id: number;
  readonly event: string;
  /** The commit of the event, which the workflow may or may not take. */
  readonly sha: string;
  attempt: number;
  readonly done: Map<string, Done>;
  /** By their names; each upload is one more, where it does not take the place of one. */
  readonly artifacts: Map<string, Files[]>;
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

type Context = Readonly<Record<string, unknown>>;

/** Which job of which run a machine does, and what its expressions may name. */
interface Place {
  readonly host: GitHub;
  readonly job: Job;
  readonly run: Run;
  readonly branch: string;
  readonly context: Context;
  readonly env: Variables;
}

/** What a job runs on: an empty folder, and the actions that the workflows use. */
class Machine {
  #files: Files = new Map();
  readonly #steps: Record<string, { outputs: Variables }> = {};
  /** What is done where the job has succeeded. */
  readonly #after: (() => void)[] = [];

  readonly #place: Place;

  constructor(place: Place) {
    this.#place = place;
  }

  work(): Done {
    for (const step of this.#place.job.steps) {
      if (step.if !== undefined && evaluate(step.if, this.#place.context) !== true) continue;
      if (!this.#do(step)) return { result: "failure", outputs: {} };
    }
    for (const act of this.#after) act();
    const context = { ...this.#place.context, steps: this.#steps };
    return { result: "success", outputs: evaluated(this.#place.job.outputs, context) };
  }

  #do(step: Step): boolean {
    if (step.run !== undefined) return this.#shell(step, step.run);
    return this.#action(actionOf(step), evaluated(step.with, this.#place.context));
  }

  #shell(step: Step, script: string): boolean {
    const env = { ...this.#place.env, ...this.#place.job.env, ...step.env };
    const { status, files } = runShell(["-e"], script, this.#files, {
      ...evaluated(env, this.#place.context),
      GITHUB_OUTPUT: ".output",
      GITHUB_REPOSITORY: "a/news",
      GITHUB_EVENT_NAME: this.#place.run.event,
      SIMULATED_HEAD: this.#place.host.head,
      SIMULATED_NOW: String(this.#place.host.now),
    });
    const lines = files.get(".output")?.split("\n").filter(Boolean) ?? [];
    const outputs = Object.fromEntries(lines.map((line) => line.split(/=(.*)/s, 2)));
    if (step.id !== undefined) this.#steps[step.id] = { outputs };
    this.#files = new Map([...files].filter(([name]) => name !== ".output"));
    return status === 0;
  }

  #action(name: string, inputs: Inputs): boolean {
    const { path = "", key = "", name: artifact = "" } = inputs;
    const prefixes = (inputs["restore-keys"] ?? "").split("\n").filter(Boolean);
    switch (name) {
      case "checkout":
        return this.#add([[COMMIT, inputs.ref ?? this.#place.run.sha]]);
      case "setup-node":
        return true;
      case "cache":
        this.#after.push(() =>
          this.#place.host.save(key, under(this.#files, path), this.#place.branch),
        );
        return this.#add(this.#place.host.restore(key, prefixes, this.#place.branch));
      case "cache/restore":
        return this.#add(this.#place.host.restore(key, prefixes, this.#place.branch));
      case "cache/save":
        this.#place.host.save(key, under(this.#files, path), this.#place.branch);
        return true;
      case "upload-artifact":
        return this.#upload(artifact, path, inputs.overwrite === "true");
      case "upload-pages-artifact": {
        const others = this.#place.run.artifacts.get(artifact || "github-pages") ?? [];
        this.#place.run.artifacts.set(artifact || "github-pages", [...others, this.#at(path)]);
        return true;
      }
      case "download-artifact":
        return this.#download(inputs.pattern ?? "", path);
      case "deploy-pages":
        return this.#deploy(inputs.artifact_name ?? "github-pages");
      default:
        throw new Error(`What is ${name}?`);
    }
  }

  #add(files: Iterable<readonly [string, string]>): boolean {
    this.#files = new Map([...this.#files, ...files]);
    return true;
  }

  /** @returns what lies in a folder, named from there */
  #at(path: string): Files {
    const files = under(this.#files, path);
    return new Map([...files].map(([name, text]) => [name.slice(path.length + 1), text]));
  }

  #upload(name: string, path: string, mayReplace: boolean): boolean {
    if (this.#place.run.artifacts.has(name) && !mayReplace) return false;
    this.#place.run.artifacts.set(name, [this.#at(path)]);
    return true;
  }

  #download(pattern: string, path: string): boolean {
    const prefix = pattern.replace(/\*$/, "");
    const found = [...this.#place.run.artifacts].filter(([name]) => name.startsWith(prefix));
    const files = found.flatMap(([, uploads]) => uploads.flatMap((one) => [...one]));
    return this.#add(files.map(([name, text]) => [`${path}/${name}`, text]));
  }

  #deploy(name: string): boolean {
    const uploads = this.#place.run.artifacts.get(name) ?? [];
    this.#place.host.failing -= 1;
    if (uploads.length !== 1 || this.#place.host.failing >= 0) return false;
    this.#place.host.live = uploads[0]?.get(SITE)?.trim() ?? "";
    return true;
  }
}

function evaluated(texts: Variables | undefined, context: Context): Inputs {
  const entries = Object.entries(texts ?? {});
  return Object.fromEntries(
    entries.map(([name, text]) => [name, String(evaluate(text, context) ?? "")]),
  );
}
