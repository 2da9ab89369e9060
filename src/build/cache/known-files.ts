import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { KnownFile, KnownFiles } from "../../content/index.ts";
import { writeCacheFile } from "./cache-folder.ts";

/** Lies in the cache; without it every article is read to see whether it has changed. */
const FILE = "known-files.json";

/** Of a file that is known; another version wrote others. */
const FIELDS = 9;

/** @returns what the last build has seen of the articles; nothing where that cannot be read */
export function loadKnownFiles(cache: string): KnownFiles {
  try {
    const [sum = "", text = ""] = readFileSync(join(cache, FILE), "utf8").split("\n");
    // What articles are published by depends on it: a byte that the disk has changed would show.
    if (hash("sha256", text) !== sum) return new Map();
    const entries: unknown = JSON.parse(text);
    return new Map((entries as [string, KnownFile][]).filter(isKnownFile));
  } catch {
    return new Map();
  }
}

/** @param known of the folder of articles that this cache was last used for */
export function saveKnownFiles(known: KnownFiles, cache: string): void {
  const text = JSON.stringify([...known]);
  writeCacheFile(cache, FILE, `${hash("sha256", text)}\n${text}`);
}

function isKnownFile([path, file]: readonly [unknown, unknown]): boolean {
  return typeof path === "string" && Array.isArray(file) && file.length === FIELDS;
}
