import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/**
 * Writes a file so that whoever is killed meanwhile leaves the old one or the new one, and never a
 * half. What a kill leaves begins with a dot, which a build does not look at.
 */
export function writeWhole(file: string, content: string | Buffer): void {
  const folder = dirname(file);
  mkdirSync(folder, { recursive: true });
  const draft = join(folder, `.${basename(file)}.import`);
  writeFileSync(draft, content);
  renameSync(draft, file);
}
