import { chmodSync, type Dirent, lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Published files are readable by every server and writable by their owner. */
export const FILE_MODE = 0o644;
export const FOLDER_MODE = 0o755;

/** Of a mode: rights, and the bits that hand over a user or a group. */
const ALL_BITS = 0o7777;

/** Sets the modes of published files on a folder and all in it. */
export function setModes(folder: string): void {
  setMode(folder, FOLDER_MODE);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    setModeOf(entry);
  }
}

/** The same for one entry of a folder. */
export function setModeOf(entry: Dirent): void {
  const path = join(entry.parentPath, entry.name);
  if (entry.isDirectory()) setMode(path, FOLDER_MODE);
  if (entry.isFile()) setMode(path, FILE_MODE);
}

/** Only where it differs: a disk without modes, or a file of somebody else, may refuse a change. */
export function setMode(path: string, wanted: number): void {
  if ((lstatSync(path).mode & ALL_BITS) !== wanted) chmodSync(path, wanted);
}
