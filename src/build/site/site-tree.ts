import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  statSync,
  unlinkSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { PUBLISHED } from "../../index/index.ts";
import type { ArtifactCache } from "../cache/artifact-cache.ts";
import { listedFiles } from "../cache/checksums.ts";
import type { StampedFile } from "../cache/stamp.ts";
import type { FileHashes } from "../disk/changes.ts";
import { linkFileSync } from "../disk/link-file.ts";
import { isLockInside, markUnfinished, writeMark } from "../disk/ownership.ts";
import { beginFolder } from "../disk/staging.ts";
import { dropKept, KEPT, keepFiles, readKept } from "./kept-files.ts";
import {
  formatManifest,
  MANIFEST,
  type Manifest,
  parseManifest,
  SITE_MARK,
} from "./site-manifest.ts";

/**
 * A finished site on disk: links to files of artifacts in the cache, which its manifest names. So the next
 * site can be made of the one before the last by its differences.
 */
export class SiteTree {
  readonly folder: string;
  readonly #cache: ArtifactCache;

  constructor(folder: string, cache: ArtifactCache) {
    this.folder = folder;
    this.#cache = cache;
  }

  /**
   * @param key of all that it has to be made from; anything by default
   * @returns the manifest of a site that is just as it was made; nothing for any other folder
   */
  intact(key?: string): Manifest | undefined {
    const manifest = this.#manifest();
    if (key !== undefined && manifest?.key !== key) return undefined;
    const files = manifest && this.#filesOf(manifest.parts);
    return files !== undefined && this.#holds(files) ? manifest : undefined;
  }

  /** @returns the artifacts that it is said to be made of */
  get parts(): readonly string[] {
    return this.#manifest()?.parts ?? [];
  }

  /** Whether it is a preview. */
  get isPreview(): boolean {
    return this.#manifest()?.isPreview ?? false;
  }

  #manifest(): Manifest | undefined {
    try {
      return parseManifest(readFileSync(join(this.folder, MANIFEST), "utf8"));
    } catch {
      return undefined;
    }
  }

  /** What artifacts publish; nothing where one of them is not in the cache any more. */
  #filesOf(parts: readonly string[]): Map<string, StampedFile> | undefined {
    const files = new Map<string, StampedFile>();
    for (const key of parts) {
      const stamped = this.#cache.published(key);
      if (stamped === undefined) return undefined;
      for (const [path, file] of stamped) files.set(path, file);
    }
    return files;
  }

  #holds(files: ReadonlyMap<string, StampedFile>): boolean {
    const kept = readKept(this.folder);
    let found = 0;
    for (const entry of readdirSync(this.folder, { recursive: true, withFileTypes: true })) {
      if (entry.isDirectory()) continue;
      // Our sites have no links; through one, other people's files would be removed.
      if (!entry.isFile()) return false;
      const path = join(entry.parentPath, entry.name);
      const name = path.slice(this.folder.length + 1);
      if (name === MANIFEST || name === KEPT || kept.has(name) || isLockInside(name)) continue;
      const stamped = files.get(name);
      if (stamped === undefined || !isSame(path, stamped)) return false;
      found++;
    }
    return found === files.size;
  }

  /**
   * Makes the tree a site of certain artifacts.
   *
   * @param manifest names the artifacts; it is written last, so that a tree without it is unfinished
   * @param from what `intact` said of the tree; nothing for one that is to be made from nothing
   * @param standing the site whose place the tree takes: some of its files stay for a time, for who
   *   has a page of it open; none for a tree that nobody reads yet
   */
  async update(manifest: Manifest, from: Manifest | undefined, standing?: SiteTree): Promise<void> {
    if (from === undefined) await beginFolder(this.folder, SITE_MARK);
    else markUnfinished(this.folder, SITE_MARK);
    const left = dropKept(this.folder);
    const [old, wanted] = [new Set(from?.parts), new Set(manifest.parts)];
    for (const key of old) if (!wanted.has(key)) this.#remove(key, left);
    for (const key of wanted) if (!old.has(key)) this.#add(key);
    // Not before: most of an artifact that was made anew goes where the old one lay.
    this.#removeEmpty(left);
    if (standing !== undefined) keepFiles(standing.folder, standing.#without(wanted), this.folder);
    writeMark(this.folder, SITE_MARK, formatManifest(manifest));
  }

  /** No build starts from it any more, nor takes it for a site. */
  spoil(): void {
    markUnfinished(this.folder, SITE_MARK);
  }

  /** The files of its artifacts but for some of them. */
  #without(parts: ReadonlySet<string>): FileHashes {
    const gone = this.parts.filter((key) => !parts.has(key));
    return new Map(gone.flatMap((key) => [...listedFiles(this.folder, key)]));
  }

  /** @param left takes the folders that it has lain in */
  #remove(key: string, left: Set<string>): void {
    for (const path of this.#cache.published(key)?.keys() ?? []) {
      unlinkSync(join(this.folder, path));
      left.add(dirname(path));
    }
  }

  #removeEmpty(folders: Set<string>): void {
    // Those above come behind, and are gone through too.
    for (const folder of folders) folders.add(dirname(folder));
    folders.delete(".");
    const deepestFirst = [...folders].sort((a, b) => b.length - a.length);
    for (const folder of deepestFirst) removeIfEmpty(join(this.folder, folder));
  }

  /** Not by promises, which take twice as long for a hundred thousand files. */
  #add(key: string): void {
    const source = join(this.#cache.folderOf(key), PUBLISHED);
    const made = new Set<string>();
    for (const path of this.#cache.published(key)?.keys() ?? []) {
      const folder = join(this.folder, dirname(path));
      if (!made.has(folder)) mkdirSync(folder, { recursive: true });
      made.add(folder);
      linkFileSync(join(source, path), join(this.folder, path));
    }
  }
}

function isSame(path: string, [size, second]: StampedFile): boolean {
  const found = statSync(path);
  return found.size === size && Math.floor(found.mtimeMs / 1000) === second;
}

function removeIfEmpty(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
}
