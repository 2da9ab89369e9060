import { ArtifactCache } from "./cache/artifact-cache.ts";
import { claimCache } from "./cache/cache-folder.ts";
import { type OutputPlace, placeOf } from "./disk/output-place.ts";
import type { Mark } from "./disk/ownership.ts";
import { type BuildLock, holding, lockBuild, unlockAll } from "./processes/build-lock.ts";
import { endAllStarted } from "./processes/process.ts";
import type { Progress } from "./processes/progress.ts";
import { Workers } from "./processes/workers.ts";
import type { BuildOptions } from "./project/options.ts";
import type { SlicePlan } from "./slices/slice-cuts.ts";
import type { CodeKeys } from "./tasks/code-keys.ts";
import { Maker } from "./tasks/maker.ts";
import type { TaskName } from "./tasks/tasks.ts";

/**
 * Does work that writes into an output and into a cache, as the only one.
 *
 * @param mark by which an output that may be replaced is known
 */
export async function alone<Result>(
  options: BuildOptions,
  mark: Mark,
  progress: Progress,
  work: (place: OutputPlace, lock: BuildLock) => Promise<Result>,
): Promise<Result> {
  claimCache(options.cache);
  const place = await placeOf(options, mark);
  const locking = lockBuild({ output: place.lockBase, cache: options.cache }, progress);
  return endingOnSignals(() => holding(locking, options.cache, (lock) => work(place, lock)));
}

/**
 * Does work with processes for what is to be made of slices, and leaves neither these nor drafts behind.
 *
 * @param refused tasks that another machine was to run
 */
export async function withWorkers<Result>(
  slices: readonly SlicePlan[],
  options: BuildOptions,
  codes: CodeKeys,
  refused: readonly TaskName[],
  work: (maker: Maker, workers: Workers) => Promise<Result>,
): Promise<Result> {
  const cache = new ArtifactCache(options.cache);
  const workers = Workers.fitting(slices, options);
  try {
    return await work(new Maker(cache, codes, workers.runner(), refused), workers);
  } finally {
    await workers.close();
    await cache.dropDrafts();
  }
}

/** Ctrl+C; the end of a service, a container or a job of CI; a terminal that is closed. */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Does work that starts processes and holds locks. A signal ends the processes, frees the locks, and is the
 * end that the parent of this process sees.
 */
async function endingOnSignals<Result>(work: () => Promise<Result>): Promise<Result> {
  const end = (signal: NodeJS.Signals): void => {
    console.error(`Сборка прервана (${signal}). Сайт цел.`);
    endAllStarted();
    unlockAll();
    process.kill(process.pid, signal);
  };
  for (const signal of SIGNALS) process.once(signal, end);
  try {
    return await work();
  } finally {
    for (const signal of SIGNALS) process.off(signal, end);
  }
}
