import { parse } from "yaml";
import { COMMIT, type Files, runShell, SITE, under, type Variables } from "./shell.ts";

type Result = "success" | "failure" | "skipped" | "allowed";

interface CacheOfJob {
  readonly key: unknown;
  readonly paths: readonly string[];
  readonly policy?: string;
}

/** A job as the YAML says it, as far as ours go. */
export interface Job {
  readonly extends?: string;
  readonly stage: string;
  readonly rules?: readonly { readonly if: string }[];
  readonly needs?: readonly (string | { readonly job: string; readonly optional?: boolean })[];
  readonly variables?: Variables;
  readonly cache?: readonly CacheOfJob[];
  readonly before_script?: readonly string[];
  readonly script: readonly string[];
  readonly artifacts?: { readonly paths: readonly string[] };
  readonly parallel?: number;
  readonly allow_failure?: { readonly exit_codes: number };
  readonly resource_group?: string;
}

interface Pipeline {
  readonly iid: number;
  readonly variables: Variables;
  readonly jobs: ReadonlyMap<string, Job>;
  readonly done: Map<string, Result>;
  readonly artifacts: Map<string, Files>;
}

/** A job that has read the caches and done its work, which nobody has seen yet. */
interface Started {
  readonly pipeline: Pipeline;
  readonly name: string;
  readonly job: Job;
  readonly status: number;
  readonly files: Files;
}

/** A pipeline's text. */
export interface Text {
  readonly stages: readonly string[];
  readonly variables: Variables;
  /** By name, with what they extend. */
  readonly jobs: ReadonlyMap<string, Job>;
}

export function read(text: string): Text {
  const { image: _, stages, variables, ...rest } = parse(text) as Readonly<Record<string, unknown>>;
  const all = rest as Readonly<Record<string, Job>>;
  const jobs = Object.entries(all).filter(([name]) => !name.startsWith("."));
  const whole = jobs.map(([name, job]) => {
    const base = all[job.extends ?? ""];
    return [
      name,
      { ...base, ...job, variables: { ...base?.variables, ...job.variables } },
    ] as const;
  });
  return {
    stages: stages as readonly string[],
    variables: variables as Variables,
    jobs: new Map(whole),
  };
}

/**
 * The jobs that a job waits for.
 *
 * @param jobs those of the pipeline
 * @param stages of the text, in order
 */
export function awaited(
  { needs, stage }: Job,
  jobs: Text["jobs"],
  stages: Text["stages"],
): string[] {
  if (needs === undefined) {
    const before = stages.slice(0, stages.indexOf(stage));
    return [...jobs].filter(([, one]) => before.includes(one.stage)).map(([name]) => name);
  }
  return needs.flatMap((one) => {
    const { job, optional } = typeof one === "string" ? { job: one, optional: false } : one;
    if (!jobs.has(job) && optional !== true) throw new Error(`There is no job ${job}.`);
    return jobs.has(job) ? [job] : [];
  });
}

/**
 * GitLab as far as a pipeline can tell: pipelines go side by side, jobs wait for those that they need or
 * for the stages before theirs, those of a resource group for one another in no order, and the last job
 * that ends has written the cache.
 */
export class GitLab {
  head = "";
  now = 1_900_000_000;
  /** What readers see. */
  live = "";
  /** How many times the job that publishes is to fail from now on. */
  failing = 0;
  readonly pipelines: Pipeline[] = [];
  #started: Started[] = [];
  readonly #text: Text;
  readonly #only: ReadonlySet<string>;
  readonly #caches = new Map<string, Files>();

  /** @param only the jobs that are done; those that none of them waits for may be left out */
  constructor(text: string, only: readonly string[]) {
    this.#text = read(text);
    this.#only = new Set(only);
  }

  push(commit: string): void {
    this.head = commit;
    this.start("push");
  }

