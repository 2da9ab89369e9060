import { copyFileSync, linkSync, statSync, utimesSync } from "node:fs";
import { copyFile, link } from "node:fs/promises";

/** The same file under another name costs no space; where disks cannot do that, it is copied. */
export async function linkFile(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch {
    await copyFile(from, to);
  }
}

/**
 * The same for a site: on one disk, links take no room and hardly any time. A copy has the times of
 * its file.
 *
 * @throws Error with code EEXIST where something stands there
 */
export function linkFileSync(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") throw error;
    copyFileSync(from, to);
    copyTimes(from, to);
  }
}

/** In seconds: as dates, which are rounded to milliseconds, some would be of the next second. */
export function copyTimes(from: string, to: string): void {
  const { atimeMs, mtimeMs } = statSync(from);
  utimesSync(to, atimeMs / 1000, mtimeMs / 1000);
}
