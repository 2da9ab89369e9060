import { hash } from "node:crypto";
import { accessSync, constants, lstatSync, readFileSync, realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { ContentError } from "../../content/index.ts";
import { checkReplaceable, LOCK_INSIDE, type Mark } from "./ownership.ts";
import { previousOf, stagingOf, tellingWhere } from "./staging.ts";

/** Where a build writes, and by what names. */
export interface OutputPlace {
  /** The folder itself, behind all links. */
  readonly output: string;
  /** Where the next folder is made. */
  readonly staging: string;
  /** The lock has this name, with «.lock» behind it. */
  readonly lockBase: string;
}

/** How many digits tell the outputs of one cache apart. */
const NAME_LENGTH = 16;

const LOCK_END = ".lock";

/**
 * Finds out where an output is. A link stays, and the folder that it leads to gets the site. Where nothing
 * can be made beside the folder, the next one is made in the cache, and the lock lies in the folder.
 *
 * @param mark by which a folder that may be replaced is known
 * @throws ContentError where a link leads nowhere, or something that is not ours stands in the way
 */
export async function placeOf(
  { output, cache }: { readonly output: string; readonly cache: string },
  mark: Mark,
): Promise<OutputPlace> {
  return tellingWhere(output, async () => resolved(output, cache, mark));
}

function resolved(output: string, cache: string, mark: Mark): OutputPlace {
  const real = behindLinks(output);
  // Before a lock is written into it, and again when others have ended.
  checkReplaceable(real, mark);
  const isOpen = isBesideOpen(real);
  const staging = isOpen ? stagingOf(real) : stagingIn(cache, real);
  const lockBase = isOpen ? real : join(real, basename(LOCK_INSIDE, LOCK_END));
  checkLock(`${lockBase}${LOCK_END}`);
  return { output: real, staging, lockBase };
}

/** @throws ContentError where something that is not ours stands at one of the places */
export function checkPlace({ output, staging }: OutputPlace, mark: Mark): void {
  for (const folder of [output, staging, previousOf(output)]) checkReplaceable(folder, mark);
}

function behindLinks(output: string): string {
  const found = lstatSync(output, { throwIfNoEntry: false });
  if (found !== undefined) return target(output);
  // Two ways to one folder must lead to one lock.
  const parent = dirname(output);
  const known = lstatSync(parent, { throwIfNoEntry: false }) !== undefined;
  return known ? join(target(parent), basename(output)) : output;
}

function target(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const message = "Это ссылка, которая никуда не ведёт.";
    const mend = "создайте папку, на которую она указывает, или уберите ссылку.";
    throw new ContentError([{ file: path, message, mend }]);
  }
}

/** A folder that does not exist yet is always made beside the output; failing that is an error. */
function isBesideOpen(output: string): boolean {
  if (lstatSync(output, { throwIfNoEntry: false }) === undefined) return true;
  try {
    accessSync(dirname(output), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function stagingIn(cache: string, output: string): string {
  return join(cache, `next-${hash("sha256", output).slice(0, NAME_LENGTH)}`);
}

/** Every lock begins so; one whose writer was killed may end anywhere. */
const LOCK_START = '{"pid":';

/** Another file under a lock's name would be taken for a lock that was left. */
function checkLock(file: string): void {
  const text = textOf(file);
  if (text?.startsWith(LOCK_START) || (text !== undefined && LOCK_START.startsWith(text))) return;
  const message = "Здесь должен лежать замок сборки, а лежит что-то другое. Оно не тронуто.";
  const mend = "перенесите это или укажите другую папку: --output ПАПКА.";
  throw new ContentError([{ file, message, mend }]);
}

/** @returns nothing of what is no file; of a lock that is not there, or not any more, its beginning */
function textOf(file: string): string | undefined {
  try {
    return lstatSync(file).isFile() ? readFileSync(file, "utf8") : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return LOCK_START;
    throw error;
  }
}
