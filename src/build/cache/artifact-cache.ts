import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { rename, rm, utimes } from "node:fs/promises";
import { basename, join } from "node:path";
import { PUBLISHED } from "../../index/index.ts";
import { setModes } from "../disk/modes.ts";
import { isArtifactKey } from "../disk/schemas.ts";
import { writeSums } from "./checksums.ts";
import { type StampedFile, Stamps, stamp, stampedSize } from "./stamp.ts";

const KEY_LENGTH = 32;
/** An artifact that is being made, with the process that makes it. */
const DRAFT = /^[a-z]+-[0-9a-f]{32}(?:\.\d+){2}$/;
/** The next folder of an output that nothing can be made beside (disk/output-place.ts). */
const STAGING = /^next-[0-9a-f]{16}$/;

/** Files up to this size are held against their hashes at each look, in bytes. */
const SMALL = 65_536;

/** How many caches this process has opened: each has drafts of its own. */
let opened = 0;
/** The drafts that this process has begun and not finished. */
const open = new Set<string>();

/** Names an artifact by all that it depends on. */
export function keyOf(kind: string, ...dependencies: readonly unknown[]): string {
  const hash = createHash("sha256").update(kind);
  for (const dependency of dependencies) hash.update(`\0${JSON.stringify(dependency)}`);
  return `${kind}-${hash.digest("hex").slice(0, KEY_LENGTH)}`;
}

/** Artifacts of sites that were made before, each under the hash of all that it depends on. */
export class ArtifactCache {
  /** Where the artifacts lie. */
  readonly folder: string;
  readonly #number = opened++;
  /** The drafts that were begun here. */
  readonly #begun = new Set<string>();
  /** The artifacts of this build, which stay whatever the limit. */
  readonly #used = new Set<string>();
  /** Artifacts of which a site has just been seen to hold all that they publish, unchanged. */
  readonly #trusted = new Set<string>();
  readonly #stamps: Stamps;
  /** Those that were found whole, and whether by a quick look. */
  readonly #found = new Map<string, boolean>();

  /** @param folder where the artifacts lie; it is made where it is missing */
  constructor(folder: string) {
    this.folder = folder;
    this.#stamps = new Stamps(folder);
    mkdirSync(folder, { recursive: true });
  }

  /**
   * What an artifact keeps to itself is held against its hashes, for other artifacts are made from it; what it
   * publishes is when a site has been put together (checks/tree-check.ts).
   *
   * @param key keyOf all that the artifact depends on
   * @param isQuick the large files that it keeps to itself are not read: nothing is made from them yet
   * @returns the folder of an artifact that was made before and is whole, or undefined
   */
  async find(key: string, isQuick = false): Promise<string | undefined> {
    const folder = this.folderOf(key);
    if (this.#found.get(key) === false || (isQuick && this.#found.has(key))) return folder;
    const most = isQuick ? SMALL : Number.POSITIVE_INFINITY;
    const isPublishedSeen = this.#trusted.has(key);
    if (!this.#stamps.isWhole(key, { isPublishedSeen, most })) return undefined;
    this.#found.set(key, isQuick);
    this.#used.add(key);
    const now = new Date();
    await utimes(folder, now, now);
    return folder;
  }

  /** Forgets what was read of an artifact, which may have changed since. */
  #forget(key: string): void {
    this.#stamps.forget(key);
    this.#found.delete(key);
  }

  /** @returns where an artifact lies, if it is there */
  folderOf(key: string): string {
    return join(this.folder, key);
  }

  /** @returns the files that an artifact publishes, by their paths in the site; nothing if it is torn */
  published(key: string): ReadonlyMap<string, StampedFile> | undefined {
    return this.#stamps.published(key);
  }

  /** A site holds what these artifacts publish: the same files, by links. They need no second look. */
  trust(keys: readonly string[]): void {
    for (const key of keys) this.#trusted.add(key);
    this.spare(keys);
  }

  /** These artifacts stay, whatever the limit. */
  spare(keys: readonly string[]): void {
    for (const key of keys) this.#used.add(key);
  }

  /**
   * Begins an artifact.
   *
   * @returns an empty folder, to be filled before `finish`
   */
  async begin(key: string): Promise<string> {
    const folder = this.#draft(key);
    this.#begun.add(basename(folder));
    open.add(basename(folder));
    await rm(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    return folder;
  }

  /**
   * Keeps a filled artifact. A torn one under its key is replaced; a whole one, made by another build
   * meanwhile, stays.
   *
   * @returns the artifact's folder
   */
  async finish(key: string): Promise<string> {
    const [draft, folder] = [this.#draft(key), join(this.folder, key)];
    writeSums(draft, key);
    if (existsSync(join(draft, PUBLISHED))) setModes(join(draft, PUBLISHED));
    stamp(draft);
    this.#used.add(key);
    const isMade = (): boolean => {
      this.#forget(key);
      return this.#stamps.isWhole(key);
    };
    while (!isMade() && !(await movedTo(folder, draft))) {
      if (!isMade()) await rm(folder, { recursive: true, force: true });
    }
    this.#forget(key);
    return folder;
  }

  #draft(key: string): string {
    return join(this.folder, `${key}.${this.#number}.${process.pid}`);
  }

  /** Removes an artifact that is not what its key promises, so that it can be made anew. */
  async drop(key: string): Promise<void> {
    this.#used.delete(key);
    this.#trusted.delete(key);
    this.#forget(key);
    await rm(this.folderOf(key), { recursive: true, force: true });
  }

  /** Removes drafts of this build and of builds that were killed. */
  async dropDrafts(): Promise<void> {
    for (const name of readdirSync(this.folder).filter((one) => DRAFT.test(one))) {
      if (!this.#begun.has(name) && isAlive(name)) continue;
      await rm(join(this.folder, name), { recursive: true, force: true });
    }
    for (const name of this.#begun) open.delete(name);
    this.#begun.clear();
  }

  /**
   * Removes torn artifacts, and those not used for longest, but none of this build.
   *
   * @param limit how many bytes all artifacts may take
   */
  async prune(limit: number): Promise<void> {
    const names = readdirSync(this.folder).filter(isArtifactKey);
    const parts = names.map((key) => {
      const folder = join(this.folder, key);
      return { key, folder, time: statSync(folder).mtimeMs, size: stampedSize(folder) };
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
 * Removes all artifacts of a cache, and sites that were made there, and nothing else.
 *
 * @returns how many there were
 */
export async function emptyCache(folder: string): Promise<number> {
  if (!existsSync(folder)) return 0;
  const isOwn = (name: string): boolean =>
    isArtifactKey(name) || DRAFT.test(name) || STAGING.test(name);
  const parts = readdirSync(folder).filter(isOwn);
  for (const name of parts) await rm(join(folder, name), { recursive: true, force: true });
  return parts.length;
}

/** @returns whether somebody still makes the draft: its name ends with the process */
function isAlive(draft: string): boolean {
  const pid = Number(draft.split(".").at(-1));
  // In a container, a build that was killed had the same number as this one.
  if (pid === process.pid) return open.has(draft);
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** @returns false where something stands there already */
async function movedTo(folder: string, draft: string): Promise<boolean> {
  try {
    await rename(draft, folder);
    return true;
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (["ENOTEMPTY", "EEXIST", "EPERM"].includes(code) && existsSync(folder)) return false;
    throw error;
  }
}
