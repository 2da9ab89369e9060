import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/**
 * Writes a file whole: a process that is killed leaves the old file or the new one. Its draft begins with a
 * dot, which a build passes over.
 *
 * @param mode who may read and write it; by default as the system gives it to new files
 */
export function writeWhole(file: string, content: string | Buffer, mode?: number): void {
  const folder = dirname(file);
  mkdirSync(folder, { recursive: true });
  const draft = join(folder, `.${basename(file)}.unfinished`);
  writeFileSync(draft, content, { mode });
  renameSync(draft, file);
}
