import { renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { fateOf, readHolder, readLock } from "./lock-holder.ts";

/** Looks at a lock again and again, until it was left by its holder. */
export class LockWatch {
  readonly #file: string;
  readonly #silentLooks: number;
  #seen = "";
  /** Of the looks since the lock has changed. */
  #looks = 0;

  /** @param silentLooks looks without a change after which an unknown holder counts as gone */
  constructor(file: string, silentLooks: number) {
    this.#file = file;
    this.#silentLooks = silentLooks;
  }

  /** @returns whether the lock's holder is not at work any more, as far as can be known, and it is away */
  removeLeft(): boolean {
    // To open a file asks the disk of another machine how it is now; to ask for its times alone does not.
    const text = readLock(this.#file);
    const beat = statSync(this.#file, { throwIfNoEntry: false })?.mtimeMs;
    const stamp = `${beat} ${text}`;
    this.#looks = stamp === this.#seen ? this.#looks + 1 : 0;
    this.#seen = stamp;
    const holder = readHolder(text);
    const fate = holder === undefined ? "unknown" : fateOf(holder);
    const isSilent = fate === "unknown" && this.#looks >= this.#silentLooks;
    return (fate === "gone" || isSilent) && removeLock(this.#file, text);
  }
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
