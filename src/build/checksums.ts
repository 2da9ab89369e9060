import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { PUBLISHED } from "../index/index.ts";
import type { PartCache } from "./part-cache.ts";

/**
 * What a site publishes of its own files, so that anybody can see that none was changed on the way:
 * one list for each part, in the form that `sha256sum --check` reads; the manifest holds the hash of
 * each list.
 */
const SUMS = "sums";

/** From a part's key to the SHA-256 of its list, in hexadecimal digits. */
export type Checksums = Readonly<Record<string, string>>;

/**
 * Adds the list to what a part publishes, if it publishes anything.
 *
 * @param part the folder of the part, filled
 * @param key its name
 */
export function writeSums(part: string, key: string): void {
  const folder = join(part, PUBLISHED);
  const lines = filesOf(folder).map((file) => `${hashOf(join(folder, file))}  ${file}\n`);
  if (lines.length === 0) return;
  mkdirSync(join(folder, SUMS), { recursive: true });
  writeFileSync(join(folder, listOf(key)), lines.join(""));
}

/**
 * @param parts the keys of parts that are in the cache
 * @returns the hash of the list of each that publishes anything
 */
export function sumsOf(cache: PartCache, parts: readonly string[]): Checksums {
  const listed = parts.filter((key) => cache.published(key)?.has(listOf(key)));
  return Object.fromEntries(
    listed.map((key) => [key, hashOf(join(cache.folderOf(key), PUBLISHED, listOf(key)))]),
  );
}

function listOf(key: string): string {
  return `${SUMS}/${key}.txt`;
}

/** @returns paths in the folder, in the order of their bytes whatever the machine */
function filesOf(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const paths = files.map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  // A part that came from another machine brings its list along.
  return paths.filter((path) => !path.startsWith(`${SUMS}/`)).sort();
}

function hashOf(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}
