import { createHash, type Hash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "./project.ts";

/** What any part of a site depends on. */
const COMMON = ["src/content", "src/language", "src/build", "package-lock.json"];

/** What the bytes of pages depend on besides what they are made from. */
export function hashOfPages(): string {
  return hashOf([...COMMON, "src/site", "eleventy.config.ts"]);
}

/** What the bytes of the index depend on besides what is indexed. */
export function hashOfIndex(): string {
  return hashOf([...COMMON, "src/index"]);
}

/** Read once in a process, so that all of a build goes by the same code. */
const known = new Map<string, string>();

/** @param paths files and folders of the project */
export function hashOf(paths: readonly string[]): string {
  const name = paths.join();
  const hash = known.get(name) ?? read(paths);
  known.set(name, hash);
  return hash;
}

function read(paths: readonly string[]): string {
  const hash = createHash("sha256");
  for (const path of paths) addPath(hash, join(PROJECT, path));
  return hash.digest("hex");
}

function addPath(hash: Hash, path: string): void {
  if (statSync(path).isFile()) {
    hash.update(readFileSync(path));
    return;
  }
  for (const name of readdirSync(path).sort()) addPath(hash.update(name), join(path, name));
}
