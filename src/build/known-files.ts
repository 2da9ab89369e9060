import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { KnownFile, KnownFiles } from "../content/index.ts";

/** Lies in the cache; without it every article is read to see whether it has changed. */
const FILE = "known-files.json";

/** Of a file that is known; another version wrote others. */
const FIELDS = 7;

/** @returns what the last build has seen of the articles; nothing where that cannot be read */
export function loadKnownFiles(cache: string): KnownFiles {
  try {
    const entries: unknown = JSON.parse(readFileSync(join(cache, FILE), "utf8"));
    return new Map((entries as [string, KnownFile][]).filter(isKnownFile));
  } catch {
    return new Map();
  }
}

/** @param known of the folder of articles that this cache was last used for */
export function saveKnownFiles(known: KnownFiles, cache: string): void {
  const unfinished = join(cache, `${FILE}.${process.pid}`);
  writeFileSync(unfinished, JSON.stringify([...known]));
  renameSync(unfinished, join(cache, FILE));
}

function isKnownFile([path, file]: readonly [unknown, unknown]): boolean {
  return typeof path === "string" && Array.isArray(file) && file.length === FIELDS;
}
