import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PUBLISHED } from "../../index/index.ts";
import { hashOfFile } from "../disk/changes.ts";
import { isPathInside } from "../disk/schemas.ts";

/** Lists the files of an artifact; it is written last, so that an artifact without it is torn. */
export const STAMP = "stamp.json";

/**
 * The size of a file and the second of its last change; its SHA-256 where it is not published: of published
 * files the artifact has a list (checksums.ts).
 */
export type StampedFile = readonly [size: number, second: number, hash?: string];

/** By paths in the folder of the artifact. */
type Stamped = Readonly<Record<string, StampedFile>>;

/** Stamps a folder that has been filled. */
export function stamp(folder: string): void {
  const found = [...filesOf(folder)];
  const bytes = found.reduce((sum, [, [size]]) => sum + size, 0);
  const files = found.map(([path, file]) => {
    return [path, isOwn(path) ? [...file, hashOfFile(join(folder, path))] : file] as const;
  });
  writeFileSync(join(folder, STAMP), JSON.stringify({ bytes, files: Object.fromEntries(files) }));
}

/**
 * A whole stamp: the names of its files take longer to read, and callers that need the size do not need them.
 */
const STAMPED = /^\{"bytes":(\d+),.*\}\}$/s;

/** @returns the bytes of an artifact; nothing for one that is torn */
export function stampedSize(folder: string): number | undefined {
  try {
    const [, bytes] = STAMPED.exec(readFileSync(join(folder, STAMP), "latin1")) ?? [];
    return bytes === undefined ? undefined : Number(bytes);
  } catch {
    return undefined;
  }
}

/** @returns whether an artifact keeps a file to itself: other artifacts are made from it */
function isOwn(path: string): boolean {
  return !path.startsWith(`${PUBLISHED}/`);
}

/** Parts of an artifact that need not be checked. */
interface Look {
  /** Its published files have just been checked in a site. */
  readonly isPublishedSeen?: boolean;
  /** The bytes of larger files that it keeps to itself. */
  readonly most?: number;
  /** Times: a copy has others. */
  readonly isCopy?: boolean;
}

/** The stamps of the artifacts of a cache, each read once. */
export class Stamps {
  readonly #cache: string;
  readonly #stamps = new Map<string, Stamped>();
  /** It is asked for at every step of putting a site together. */
  readonly #published = new Map<string, ReadonlyMap<string, StampedFile>>();

  constructor(cache: string) {
    this.#cache = cache;
  }

  /**
   * @returns whether an artifact holds just the files that it was stamped with, unchanged since, and those that it
   *   keeps to itself with the same bytes: sizes and times do not tell that a byte has changed on the disk
   */
  isWhole(key: string, look: Look = {}): boolean {
    try {
      return isAsStamped(join(this.#cache, key), this.#of(key), look);
    } catch {
      return false;
    }
  }

  /** @returns the files that an artifact publishes, by their paths in the site; nothing if it is torn */
  published(key: string): ReadonlyMap<string, StampedFile> | undefined {
    const known = this.#published.get(key);
    if (known !== undefined) return known;
    try {
      const own = Object.entries(this.#of(key)).filter(([path]) => !isOwn(path));
      const published = new Map(
        own.map(([path, file]) => [path.slice(PUBLISHED.length + 1), file] as const),
      );
      this.#published.set(key, published);
      return published;
    } catch {
      return undefined;
    }
  }

  /** The artifact may be another one from now on. */
  forget(key: string): void {
    this.#stamps.delete(key);
    this.#published.delete(key);
  }

  #of(key: string): Stamped {
    const stamped = this.#stamps.get(key) ?? readStamp(join(this.#cache, key));
    this.#stamps.set(key, stamped);
    return stamped;
  }
}

/** @returns whether the copy of an artifact has just the files, and the bytes, that it was stamped with */
export function isSoundCopy(folder: string): boolean {
  try {
    return isAsStamped(folder, readStamp(folder), { isCopy: true });
  } catch {
    return false;
  }
}

function isAsStamped(
  folder: string,
  stamped: Stamped,
  { isPublishedSeen = false, most = Number.POSITIVE_INFINITY, isCopy = false }: Look,
): boolean {
  const wanted = Object.entries(stamped).filter(([path]) => !isPublishedSeen || isOwn(path));
  const files = filesOf(folder, isPublishedSeen ? PUBLISHED : undefined);
  const isSame = ([path, [size, second, hash]]: readonly [string, StampedFile]): boolean => {
    const found = files.get(path);
    if (found?.[0] !== size || (found[1] !== second && !isCopy)) return false;
    return !isOwn(path) || size > most || hashOfFile(join(folder, path)) === hash;
  };
  return wanted.length === files.size && wanted.every(isSame);
}

/**
 * @returns the files that a folder was stamped with
 * @throws Error where there is no stamp, or it is torn
 */
function readStamp(folder: string): Stamped {
  const { files } = JSON.parse(readFileSync(join(folder, STAMP), "utf8")) as { files?: unknown };
  const isStamped = ([path, file]: [string, unknown]): boolean =>
    // What is written, linked and removed by these paths stays in its folder.
    isPathInside(path) && Array.isArray(file) && file.slice(0, 2).every(Number.isInteger);
  if (typeof files !== "object" || files === null || !Object.entries(files).every(isStamped)) {
    throw new Error(`${folder} has no stamp of ours`);
  }
  return files as Stamped;
}

/** @param except a folder in it that is not looked into; @returns all files but the stamp, by their paths */
function filesOf(folder: string, except?: string): Map<string, StampedFile> {
  const top = readdirSync(folder, { withFileTypes: true });
  const looked = top.filter(({ name }) => name !== except && name !== STAMP);
  const below = looked
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) =>
      readdirSync(join(folder, name), { recursive: true, withFileTypes: true }),
    );
  const files = [...looked, ...below].filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const { size, mtimeMs } = statSync(path);
      return [path.slice(folder.length + 1), [size, Math.floor(mtimeMs / 1000)]];
    }),
  );
}
