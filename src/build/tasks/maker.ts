import { ContentError, type Problem, throwIfAny } from "../../content/index.ts";
import { entryOf } from "../../language/maps.ts";
import { type ArtifactCache, keyOf } from "../cache/artifact-cache.ts";
import { DamagedSite } from "../cache/damage.ts";
import type { CodeKeys } from "./code-keys.ts";
import { hashInputs, type Inputs, writeRecord } from "./inputs.ts";
import type { Job, Order, TaskName } from "./tasks.ts";

/** One running of a task. */
export interface Step<Name extends TaskName = TaskName> {
  readonly task: Name;
  /** Which of the task's artifacts it is: the name of a slice, a year; no two of a site have the same. */
  readonly id: string;
  /** All that it depends on besides code: the same on every machine. */
  readonly inputs: Inputs;
}

/** A step with the order for its task, which is made only where the task runs. */
export interface Making<Name extends TaskName = TaskName> extends Step<Name> {
  readonly order: () => Order<Name> | Promise<Order<Name>>;
  /** As of RunJob. */
  readonly isHere?: boolean;
}

/**
 * @param isHere whether to run it in this process: tasks that are shorter than a message to another
 * @throws ContentError with what an editor has to mend
 */
type RunJob = (job: Job, isHere: boolean) => Promise<void>;

/** The result of a task, in the cache. */
export interface Artifact {
  readonly key: string;
  readonly folder: string;
  /** Whether it was made just now. */
  readonly isNew: boolean;
}

/** An artifact is not there, and this machine is not to make it. */
class MissingArtifact extends Error {
  readonly id: string;

  constructor(task: TaskName, id: string) {
    super(`${task} ${id} is not in the cache`);
    this.id = id;
  }
}

/**
 * What these keep to themselves is large and read by hardly any build: it is looked at before something is
 * made from it.
 */
const GLANCED: ReadonlySet<TaskName> = new Set(["read", "leaf"]);

/** Runs tasks where the cache does not have what they would make. */
export class Maker {
  readonly cache: ArtifactCache;
  /** The hashes of the tasks' code. */
  readonly codes: CodeKeys;
  readonly #run: RunJob;
  /** Artifacts in the making, by key. */
  readonly #making = new Map<string, Promise<Artifact>>();
  /** Of the tasks that are not to run here. */
  readonly #refused: ReadonlySet<TaskName>;

  /**
   * @param run runs a task, in this process or another
   * @param refused tasks that another machine was to run
   */
  constructor(
    cache: ArtifactCache,
    codes: CodeKeys,
    run: RunJob,
    refused: readonly TaskName[] = [],
  ) {
    this.cache = cache;
    this.codes = codes;
    this.#run = run;
    this.#refused = new Set(refused);
  }

  keyOf({ task, inputs }: Step): string {
    return keyOf(task, this.codes[task], inputs);
  }

  /** @returns the folder of what the task has left, if that is in the cache */
  find(step: Step): Promise<string | undefined> {
    return this.cache.find(this.keyOf(step), GLANCED.has(step.task));
  }

  /**
   * Something is to be made from artifacts.
   *
   * @returns their folders, every byte checked
   * @throws DamagedSite where some have changed
   */
  async sound(keys: readonly string[]): Promise<string[]> {
    const damaged: string[] = [];
    for (const key of keys) if ((await this.cache.find(key)) === undefined) damaged.push(key);
    if (damaged.length > 0) throw new DamagedSite(this.cache.folder, damaged, damaged);
    return keys.map((key) => this.cache.folderOf(key));
  }

  /**
   * Runs a task unless its artifact is in the cache.
   *
   * @throws ContentError with what an editor has to mend; MissingArtifact where it is not to be made here
   */
  async make<Name extends TaskName>(making: Making<Name>): Promise<Artifact> {
    const key = this.keyOf(making);
    try {
      // Two slices without articles are read alike.
      return await entryOf(this.#making, key, () => this.#make(making, key));
    } finally {
      this.#making.delete(key);
    }
  }

  async #make<Name extends TaskName>(
    { task, id, inputs, order, isHere = false }: Making<Name>,
    key: string,
  ): Promise<Artifact> {
    const found = await this.find({ task, id, inputs });
    if (found !== undefined) return { key, folder: found, isNew: false };
    if (!isHere && this.#refused.has(task)) throw new MissingArtifact(task, id);
    const job = { task, order: await order(), folder: await this.cache.begin(key) };
    await this.#run(job, isHere);
    writeRecord(job.folder, {
      task,
      id,
      inputs: hashInputs({ ...inputs, code: this.codes[task] }),
    });
    return { key, folder: await this.cache.finish(key), isNew: true };
  }
}

/**
 * Waits for all of them.
 *
 * @param others further problems, reported with theirs
 * @throws ContentError with the problems of all of them; else the first error of another kind
 */
export async function allMade<Result>(
  making: readonly (Promise<Result> | undefined)[],
  others: readonly Problem[] = [],
): Promise<Result[]> {
  const outcomes = await Promise.allSettled(making);
  const failed = outcomes.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
  const missing = failed.filter((error) => error instanceof MissingArtifact);
  throwIfAny(missingProblems(missing.map(({ id }) => id)));
  const other = failed.find((error) => !(error instanceof ContentError));
  if (other !== undefined) throw other;
  const problems = failed.flatMap((error: ContentError) => error.problems).toSorted(byPlace);
  throwIfAny([...problems, ...others]);
  return outcomes.flatMap((one) => (one.status === "fulfilled" ? (one.value ?? []) : []));
}

/** Parts of the site are missing, or were made with other options. */
function missingProblems(slices: readonly string[]): Problem[] {
  return [...new Set(slices)].map((name): Problem => {
    const message = `Тома «${name}» нет среди готовых, или он собран из других файлов.`;
    const mend = `соберите его с теми же параметрами: npm run build -- --volume ${name} --output ПАПКА.`;
    return { file: name, message, mend };
  });
}

function byPlace(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0);
}
