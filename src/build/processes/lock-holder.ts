import { randomUUID } from "node:crypto";
import { readFileSync, readlinkSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { z } from "zod";
import { factsOf, readProcess } from "./process-facts.ts";

const holderSchema = z.object({
  pid: z.number(),
  host: z.string(),
  /** Which processes its number is one of; empty where the system does not tell. */
  boot: z.string(),
  /** When it was started; empty where the system does not tell. */
  started: z.string(),
  /** No other process has it. */
  id: z.string(),
});

/** The process that holds a lock, as the lock says it. */
export type Holder = z.output<typeof holderSchema>;

/** What can be known of a holder from here. */
type Fate = "at work" | "gone" | "unknown";

const ID = randomUUID();

/** @returns this process */
export function ownHolder(): Holder {
  const { pid } = process;
  return { pid, host: hostname(), boot: bootOf(), started: factsOf(pid)?.started ?? "", id: ID };
}

/** @returns nothing where the text is torn, because its writer was killed or is writing it just now */
export function readHolder(text: string): Holder | undefined {
  try {
    return holderSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Another start of the machine, and another container, count processes anew. */
function bootOf(): string {
  const boot = readProcess("sys/kernel/random/boot_id").trim();
  if (boot === "") return "";
  try {
    return `${boot} ${readlinkSync("/proc/self/ns/pid")}`;
  } catch {
    return boot;
  }
}

/**
 * Of a process of another machine, container or start of the machine nothing can be known; nor
 * whether a number was given to another process where the system does not tell when that was started.
 */
function fateOf(holder: Holder): Fate {
  if (holder.host !== hostname() || holder.boot !== bootOf()) return "unknown";
  // In a container the next process has the number of the one that was killed.
  if (holder.pid === process.pid) return holder.id === ID ? "at work" : "gone";
  if (!isThere(holder.pid)) return "gone";
  const facts = factsOf(holder.pid);
  if (facts === undefined || holder.started === "") return "unknown";
  return facts.started === holder.started && !facts.isEnded ? "at work" : "gone";
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

/** @returns the text of a lock; empty where there is none */
export function readLock(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

/**
 * Watches a lock.
 *
 * @param silentLooks looks without a change after which an unknown holder counts as gone
 * @returns looks at it once more, and whether its holder is not at work any more, as far as can be known, and it
 *   is away
 */
export function watchLock(file: string, silentLooks: number): () => boolean {
  let seen = "";
  let looks = 0;
  return () => {
    // To open a file asks the disk of another machine how it is now; to ask for its times alone does not.
    const text = readLock(file);
    const stamp = `${statSync(file, { throwIfNoEntry: false })?.mtimeMs} ${text}`;
    looks = stamp === seen ? looks + 1 : 0;
    seen = stamp;
    const holder = readHolder(text);
    const fate = holder === undefined ? "unknown" : fateOf(holder);
    const isSilent = fate === "unknown" && looks >= silentLooks;
    return (fate === "gone" || isSilent) && removeLock(file, text);
  };
}

/**
 * Of several processes that find an abandoned lock, one moves it away; a new lock that was moved is put back.
 */
function removeLock(file: string, left: string): boolean {
  const aside = `${file}.left`;
  try {
    renameSync(file, aside);
    const moved = readLock(aside);
    rmSync(aside, { force: true });
    if (moved !== left && moved !== "") writeFileSync(file, moved, { flag: "wx" });
    return moved === left;
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "EEXIST") return false;
    throw error;
  }
}
