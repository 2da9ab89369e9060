import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { rename, rm, utimes, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { z } from "zod";

/** Lists the files of a part; it is written last, so that a part without it is torn. */
const SEAL = "sealed.json";

const sealSchema = z.object({
  /** The bytes of each file and the second in which it was last changed. */
  files: z.record(z.string(), z.tuple([z.number(), z.number()])),
});

const KEY_LENGTH = 32;
const KEY = /^[a-z]+-[0-9a-f]{32}$/;
/** A part that is being made, with the process that makes it. */
const DRAFT = /^[a-z]+-[0-9a-f]{32}\.\d+$/;

/** Names a part by all that it depends on. */
export function keyOf(kind: string, ...dependencies: readonly unknown[]): string {
  const hash = createHash("sha256").update(kind);
  for (const dependency of dependencies) hash.update(`\0${JSON.stringify(dependency)}`);
  return `${kind}-${hash.digest("hex").slice(0, KEY_LENGTH)}`;
}

/** Parts of sites that were made before, each under the hash of all that it depends on. */
export class PartCache {
  readonly #folder: string;
  /** The parts of this build, which stay whatever the limit. */
  readonly #used = new Set<string>();

  /** @param folder where the parts lie; it is made where it is missing */
  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  /**
   * @param key keyOf all that the part depends on
   * @returns the folder of a part that was made before and is whole, or undefined
   */
  async find(key: string): Promise<string | undefined> {
    const folder = join(this.#folder, key);
    if (!isWhole(folder)) return undefined;
    this.#used.add(key);
    const now = new Date();
    await utimes(folder, now, now);
    return folder;
  }

  /**
   * Begins a part.
   *
   * @returns an empty folder, to be filled before `finish`
   */
  async begin(key: string): Promise<string> {
    const folder = this.#draft(key);
    await rm(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    return folder;
  }

  /**
   * Keeps a part that was begun and filled; what was torn under its key is replaced, and what another
   * build has made meanwhile stays.
   *
   * @returns the part's folder
   */
  async finish(key: string): Promise<string> {
    const [draft, folder] = [this.#draft(key), join(this.#folder, key)];
    await writeFile(join(draft, SEAL), JSON.stringify({ files: filesOf(draft) }));
    this.#used.add(key);
    if (isWhole(folder)) return folder;
    await rm(folder, { recursive: true, force: true });
    await rename(draft, folder);
    return folder;
  }

  #draft(key: string): string {
    return join(this.#folder, `${key}.${process.pid}`);
  }

  /** Removes what was begun and not finished, by this build and by those that were ended. */
  async dropDrafts(): Promise<void> {
    const drafts = readdirSync(this.#folder).filter(
      (name) => /\.\d+$/.test(name) && !isAlive(name),
    );
    const own = readdirSync(this.#folder).filter((name) => name.endsWith(`.${process.pid}`));
    for (const name of [...drafts, ...own]) {
      await rm(join(this.#folder, name), { recursive: true, force: true });
    }
  }

  /**
   * Removes what was not used for the longest time, but nothing of this build; and what is torn.
   *
   * @param limit how many bytes all parts may take
   */
  async prune(limit: number): Promise<void> {
    const names = readdirSync(this.#folder).filter((name) => KEY.test(name));
    const parts = names.map((key) => {
      const folder = join(this.#folder, key);
      return { key, folder, time: statSync(folder).mtimeMs, size: sizeOf(folder) };
    });
    let total = parts.reduce((sum, { size = 0 }) => sum + size, 0);
    for (const { key, folder, size } of parts.sort((a, b) => a.time - b.time)) {
      if ((size !== undefined && total <= limit) || this.#used.has(key)) continue;
      await rm(folder, { recursive: true, force: true });
      total -= size ?? 0;
    }
  }
}

/**
 * Removes all parts of a cache and nothing else.
 *
 * @returns how many there were
 */
export async function emptyCache(folder: string): Promise<number> {
  if (!existsSync(folder)) return 0;
  const parts = readdirSync(folder).filter((name) => KEY.test(name) || DRAFT.test(name));
  for (const name of parts) await rm(join(folder, name), { recursive: true, force: true });
  return parts.length;
}

/** @returns whether the process that a draft's name ends with still runs */
function isAlive(draft: string): boolean {
  try {
    return process.kill(Number(draft.split(".").at(-1)), 0);
  } catch {
    return false;
  }
}

/** @returns whether a folder holds just the files that it was sealed with, unchanged since */
export function isWhole(folder: string): boolean {
  try {
    const sealed = Object.entries(readSeal(folder));
    const { [SEAL]: _, ...files } = filesOf(folder);
    const same = sealed.every(([name, [size, time]]) => {
      return files[name]?.[0] === size && files[name]?.[1] === time;
    });
    return same && sealed.length === Object.keys(files).length;
  } catch {
    return false;
  }
}

function readSeal(folder: string): z.output<typeof sealSchema>["files"] {
  return sealSchema.parse(JSON.parse(readFileSync(join(folder, SEAL), "utf8"))).files;
}

function filesOf(folder: string): Record<string, [size: number, second: number]> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const { size, mtimeMs } = statSync(path);
      return [relative(folder, path), [size, Math.floor(mtimeMs / 1000)]];
    }),
  );
}

/** @returns bytes; nothing for a part that is torn */
function sizeOf(folder: string): number | undefined {
  try {
    return partBytes(folder, /^/);
  } catch {
    return undefined;
  }
}

/** @returns the bytes of those of a part's files whose paths match */
export function partBytes(folder: string, paths: RegExp): number {
  const files = Object.entries(readSeal(folder)).filter(([path]) => paths.test(path));
  return files.reduce((sum, [, [size]]) => sum + size, 0);
}
