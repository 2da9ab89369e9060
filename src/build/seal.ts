import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";

/** Lists the files of a part; it is written last, so that a part without it is torn. */
export const SEAL = "sealed.json";

/** The bytes of a file and the second in which it was last changed. */
export type SealedFile = readonly [size: number, second: number];

/** By paths in the folder of the part. */
type Sealed = Readonly<Record<string, SealedFile>>;

/** Seals a folder that has been filled. */
export function seal(folder: string): void {
  writeFileSync(join(folder, SEAL), JSON.stringify({ files: filesOf(folder) }));
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
  const isSealed = (file: unknown): boolean =>
    Array.isArray(file) && file.length === 2 && file.every((one) => typeof one === "number");
  if (typeof files !== "object" || files === null || !Object.values(files).every(isSealed)) {
    throw new Error(`${folder} has no seal of ours`);
  }
  return files as Sealed;
}

function filesOf(folder: string, except?: string): Record<string, SealedFile> {
  const tops = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => name !== except);
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
