import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
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
  const files = Object.entries(filesOf(folder)).map(([path, file]) => {
    const hashed = isOwn(path) ? [...file, hashOfFile(join(folder, path))] : file;
    return [path, hashed] as const;
  });
  writeFileSync(join(folder, SEAL), JSON.stringify({ files: Object.fromEntries(files) }));
}

/** @returns whether a part keeps a file to itself: other parts are made from it */
function isOwn(path: string): boolean {
  return !path.startsWith(`${PUBLISHED}/`);
}

/**
 * Sizes and times do not tell that a byte has changed on the disk.
 *
 * @param most looks only at files of so many bytes
 * @returns whether the files that a part keeps to itself hold the bytes that it was sealed with
 */
export function isSound(folder: string, most = Number.POSITIVE_INFINITY): boolean {
  try {
    const files = Object.entries(readSeal(folder)).filter(([path]) => isOwn(path));
    return files.every(
      ([path, [size, , hash]]) => size > most || hashOfFile(join(folder, path)) === hash,
    );
  } catch {
    return false;
  }
}

/**
 * @param except a folder in it that is not looked into
 * @returns whether a folder holds just the files that it was sealed with, unchanged since
 */
export function isWhole(folder: string, except?: string): boolean {
  const isMeant = ([path]: [path: string, file: SealedFile]): boolean =>
    path !== SEAL && (except === undefined || !path.startsWith(`${except}/`));
  try {
    const sealed = Object.entries(readSeal(folder)).filter(isMeant);
    const files = new Map(Object.entries(filesOf(folder, except)).filter(isMeant));
    const same = sealed.every(([name, [size, time]]) => {
      const file = files.get(name);
      return file?.[0] === size && file[1] === time;
    });
    return same && sealed.length === files.size;
  } catch {
    return false;
  }
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

function filesOf(folder: string, except?: string): Record<string, SealedFile> {
  const top = { withFileTypes: true } as const;
  const tops = readdirSync(folder, top).filter(({ name }) => name !== except && name !== SEAL);
  const below = tops
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) =>
      readdirSync(join(folder, name), { recursive: true, withFileTypes: true }),
    );
  const files = [...tops, ...below].filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const { size, mtimeMs } = statSync(path);
      return [relative(folder, path), [size, Math.floor(mtimeMs / 1000)]];
    }),
  );
}

/** @returns bytes; nothing for a part that is torn */
export function sealedSize(folder: string): number | undefined {
  try {
    return Object.values(readSeal(folder)).reduce((sum, [size]) => sum + size, 0);
  } catch {
    return undefined;
  }
}
