import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { ContentError, displayPath } from "../../content/index.ts";
import { explainDisk, tellingWhere } from "../disk/staging.ts";
import { keepBeating } from "./lock-heartbeat.ts";
import { ownHolder, readHolder, readLock, watchLock } from "./lock-holder.ts";
import type { Progress } from "./progress.ts";

/** How locks are watched. */
export interface LockPace {
  /** How often a build that waits looks again, in milliseconds. */
  readonly lookMs: number;
  /** How often a holder shows that it is alive, in milliseconds. */
  readonly beatMs: number;
  /**
   * So many looks without a change mean that a lock was left, where the system cannot say whether its
   * holder is at work. Looks are counted and not time: a computer that slept has looked no more often.
   */
  readonly silentLooks: number;
}

/** A holder is taken for gone after ten seconds of silence: ten beats. */
const PACE: LockPace = { lookMs: 250, beatMs: 1000, silentLooks: 40 };

/** How long a build waits, in milliseconds. */
const PATIENCE_MS = 10 * 60_000;

/** The locks of this process, with their texts. */
const held = new Map<string, string>();

/** A place that is held for one build. */
export interface BuildLock {
  /** Gives it to the next build. */
  readonly unlock: () => void;
  /**
   * A holder that was stopped for long, or whose disk did not answer, may be taken for dead by another
   * machine: before anything is changed that both would change, it looks whether its place is its own.
   *
   * @throws ContentError where another build has it
   */
  readonly checkHeld: () => void;
}

/**
 * Waits until no other build makes the same site or works with the same cache: one could remove what the
 * other has just found.
 *
 * @param places the folder of the site, the lock lies beside it; the cache, the lock lies in it
 * @throws ContentError after ten minutes, or where a lock cannot be written
 */
export async function lockBuild(
  { output, cache }: { readonly output: string; readonly cache: string },
  progress: Progress,
  pace: LockPace = PACE,
): Promise<BuildLock> {
  const site = await tellingWhere(output, () => lock(`${output}.lock`, output, progress, pace));
  try {
    const both = [await lockCache(cache, progress, pace), site];
    return {
      unlock: () => both.forEach(({ unlock }) => void unlock()),
      checkHeld: () => both.forEach(({ checkHeld }) => void checkHeld()),
    };
  } catch (error) {
    site.unlock();
    throw error;
  }
}

/** Waits until no build works with a cache; @throws as lockBuild does */
export async function lockCache(
  cache: string,
  progress: Progress,
  pace: LockPace = PACE,
): Promise<BuildLock> {
  try {
    return await lock(join(cache, "lock"), cache, progress, pace);
  } catch (error) {
    throw explainDisk(error, cache);
  }
}

/**
 * Holds a place while the work makes artifacts, and gives it back.
 *
 * @param cache the cache's folder; refusals of its disk become messages
 */
export async function holding<Result>(
  locking: Promise<BuildLock>,
  cache: string,
  work: (lock: BuildLock) => Promise<Result>,
): Promise<Result> {
  const own = await locking;
  try {
    return await work(own);
  } catch (error) {
    throw explainDisk(error, cache);
  } finally {
    own.unlock();
  }
}

/** Gives all places back that this process holds: it is about to end. */
export function unlockAll(): void {
  for (const file of [...held.keys()]) unlock(file, PACE.beatMs);
}

async function lock(
  file: string,
  folder: string,
  progress: Progress,
  pace: LockPace,
): Promise<BuildLock> {
  const text = JSON.stringify(ownHolder());
  const start = performance.now();
  const isLeft = watchLock(file, pace.silentLooks);
  mkdirSync(dirname(file), { recursive: true });
  for (let isTold = false; !create(file, text); ) {
    if (isLeft()) continue;
    if (performance.now() - start > PATIENCE_MS) throw taken(folder, file);
    if (!isTold) progress.step(waitingFor(file));
    isTold = true;
    await wait(pace.lookMs);
  }
  held.set(file, text);
  keepBeating(held, pace.beatMs);
  return {
    unlock: () => unlock(file, pace.beatMs),
    checkHeld: () => {
      if (readLock(file) !== text) throw lost(folder);
    },
  };
}

function unlock(file: string, beatMs: number): void {
  const text = held.get(file);
  held.delete(file);
  keepBeating(held, beatMs);
  if (readLock(file) === text) rmSync(file, { force: true });
}

/** @returns whether there was none before */
function create(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return false;
  }
}

function waitingFor(file: string): string {
  const holder = readHolder(readLock(file));
  const who = holder === undefined ? "" : `: процесс ${holder.pid} на ${holder.host}`;
  return `Жду, пока закончит другая сборка${who}`;
}

function taken(folder: string, file: string): ContentError {
  const message = `Папку ${displayPath(folder)} уже десять минут занимает другая сборка.`;
  const mend = `дождитесь её; если она не идёт, удалите ${displayPath(file)}.`;
  return new ContentError([{ file: folder, message, mend }]);
}

function lost(folder: string): ContentError {
  const message =
    "Сборка долго не подавала признаков жизни, и папку заняла другая: та и обновит сайт.";
  const mend = "дождитесь её или соберите сайт ещё раз.";
  return new ContentError([{ file: folder, message, mend }]);
}
