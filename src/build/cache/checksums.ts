import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PUBLISHED } from "../../index/index.ts";
import { type FileHashes, formatHashes, hashOfFile, readHashes } from "../disk/changes.ts";
import { isPathInside } from "../disk/schemas.ts";
import type { ArtifactCache } from "./artifact-cache.ts";

/**
 * The folder of checksums, by which anybody can see that no file was changed on the way: one list for each
 * artifact, as `sha256sum --check` reads it; the manifest holds the hash of each list.
 */
const SUMS = "sums";

/** From an artifact's key to the SHA-256 of its list, in hexadecimal digits. */
export type Checksums = Readonly<Record<string, string>>;

/**
 * Adds the list to what an artifact publishes, if it publishes anything.
 *
 * @param part the folder of the artifact, filled
 * @param key its name
 */
export function writeSums(part: string, key: string): void {
  const folder = join(part, PUBLISHED);
  if (!existsSync(folder)) return;
  // An artifact that came from another machine brings its list along.
  const own = [...readHashes(folder)].filter(([path]) => !isSums(path));
  if (own.length === 0) return;
  mkdirSync(join(folder, SUMS), { recursive: true });
  writeFileSync(join(folder, listOf(key)), formatHashes(new Map(own)));
}

/**
 * @param parts the keys of artifacts that are in the cache
 * @returns the hash of the list of each that publishes anything
 */
export function sumsOf(cache: ArtifactCache, parts: readonly string[]): Checksums {
  const listed = parts.filter((key) => cache.published(key)?.has(listOf(key)));
  return Object.fromEntries(
    listed.map((key) => [key, hashOfFile(join(cache.folderOf(key), PUBLISHED, listOf(key)))]),
  );
}

/**
 * @param site the folder of a site
 * @returns the files that an artifact of it publishes, with their hashes; none where the site has no such
 *   artifact, or what it says of it cannot be read
 */
export function listedFiles(site: string, key: string): FileHashes {
  const list = join(site, listOf(key));
  if (!existsSync(list)) return new Map();
  try {
    return new Map([...readHashes(list)].filter(([path]) => isPathInside(path)));
  } catch {
    return new Map();
  }
}

/**
 * @param part the folder of an artifact
 * @returns those of the files that it publishes which are not what its list says, or are missing there
 */
export function damagedFiles(part: string, key: string): string[] {
  const folder = join(part, PUBLISHED);
  if (!existsSync(folder)) return [];
  const [listed, found] = [listedFiles(folder, key), readHashes(folder)];
  const paths = [...new Set([...listed.keys(), ...found.keys()])].filter(
    (path) => path !== listOf(key),
  );
  return paths.filter((path) => listed.get(path) !== found.get(path)).sort();
}

/** @param path of a file in a site; @returns whether it is one of these lists */
export function isSums(path: string): boolean {
  return path.startsWith(`${SUMS}/`);
}

/** @returns where the list of an artifact lies in a site */
export function listOf(key: string): string {
  return `${SUMS}/${key}.txt`;
}
