import { actionOf, evaluate, type Inputs, type Job, type Step } from "./github-text.ts";
import { COMMIT, type Files, runShell, SITE, under, type Variables } from "./shell.ts";

type Result = "success" | "failure" | "skipped";

export interface Done {
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

/** What a job sees of GitHub, and changes. */
interface Host {
  readonly head: string;
  readonly now: number;
  live: string;
  failing: number;
  restore(key: string, prefixes: readonly string[], branch: string): Files;
  save(key: string, files: Files, branch: string): void;
}

type Context = Readonly<Record<string, unknown>>;

/** Which job of which run a machine does, and what its expressions may name. */
interface Place {
  readonly host: Host;
  readonly job: Job;
  readonly run: Run;
  readonly branch: string;
  readonly context: Context;
  readonly env: Variables;
}

/** What a job runs on: an empty folder, and the actions that the workflows use. */
export class Machine {
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
