import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ArtifactCache } from "../cache/artifact-cache.ts";
import { damagedFiles, listedFiles, listOf } from "../cache/checksums.ts";
import { DamagedSite } from "../cache/damage.ts";
import { hashOfFile } from "../disk/changes.ts";
import { FOLDER_MODE, setMode, setModeOf } from "../disk/modes.ts";
import { KEPT, readKept } from "../site/kept-files.ts";
import { formatManifest, MANIFEST, type Manifest } from "../site/site-manifest.ts";

/**
 * Holds every file of a site that is to go live against the lists that it publishes of them, also those
 * that were taken over from earlier builds: sizes and times do not tell that a byte has changed. What
 * is right gets the modes of what is published.
 *
 * @param folder of the site, put together
 * @param manifest what it was put together by
 * @throws DamagedSite where a file is another one, is missing, or is no part of the site
 */
export function checkTree(folder: string, manifest: Manifest, cache: ArtifactCache): void {
  const wanted = wantedOf(folder, manifest);
  const wrong: string[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name).slice(folder.length + 1);
    const isRight =
      entry.isDirectory() || (entry.isFile() && isAsListed(folder, path, manifest, wanted));
    if (isRight) setModeOf(entry);
    else wrong.push(path);
    wanted.delete(path);
  }
  setMode(folder, FOLDER_MODE);
  // Entries left in the lists are missing files.
  const files = [...wrong, ...wanted.keys()].sort();
  if (files.length === 0) return;
  throw new DamagedSite(folder, files, damagedParts(cache, manifest.parts), manifest.parts);
}

function isAsListed(
  folder: string,
  path: string,
  manifest: Manifest,
  wanted: ReadonlyMap<string, string>,
): boolean {
  const file = join(folder, path);
  // It was read when the kept files were put into the list of what is wanted.
  if (path === KEPT) return true;
  if (path === MANIFEST) return readFileSync(file, "utf8") === formatManifest(manifest);
  return hashOfFile(file) === wanted.get(path);
}

/** @returns from each path that a site is to hold to its hash */
function wantedOf(folder: string, { parts, sums }: Manifest): Map<string, string> {
  const kept = [...readKept(folder)].map(([path, { sha256 }]) => [path, sha256] as const);
  const listed = parts.flatMap((part) => [...listedFiles(folder, part)]);
  const lists = Object.entries(sums).map(([part, hash]) => [listOf(part), hash] as const);
  return new Map([...kept, ...listed, ...lists]);
}

/** Of artifacts whose own files are right, only the site's were damaged. */
function damagedParts(cache: ArtifactCache, parts: readonly string[]): string[] {
  return parts.filter((key) => damagedFiles(cache.folderOf(key), key).length > 0);
}
