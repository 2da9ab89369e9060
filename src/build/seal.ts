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
export type Sealed = Readonly<Record<string, SealedFile>>;

/** Seals a folder that has been filled. */
export function seal(folder: string): void {
  const files = [...filesOf(folder)].map(([path, file]) => {
    const hashed = isOwn(path) ? [...file, hashOfFile(join(folder, path))] : file;
    return [path, hashed] as const;
  });
  writeFileSync(join(folder, SEAL), JSON.stringify({ files: Object.fromEntries(files) }));
}

/** @returns whether a part keeps a file to itself: other parts are made from it */
function isOwn(path: string): boolean {
  return !path.startsWith(`${PUBLISHED}/`);
}

/** What is not looked at of a part. */
export interface Look {
  /** What it publishes: a site has just been seen to hold it. */
  readonly isPublishedSeen?: boolean;
  /** The bytes of larger files that it keeps to itself. */
  readonly most?: number;
}

/**
 * @param sealed what the folder was sealed with
 * @returns whether it holds just these files, unchanged since, and those that it keeps to itself with the
 *   same bytes: sizes and times do not tell that a byte has changed on the disk
 */
export function isWhole(
  folder: string,
  sealed: Sealed,
  { isPublishedSeen = false, most = Number.POSITIVE_INFINITY }: Look = {},
): boolean {
  const wanted = Object.entries(sealed).filter(([path]) => !isPublishedSeen || isOwn(path));
  const files = filesOf(folder, isPublishedSeen ? PUBLISHED : undefined);
  const isSame = ([path, [size, second, hash]]: readonly [string, SealedFile]): boolean => {
    const found = files.get(path);
    if (found?.[0] !== size || found[1] !== second) return false;
    return !isOwn(path) || size > most || hashOfFile(join(folder, path)) === hash;
  };
  return wanted.length === files.size && wanted.every(isSame);
}

/**
 * @returns the files that a folder was sealed with
 * @throws Error where there is no seal, or it is torn
 */
export function readSeal(folder: string): Sealed {
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
