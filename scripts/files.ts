import { readdirSync } from "node:fs";
import { join, relative } from "node:path";

/** @returns the paths of all files inside the folder, in the order of the alphabet */
export function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}
