import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { isHashed } from "../../hosting/headers.ts";
import { compare } from "../../language/index.ts";
import { type FileHashes, hashOfFile } from "../disk/changes.ts";
import { linkFileSync } from "../disk/link-file.ts";
import { isPathInside, pathInside, sha256 } from "../disk/schemas.ts";

/**
 * Bundles and pieces of the index of earlier sites, kept for readers who have an old page open. Their names
 * hold a hash, so that they collide with nothing. A site in an empty folder has none.
 */

/** Lists them; a site without any has no such file. */
export const KEPT = "kept.json";

/** How long a file stays at least when the site needs it no more, unless there are too many. */
export const KEEP_DAYS = 7;

/** In bytes; those needed last are kept first. */
const MOST_BYTES = 256 * 1024 * 1024;

const DAY_MS = 86_400_000;

/** A file that is kept. */
export interface KeptFile {
  /** The moment at which a site was made that does without it. */
  readonly since: string;
  /** Of its bytes, as the site said that had it. */
  readonly sha256: string;
}

const keptSchema = z.object({
  files: z.record(pathInside, z.object({ since: z.iso.datetime(), sha256 })),
});

/** @returns the kept files of a site by their paths */
export function readKept(folder: string): ReadonlyMap<string, KeptFile> {
  try {
    const { files } = keptSchema.parse(JSON.parse(readFileSync(join(folder, KEPT), "utf8")));
    // What is removed by this list must be ours.
    return new Map(Object.entries(files).filter(([path]) => isKeepable(path)));
  } catch {
    return new Map();
  }
}

function isKeepable(path: string): boolean {
  return isPathInside(path) && isHashed(`/${path}`);
}

/**
 * Removes kept files from a site.
 *
 * @returns the folders that something was taken from, which may be empty now
 */
export function dropKept(folder: string): Set<string> {
  const paths = [...readKept(folder).keys()];
  for (const path of paths) rmSync(join(folder, path), { force: true });
  rmSync(join(folder, KEPT), { force: true });
  return new Set(paths.map(dirname));
}

/**
 * Links files of the site before, and those that it had kept, into the next one. Files that have changed on
 * the disk are not kept.
 *
 * @param standing the folder of the site that is there now
 * @param gone the files that it is made of and the next one is not, with their hashes
 * @param next the folder of the next site, without its kept files
 * @param now when the next site takes its place
 */
export function keepFiles(
  standing: string,
  gone: FileHashes,
  next: string,
  now = new Date(),
): void {
  const since = now.toISOString();
  const fresh = [...gone].filter(([path]) => isKeepable(path));
  const all = new Map([
    ...readKept(standing),
    ...fresh.map(([path, hash]) => [path, { since, sha256: hash }] as const),
  ]);
  const oldest = new Date(now.getTime() - KEEP_DAYS * DAY_MS).toISOString();
  const newestFirst = [...all]
    .filter(([, file]) => file.since >= oldest)
    .sort(([a, one], [b, other]) => compare(other.since, one.since) || compare(a, b));
  const kept: [string, KeptFile][] = [];
  let bytes = 0;
  for (const [path, file] of newestFirst) {
    const [from, to] = [join(standing, path), join(next, path)];
    if (existsSync(to) || !isAsSaid(from, file)) continue;
    bytes += statSync(from).size;
    if (bytes > MOST_BYTES) break;
    mkdirSync(dirname(to), { recursive: true });
    linkFileSync(from, to);
    kept.push([path, file]);
  }
  if (kept.length === 0) return;
  const files = Object.fromEntries(kept.sort(([a], [b]) => compare(a, b)));
  writeFileSync(join(next, KEPT), `${JSON.stringify({ files }, null, 2)}\n`);
}

/** A link may lead out of the site, itself or as one of the folders above. */
function isAsSaid(file: string, { sha256: hash }: KeptFile): boolean {
  if (lstatSync(file, { throwIfNoEntry: false })?.isFile() !== true) return false;
  return realpathSync(dirname(file)) === dirname(file) && hashOfFile(file) === hash;
}
