import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Writes a file that lies in a cache beside what tasks have left: whole, or not at all.
 *
 * @param name cache-folder.ts has to know it as one of a cache
 */
export function writeCacheFile(cache: string, name: string, text: string): void {
  const unfinished = join(cache, `${name}.${process.pid}`);
  writeFileSync(unfinished, text);
  renameSync(unfinished, join(cache, name));
}
