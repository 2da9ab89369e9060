import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { ContentError, displayPath } from "../content/index.ts";
import type { Progress } from "./progress.ts";
import { explainDisk, tellingWhere } from "./staging.ts";

const holderSchema = z.object({ pid: z.number(), host: z.string(), since: z.number() });
type Holder = z.output<typeof holderSchema>;

/** The locks of this process. */
const held = new Set<string>();

/** How often a build that waits looks again, and how long it waits; in milliseconds. */
const LOOK_MS = 250;
const PATIENCE_MS = 10 * 60_000;
/** Taking over takes no longer. */
const CLAIM_MS = 10_000;
/** So old, a lock that says nothing is being written no more. */
const WRITTEN_MS = 2000;

/** Gives a place to the next build. */
type Unlock = () => void;

/**
 * Waits until no other build makes the same site, or works with the same cache: what one of them
 * would remove may be what the other one has just found.
 *
 * @param places the folder of the site, the lock lies beside it; the cache, the lock lies in it
 * @throws ContentError after ten minutes, or where a lock cannot be written
 */
export async function lockBuild(
  { output, cache }: { readonly output: string; readonly cache: string },
  progress: Progress,
): Promise<Unlock> {
  const unlockOutput = await tellingWhere(output, () => lock(`${output}.lock`, output, progress));
  try {
    const unlockCache = await lockCache(cache, progress);
    return () => {
      unlockCache();
      unlockOutput();
    };
  } catch (error) {
    unlockOutput();
    throw error;
  }
}

/** Waits until no build works with a cache; @throws as lockBuild does */
export async function lockCache(cache: string, progress: Progress): Promise<Unlock> {
  try {
    return await lock(join(cache, "lock"), cache, progress);
  } catch (error) {
    throw explainDisk(error, cache);
  }
}

/**
 * Does what makes parts of sites while their place is held, and gives it back.
 *
 * @param cache where the parts go: what the disk refuses there is told as something to mend
 */
export async function holding<Result>(
  locking: Promise<Unlock>,
  cache: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const unlock = await locking;
  try {
    return await work();
  } catch (error) {
    throw explainDisk(error, cache);
  } finally {
    unlock();
  }
}

async function lock(file: string, folder: string, progress: Progress): Promise<Unlock> {
  const own: Holder = { pid: process.pid, host: hostname(), since: Date.now() };
  mkdirSync(dirname(file), { recursive: true });
  for (let isTold = false; !take(file, own); isTold = true) {
    const holder = holderOf(file);
    if (Date.now() - own.since > PATIENCE_MS) throw taken(folder, file);
    if (!isTold) progress.step(waitingFor(holder));
    await wait(LOOK_MS);
  }
  return () => {
    held.delete(file);
    if (isSame(holderOf(file), own)) rmSync(file, { force: true });
  };
}

function take(file: string, own: Holder): boolean {
  try {
    writeFileSync(file, JSON.stringify(own), { flag: "wx" });
    held.add(file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return isLeft(file) && takeOver(file, own);
}

/** Of those who see that a lock was left, the one who makes the claim takes it, after a second look. */
function takeOver(file: string, own: Holder): boolean {
  const claim = `${file}.claim`;
  try {
    writeFileSync(claim, JSON.stringify(own), { flag: "wx" });
  } catch {
    // Its maker may have been killed too.
    if (ageOf(claim) > CLAIM_MS) rmSync(claim, { force: true });
    return false;
  }
  const isFree = isLeft(file);
  if (isFree) {
    writeFileSync(file, JSON.stringify(own));
    held.add(file);
  }
  rmSync(claim, { force: true });
  return isFree;
}

/** @returns milliseconds since a file was written; 0 for one that is gone */
function ageOf(file: string): number {
  const found = statSync(file, { throwIfNoEntry: false });
  return found === undefined ? 0 : Date.now() - found.mtimeMs;
}

/** @returns nothing where the lock is gone, or was torn when its maker was killed */
function holderOf(file: string): Holder | undefined {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return undefined;
  }
}

function isSame(one: Holder | undefined, other: Holder): boolean {
  return one?.pid === other.pid && one.host === other.host && one.since === other.since;
}

/** A killed build gives nothing back. Of another machine nothing is known. */
function isLeft(file: string): boolean {
  const holder = holderOf(file);
  if (holder === undefined) {
    // Another build may be writing it just now, or have taken it away.
    return ageOf(file) > WRITTEN_MS;
  }
  if (holder.host !== hostname()) return false;
  // In a container the next process has the number of the one that was killed.
  if (holder.pid === process.pid) return !held.has(file);
  try {
    process.kill(holder.pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}

function waitingFor(holder: Holder | undefined): string {
  const who = holder === undefined ? "" : `: процесс ${holder.pid} на ${holder.host}`;
  return `Жду, пока закончит другая сборка${who}`;
}

function taken(folder: string, file: string): ContentError {
  const message = `Папку ${displayPath(folder)} уже десять минут занимает другая сборка.`;
  const mend = `дождитесь её; если она не идёт, удалите ${displayPath(file)}.`;
  return new ContentError([{ file: folder, message, mend }]);
}
