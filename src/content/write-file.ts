import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/**
 * Writes a file so that whoever is killed meanwhile leaves the old one or the new one, and never a
 * half. What a kill leaves begins with a dot, which a build does not look at.
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
