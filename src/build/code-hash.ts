import { createHash, type Hash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "./project.ts";

/** What any part of a site depends on. */
const COMMON = ["src/content", "src/language", "src/build", "package-lock.json"];

/** What the bytes of pages depend on besides what they are made from. */
export function hashOfPages(project?: string): string {
  return hashOf([...COMMON, "src/site", "eleventy.config.ts"], project);
}

/** What the bytes of the index depend on besides what is indexed. */
export function hashOfIndex(project?: string): string {
  return hashOf([...COMMON, "src/index", "src/search/format"], project);
}

/** What the bytes of social cards depend on besides their words. */
export function hashOfCards(project?: string): string {
  return hashOf(["src/site/card"], project);
}

/** Read once in a process, so that all of a build goes by the same code. */
const known = new Map<string, string>();

/**
 * @param paths files and folders of the project
 * @param project its folder, absolute
 */
export function hashOf(paths: readonly string[], project: string = PROJECT): string {
  const name = [project, ...paths].join();
  const hash = known.get(name) ?? read(paths, project);
  known.set(name, hash);
  return hash;
}

function read(paths: readonly string[], project: string): string {
  const hash = createHash("sha256");
  for (const path of paths) addPath(hash, join(project, path));
  return hash.digest("hex");
}

function addPath(hash: Hash, path: string): void {
  if (statSync(path).isFile()) {
    hash.update(readFileSync(path));
    return;
  }
  for (const name of readdirSync(path).sort()) addPath(hash.update(name), join(path, name));
}
