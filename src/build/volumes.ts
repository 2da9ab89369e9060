import { availableParallelism, freemem } from "node:os";
import type { SynonymGroup } from "../content/index.ts";
import { type VolumeMaker, type VolumePlan, writeVolume } from "../index/index.ts";
import { VolumeCache } from "./volume-cache.ts";
import { writeVolumeApart } from "./volume-process.ts";

/** What became of the volumes of an archive. */
export interface VolumeReport {
  /** How many were made. */
  made: number;
  /** How many were found in the cache. */
  reused: number;
}

export interface VolumeOptions {
  /** The folder of the cache. */
  readonly cache: string;
  /** In bytes. */
  readonly cacheLimit: number;
  /** Is told after each volume how many of all are ready. */
  readonly progress: (ready: number, all: number) => void;
}

/**
 * Makes volumes in processes of their own, several at once, and only those that are not in the cache.
 *
 * @param report is filled in
 */
export function cachedVolumes(options: VolumeOptions, report: VolumeReport): VolumeMaker {
  return async (plans, synonyms) => {
    const cache = new VolumeCache(options.cache);
    const found = await Promise.all(plans.map((plan) => cache.find(plan, synonyms)));
    const missing = plans.filter((_, index) => found[index] === undefined);
    report.made = missing.length;
    report.reused = plans.length - missing.length;
    const make = missing.length === 1 ? writeHere : writeVolumeApart;
    const made = new Map<VolumePlan, string>();
    await eachOf(missing, parallel(missing), async (plan) => {
      const write = (folder: string): Promise<void> => make({ plan, folder, synonyms });
      made.set(plan, await cache.keep(plan, synonyms, write));
      options.progress(report.reused + made.size, plans.length);
    });
    const folders = plans.map((plan, index) => found[index] ?? made.get(plan) ?? "");
    await cache.prune(options.cacheLimit, new Set(folders));
    return folders;
  };
}

/** A process of its own takes half a second to start, which is for nothing where there is one. */
function writeHere(order: {
  plan: VolumePlan;
  folder: string;
  synonyms: readonly SynonymGroup[];
}): Promise<void> {
  return writeVolume(order.plan, order.folder, order.synonyms);
}

/** What Pagefind and the lexicon take for a page, and a process in any case; in bytes. */
const MEMORY_PER_PAGE = 250_000;
const MEMORY_PER_PROCESS = 300_000_000;

/** As many at once as there are cores, and as fit into half of the free memory. */
function parallel(plans: readonly VolumePlan[]): number {
  const largest = Math.max(0, ...plans.map(({ records }) => records.length));
  const fitting = freemem() / 2 / (largest * MEMORY_PER_PAGE + MEMORY_PER_PROCESS);
  return Math.max(1, Math.min(availableParallelism(), Math.floor(fitting)));
}

/** Works through a list, some items at once, in the list's order. */
async function eachOf<Item>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const left = [...items];
  const worker = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
}
