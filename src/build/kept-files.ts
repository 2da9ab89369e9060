import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { compare } from "../language/index.ts";
import { isHashed } from "../site/index.ts";
import { linkFileSync } from "./link-file.ts";

/**
 * Files of earlier sites that stay for who has a page of theirs open: bundles and pieces of the
 * search index, whose names hold a hash, so that they stand in nobody's way. They are extra files of
 * a site that takes the place of another one; a site in an empty folder has none.
 */

/** Lists them; a site without any has no such file. */
export const KEPT = "kept.json";

/** How long a file stays at least when the site needs it no more, unless there are too many. */
export const KEEP_DAYS = 7;

/** How many bytes of them there are at most; what was needed last stays first. */
const MOST_BYTES = 256 * 1024 * 1024;

const DAY_MS = 86_400_000;

const keptSchema = z.object({
  /** From each path to the moment at which a site was made that does without the file. */
  files: z.record(z.string(), z.iso.datetime()),
});

/** @returns the paths of a site's kept files with the moment since which each is not needed */
export function readKept(folder: string): ReadonlyMap<string, string> {
  try {
    const { files } = keptSchema.parse(JSON.parse(readFileSync(join(folder, KEPT), "utf8")));
    // What is removed by this list must be ours.
    return new Map(Object.entries(files).filter(([path]) => isKeepable(path)));
  } catch {
    return new Map();
  }
}

function isKeepable(path: string): boolean {
  return isHashed(`/${path}`) && !path.split("/").includes("..");
}

/** Leaves of a site what it is made of. */
export function dropKept(folder: string): void {
  for (const path of readKept(folder).keys()) {
    if (existsSync(join(folder, path))) unlinkSync(join(folder, path));
    removeEmpty(folder, dirname(path));
  }
  if (existsSync(join(folder, KEPT))) unlinkSync(join(folder, KEPT));
}

function removeEmpty(folder: string, path: string): void {
  for (let up = path; up !== "."; up = dirname(up)) {
    const own = join(folder, up);
    if (existsSync(own) && readdirSync(own).length === 0) rmdirSync(own);
  }
}

/**
 * Keeps in a site what the one before it was made of and had kept, by links.
 *
 * @param standing the folder of the site that is there now
 * @param gone the paths of the files that it is made of and the next one is not
 * @param next the folder of the next site, without its kept files
 * @param now when the next site takes its place
 */
export function keepFiles(
  standing: string,
  gone: Iterable<string>,
  next: string,
  now = new Date(),
): void {
  const moment = now.toISOString();
  const fresh = [...gone].filter(isKeepable).map((path) => [path, moment] as const);
  const all = new Map([...readKept(standing), ...fresh]);
  const oldest = new Date(now.getTime() - KEEP_DAYS * DAY_MS).toISOString();
  const newestFirst = [...all].sort(([a, m], [b, n]) => compare(n, m) || compare(a, b));
  const kept: [string, string][] = [];
  let bytes = 0;
  for (const [path, since] of newestFirst) {
    const [from, to] = [join(standing, path), join(next, path)];
    if (since < oldest || existsSync(to) || !existsSync(from)) continue;
    bytes += statSync(from).size;
    if (bytes > MOST_BYTES) break;
    mkdirSync(dirname(to), { recursive: true });
    linkFileSync(from, to);
    kept.push([path, since]);
  }
  if (kept.length === 0) return;
  const files = Object.fromEntries(kept.sort(([a], [b]) => compare(a, b)));
  writeFileSync(join(next, KEPT), `${JSON.stringify({ files }, null, 2)}\n`);
}
