import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PUBLISHED } from "../index/index.ts";
import { hashOfFile } from "./changes.ts";
import { isPathInside } from "./forms.ts";

/** Lists the files of a part; it is written last, so that a part without it is torn. */
export const SEAL = "sealed.json";

/**
 * The bytes of a file and the second in which it was last changed; and the SHA-256 of one that is not
 * published: of those that are, the part publishes a list (checksums.ts).
 */
export type SealedFile = readonly [size: number, second: number, hash?: string];

/** By paths in the folder of the part. */
type Sealed = Readonly<Record<string, SealedFile>>;

/** Seals a folder that has been filled. */
export function seal(folder: string): void {
  const found = [...filesOf(folder)];
  const bytes = found.reduce((sum, [, [size]]) => sum + size, 0);
  const files = found.map(([path, file]) => {
    return [path, isOwn(path) ? [...file, hashOfFile(join(folder, path))] : file] as const;
  });
  writeFileSync(join(folder, SEAL), JSON.stringify({ bytes, files: Object.fromEntries(files) }));
}

/** A whole seal: to read the names of its files takes longer, and who asks for the size has no use for them. */
const SEALED = /^\{"bytes":(\d+),.*\}\}$/s;

/** @returns the bytes of a part; nothing for one that is torn */
export function sealedSize(folder: string): number | undefined {
  try {
    const [, bytes] = SEALED.exec(readFileSync(join(folder, SEAL), "latin1")) ?? [];
    return bytes === undefined ? undefined : Number(bytes);
  } catch {
    return undefined;
  }
}

/** @returns whether a part keeps a file to itself: other parts are made from it */
function isOwn(path: string): boolean {
  return !path.startsWith(`${PUBLISHED}/`);
}

/** What is not looked at of a part. */
interface Look {
  /** What it publishes: a site has just been seen to hold it. */
  readonly isPublishedSeen?: boolean;
  /** The bytes of larger files that it keeps to itself. */
  readonly most?: number;
  /** Times: a copy has others. */
  readonly isCopy?: boolean;
}

/** The seals of the parts of a cache, each read once. */
export class Seals {
  readonly #cache: string;
  readonly #seals = new Map<string, Sealed>();
  /** It is asked for at every step of putting a site together. */
  readonly #published = new Map<string, ReadonlyMap<string, SealedFile>>();

  constructor(cache: string) {
    this.#cache = cache;
  }

  /**
   * @returns whether a part holds just the files that it was sealed with, unchanged since, and those that it
   *   keeps to itself with the same bytes: sizes and times do not tell that a byte has changed on the disk
   */
  isWhole(key: string, look: Look = {}): boolean {
    try {
      return isAsSealed(join(this.#cache, key), this.#of(key), look);
    } catch {
      return false;
    }
  }

  /** @returns the files that a part publishes, by their paths in the site; nothing if it is torn */
  published(key: string): ReadonlyMap<string, SealedFile> | undefined {
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

  /** The part may be another one from now on. */
  forget(key: string): void {
    this.#seals.delete(key);
    this.#published.delete(key);
  }

  #of(key: string): Sealed {
    const sealed = this.#seals.get(key) ?? readSeal(join(this.#cache, key));
    this.#seals.set(key, sealed);
    return sealed;
  }
}

/** @returns whether the copy of a part has just the files, and the bytes, that it was sealed with */
export function isSoundCopy(folder: string): boolean {
  try {
    return isAsSealed(folder, readSeal(folder), { isCopy: true });
  } catch {
    return false;
  }
}

function isAsSealed(
  folder: string,
  sealed: Sealed,
  { isPublishedSeen = false, most = Number.POSITIVE_INFINITY, isCopy = false }: Look,
): boolean {
  const wanted = Object.entries(sealed).filter(([path]) => !isPublishedSeen || isOwn(path));
  const files = filesOf(folder, isPublishedSeen ? PUBLISHED : undefined);
  const isSame = ([path, [size, second, hash]]: readonly [string, SealedFile]): boolean => {
    const found = files.get(path);
    if (found?.[0] !== size || (found[1] !== second && !isCopy)) return false;
    return !isOwn(path) || size > most || hashOfFile(join(folder, path)) === hash;
  };
  return wanted.length === files.size && wanted.every(isSame);
}

/**
 * @returns the files that a folder was sealed with
 * @throws Error where there is no seal, or it is torn
 */
function readSeal(folder: string): Sealed {
  const { files } = JSON.parse(readFileSync(join(folder, SEAL), "utf8")) as { files?: unknown };
  const isSealed = ([path, file]: [string, unknown]): boolean =>
    // What is written, linked and removed by these paths stays in its folder.
    isPathInside(path) && Array.isArray(file) && file.slice(0, 2).every(Number.isInteger);
  if (typeof files !== "object" || files === null || !Object.entries(files).every(isSealed)) {
    throw new Error(`${folder} has no seal of ours`);
  }
  return files as Sealed;
}

/** @param except a folder in it that is not looked into; @returns all files but the seal, by their paths */
function filesOf(folder: string, except?: string): Map<string, SealedFile> {
  const top = readdirSync(folder, { withFileTypes: true });
  const looked = top.filter(({ name }) => name !== except && name !== SEAL);
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