  start(source: string): void {
    const iid = this.pipelines.length + 1;
    const variables = {
      CI_PIPELINE_SOURCE: source,
      CI_PIPELINE_IID: String(iid),
      CI_PIPELINE_CREATED_AT: new Date(this.now * 1000).toISOString().replace(".000Z", "Z"),
      CI_COMMIT_SHA: this.head,
      CI_COMMIT_BRANCH: "main",
      CI_DEFAULT_BRANCH: "main",
      CI_PROJECT_DIR: ".",
    };
    const jobs = [...this.#text.jobs].filter(([name, { rules = [] }]) => {
      return this.#only.has(name) && rules.some((rule) => holds(rule.if, variables));
    });
    this.pipelines.push({
      iid,
      variables,
      jobs: new Map(jobs),
      done: new Map(),
      artifacts: new Map(),
    });
  }

  /** Somebody ends a pipeline, or GitLab one that is redundant. */
  cancel({ jobs, done }: Pipeline): void {
    for (const name of jobs.keys()) if (!done.has(name)) done.set(name, "skipped");
  }

  /** @returns what may happen next: jobs that start, and jobs that end */
  moves(): (() => void)[] {
    const starts = this.pipelines.flatMap((pipeline) =>
      [...pipeline.jobs]
        .filter(([name, job]) => this.#mayStart(pipeline, name, job))
        .map(
          ([name, job]) =>
            () =>
              this.#start(pipeline, name, job),
        ),
    );
    return [...starts, ...this.#started.map((one) => () => this.#end(one))];
  }

  finish(): void {
    for (let [move] = this.moves(); move !== undefined; [move] = this.moves()) move();
  }

  #mayStart(pipeline: Pipeline, name: string, job: Job): boolean {
    const group = job.resource_group;
    const isStarted = this.#started.some((one) => one.pipeline === pipeline && one.name === name);
    const isTaken = this.#started.some((one) => group && one.job.resource_group === group);
    const before = awaited(job, pipeline.jobs, this.#text.stages);
    const isReady = before.every((one) => pipeline.done.has(one));
    return !pipeline.done.has(name) && !isStarted && !isTaken && isReady;
  }

  #start(pipeline: Pipeline, name: string, job: Job): void {
    const before = awaited(job, pipeline.jobs, this.#text.stages);
    const isRefused = before.some((one) => !/success|allowed/.test(pipeline.done.get(one) ?? ""));
    if (isRefused) return void pipeline.done.set(name, "skipped");
    let [status, files]: [number, Files] = [0, this.#filesFor(pipeline, job, before)];
    for (let index = 1; index <= (job.parallel ?? 1) && status === 0; index++) {
      ({ status, files } = this.#run(pipeline, job, files, index));
    }
    this.#started.push({ pipeline, name, job, status, files });
  }

  #filesFor({ variables, artifacts }: Pipeline, job: Job, before: readonly string[]): Files {
    const caches = (job.cache ?? []).flatMap(({ key }) => [
      ...(this.#caches.get(JSON.stringify(key)) ?? []),
    ]);
    const brought = before.flatMap((one) => [...(artifacts.get(one) ?? [])]);
    return new Map([[COMMIT, variables.CI_COMMIT_SHA ?? ""], ...caches, ...brought]);
  }

  #run({ variables }: Pipeline, job: Job, files: Files, index: number) {
    const own = { ...variables, ...this.#text.variables, ...job.variables };
    const expanded = Object.entries(own).map(([name, text]) => [name, expand(String(text), own)]);
    const script = [...(job.before_script ?? []), ...job.script].join("\n");
    return runShell(["-eo", "pipefail"], script, files, {
      ...Object.fromEntries(expanded),
      CI_NODE_INDEX: String(index),
      CI_NODE_TOTAL: String(job.parallel ?? 1),
    });
  }

  #end(one: Started): void {
    this.#started = this.#started.filter((other) => other !== one);
    const { pipeline, name, job, status, files } = one;
    const isPages = name === "pages";
    if (isPages && status === 0) this.failing -= 1;
    const hasFailed = status !== 0 || (isPages && this.failing >= 0);
    const isAllowed = status !== 0 && status === job.allow_failure?.exit_codes;
    if (hasFailed) return void pipeline.done.set(name, isAllowed ? "allowed" : "failure");
    pipeline.done.set(name, "success");
    const kept = (job.artifacts?.paths ?? []).flatMap((path) => [...under(files, bare(path))]);
    pipeline.artifacts.set(name, new Map(kept));
    this.#keepCaches(job, files);
    if (isPages) this.live = files.get(`public/${SITE}`)?.trim() ?? "";
  }

  #keepCaches({ cache = [], variables = {} }: Job, files: Files): void {
    for (const { key, paths, policy = "pull-push" } of cache) {
      if (!expand(policy, variables).includes("push")) continue;
      const kept = paths.flatMap((path) => [...under(files, bare(path))]);
      this.#caches.set(JSON.stringify(key), new Map(kept));
    }
  }
}

function bare(path: string): string {
  return path.replace(/\/$/, "");
}

function expand(text: string, variables: Variables): string {
  return text.replaceAll(/\$(\w+)/g, (_, name) => variables[name] ?? "");
}

/** @throws Error where a rule says something that ours have not said so far */
function holds(rule: string, variables: Variables): boolean {
  const [, left = "", right = ""] = /^(\$\w+) == (\$\w+|"\w+")$/.exec(rule) ?? [];
  if (left === "") throw new Error(`What is ${rule}?`);
  return expand(left, variables) === expand(right, variables).replaceAll('"', "");
}
